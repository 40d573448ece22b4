import { between, pick, type Random, seeded } from '../pictures/paint.ts'
import {
  asides,
  endings,
  headlines,
  leads,
  quotes,
  sentences,
  standfirsts,
  subheadings,
  words,
} from './templates.ts'
import { type Topic, topics } from './topics.ts'
import { drawn, vocabulary } from './vocabulary.ts'

/** A generated article: text alone, without its place in a paper. */
export interface Composed {
  topic: Topic
  headline: string
  standfirst: string
  dateline: string
  body: string
  /** The trade word it turns on: a second, rarer tag for some. */
  trade: string
}

/** The article of this number: always the same for the same seed. `year` is when it is published. */
export function composeArticle(seed: number, year: number): Composed {
  const random = seeded(Math.imul(seed + 1, 0x9e3779b1) ^ 0x51ed270b)
  const cast = castFor(random, year)
  const fill = (lines: readonly Line[]): string => say(pick(random, lines), cast)
  const wanted = between(random, 300, 680)
  const blocks = [`<p>${fill(compiled.leads)} ${fill(compiled.sentences)}</p>`]
  let length = 50
  const told = unused(compiled.sentences)
  const quoted = unused(compiled.quotes)
  while (length < wanted) {
    if (length > 120 && random() < 0.12)
      blocks.push(`<h2>${capital(fill(compiled.subheadings))}</h2>`)
    if (random() < 0.07)
      blocks.push(`<aside class="pullquote"><p>${fill(compiled.asides)}</p></aside>`)
    const paragraph = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      say(fresh(random, random() < 0.2 ? quoted : told), cast),
    )
    blocks.push(`<p>${paragraph.join(' ')}</p>`)
    length += paragraph.length * 20
  }
  blocks.push(`<p>${fill(compiled.endings)}</p>`)
  return {
    topic: cast.topic,
    headline: capital(fill(compiled.headlines)),
    standfirst: capital(fill(compiled.standfirsts)),
    dateline: random() < 0.6 ? cast.C.toUpperCase() : '',
    body: blocks.join('\n'),
    trade: cast.W,
  }
}

type Cast = Record<'P' | 'S' | 'P2' | 'S2' | 'C' | 'C2' | 'F' | 'W' | 'T' | 'T2' | 'O', string> & {
  topic: Topic
  random: Random
  year: number
}

/** Who and what an article speaks of, from the first line to the last. */
function castFor(random: Random, year: number): Cast {
  const topic = pick(random, topics)
  const [S, S2] = [drawn(random, vocabulary.surnames), drawn(random, vocabulary.surnames)]
  return {
    topic,
    random,
    year,
    S,
    S2,
    P: `${drawn(random, vocabulary.firstNames)} ${S}`,
    P2: `${drawn(random, vocabulary.firstNames)} ${S2}`,
    C: drawn(random, vocabulary.places),
    C2: drawn(random, vocabulary.places),
    F: drawn(random, vocabulary.companies),
    W: drawn(random, vocabulary.trades),
    T: pick(random, topic.words),
    T2: pick(random, topic.words),
    O: pick(random, words.O),
  }
}

/** Text and gaps by turns: even places are text. */
type Line = readonly string[]

const compile = (lines: readonly string[]): Line[] => lines.map((line) => line.split(/[{}]/))
const compiled = {
  headlines: compile(headlines),
  standfirsts: compile(standfirsts),
  leads: compile(leads),
  sentences: compile(sentences),
  quotes: compile(quotes),
  asides: compile(asides),
  subheadings: compile(subheadings),
  endings: compile(endings),
}

interface Stock {
  lines: readonly Line[]
  used: Set<number>
}

const unused = (lines: readonly Line[]): Stock => ({ lines, used: new Set() })

/** A sentence the article has not had, as long as there is one. */
function fresh(random: Random, { lines, used }: Stock): Line {
  if (used.size === lines.length) used.clear()
  let at = Math.floor(random() * lines.length)
  while (used.has(at)) at = (at + 1) % lines.length
  used.add(at)
  return lines[at] as Line
}

function say(line: Line, cast: Cast): string {
  let text = line[0] as string
  for (let at = 1; at < line.length; at += 2) text += gap(line[at] as string, cast) + line[at + 1]
  return text
    .replace(/\b([Aa]) (?=[aeiou])/g, '$1n ')
    .replace(/(^|[.?!] )([a-z])/g, (_, end: string, letter: string) => end + letter.toUpperCase())
}

function gap(name: string, cast: Cast): string {
  const { random } = cast
  switch (name) {
    case 'n':
      return String(20 + Math.floor(random() ** 3 * 900))
    case 'k':
      return String(2 + Math.floor(random() ** 2 * 38))
    case 'p':
      return String(2 + Math.floor(random() * 90))
    case 'm':
      return `${(random() ** 2 * 90 + 0.2).toFixed(1)} million merles`
    case 'y':
      return String(cast.year - 1 - Math.floor(random() ** 2 * 90))
    case 'T2':
      return random() < 0.5 ? cast.T2 : pick(random, cast.topic.words)
    // Some of the rarest words of all: named once and never again.
    case 'W':
      return random() < 0.6 ? cast.W : drawn(random, vocabulary.trades)
    case 'C2':
      return random() < 0.7 ? cast.C2 : drawn(random, vocabulary.places)
    case 'R':
    case 'A':
    case 'd':
    case 'M':
      return pick(random, words[name])
    default:
      return cast[name as 'P']
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
