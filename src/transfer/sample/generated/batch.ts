import { slugOf } from '#newsroom/slug.ts'
import { countWords } from '#newsroom/word-count.ts'
import { plainText } from '#newsroom/body-text.ts'
import { pick, type Random, seeded } from '../pictures/paint.ts'
import { composeArticle } from './compose.ts'

/** What generated articles refer to, by name. */
export interface Newsroom {
  sections: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
  authors: readonly string[]
  pictures: ReadonlyMap<string, string>
}

interface Links {
  articles: string[]
  positions: number[]
  others: string[]
}

/** Articles by column, as the database takes them in at once. */
export interface Batch {
  ids: string[]
  sections: string[]
  slugs: string[]
  headlines: string[]
  standfirsts: string[]
  datelines: string[]
  bodies: string[]
  pictures: (string | null)[]
  topics: string[]
  times: Date[]
  words: number[]
  bylines: Links
  tags: Links
}

export interface Part {
  first: number
  size: number
  /** Of the whole run. */
  count: number
  now: Date
  seed?: number
}

const day = 86_400_000
const years = 10 * 365.25 * day

/** A run of generated articles; the same for the same seed, time and count. */
export function batchOf(newsroom: Newsroom, part: Part): Batch {
  const batch: Batch = {
    ids: [],
    sections: [],
    slugs: [],
    headlines: [],
    standfirsts: [],
    datelines: [],
    bodies: [],
    pictures: [],
    topics: [],
    times: [],
    words: [],
    bylines: { articles: [], positions: [], others: [] },
    tags: { articles: [], positions: [], others: [] },
  }
  for (let at = part.first; at < part.first + part.size; at++) add(batch, newsroom, { part, at })
  return batch
}

function add(batch: Batch, newsroom: Newsroom, { part, at }: { part: Part; at: number }): void {
  const seed = (part.seed ?? 1) * 10_000_019 + at
  const random = seeded(seed)
  const time = timeOf(random, { part, at })
  const composed = composeArticle(seed, time.getUTCFullYear())
  const { topic, body, headline } = composed
  const section = newsroom.sections.get(topic.section)
  if (!section) throw new Error(`The paper has no section ${topic.section}.`)
  const id = idOf(random, time)
  batch.ids.push(id)
  batch.sections.push(section)
  batch.slugs.push(`${slugOf(headline)}-${at.toString(36)}`)
  batch.headlines.push(headline)
  batch.standfirsts.push(composed.standfirst)
  batch.datelines.push(composed.dateline)
  batch.bodies.push(body)
  batch.pictures.push(
    random() < 0.75 ? (newsroom.pictures.get(pick(random, topic.pictures)) ?? null) : null,
  )
  batch.topics.push(topic.tag)
  batch.times.push(time)
  batch.words.push(countWords(plainText(body)))
  const writers = pickSome(random, newsroom.authors, random() < 0.15 ? 2 : 1)
  link(batch.bylines, id, writers)
  const own = newsroom.tags.get(slugOf(topic.tag))
  const others = pickSome(random, tagIdsOf(newsroom), Math.floor(random() * 3))
  link(batch.tags, id, [...new Set([...(own ? [own] : []), ...others])])
}

function link(links: Links, article: string, others: string[]): void {
  for (const [position, other] of others.entries()) {
    links.articles.push(article)
    links.positions.push(position)
    links.others.push(other)
  }
}

const lists = new WeakMap<Newsroom, string[]>()

function tagIdsOf(newsroom: Newsroom): string[] {
  const known = lists.get(newsroom) ?? [...newsroom.tags.values()]
  lists.set(newsroom, known)
  return known
}

function pickSome(random: Random, from: readonly string[], count: number): string[] {
  return [...new Set(Array.from({ length: count }, () => pick(random, from)))]
}

/** Evenly over ten years up to two days ago, between five in the morning and eleven at night. */
function timeOf(random: Random, { part, at }: { part: Part; at: number }): Date {
  const end = part.now.getTime() - 2 * day
  const moment = end - years + ((at + random()) / part.count) * years
  const minutes = 5 * 60 + Math.floor((random() + random()) * 9 * 60)
  return new Date(Math.floor(moment / day) * day + minutes * 60_000)
}

/** A UUIDv7 of its time, so that ids sort as the articles do. */
function idOf(random: Random, time: Date): string {
  const hex = (length: number): string =>
    Math.floor(random() * 16 ** length)
      .toString(16)
      .padStart(length, '0')
  const stamp = time.getTime().toString(16).padStart(12, '0')
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-${(8 + Math.floor(random() * 4)).toString(16)}${hex(3)}-${hex(6)}${hex(6)}`
}
