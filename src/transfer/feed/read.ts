import { createHash } from 'node:crypto'
import { escapeAttribute, escapeText } from 'entities'
import type { ArrivalNote, Arrival, ArrivingArticle } from '../arrival.ts'
import { type Source, decode } from './decode.ts'
import { type FeedEntry, peopleOf, readEntry } from './entry.ts'
import { readJsonFeed } from './json.ts'
import type { FeedPerson } from './person.ts'
import { asHtml, plainText, readText, wordsOf } from './text.ts'
import { type Element, type Piece, readTree, resolve } from './tree.ts'

export interface FeedOptions {
  /** Where the feed was taken from, to make its relative addresses whole. */
  baseUrl?: string
}

/** A JSON Feed is read at once; longer ones than this (in characters) are refused. */
const LONGEST_JSON = 200_000_000

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 and JSON Feed, as found in the wild.
 * @param source a file's path, or the bytes
 * @returns the paper, its authors, tags and articles in the order of the feed; memory is bounded by
 *   the longest entry. What is no feed at all gives one `broken` note.
 */
export async function* readFeed(source: Source, options: FeedOptions = {}): AsyncIterable<Arrival> {
  const baseUrl = options.baseUrl ?? ''
  const told = beginTelling()
  const text = decode(source)[Symbol.asyncIterator]()
  let beginning = ''
  let step = await text.next()
  while (!step.done && beginning.trim() === '') {
    beginning += step.value
    step = await text.next()
  }
  const rest = { [Symbol.asyncIterator]: () => text }
  const later = async function* () {
    yield beginning
    if (!step.done) {
      yield step.value
      yield* rest
    }
  }
  if (/^\ufeff?\s*\{/.test(beginning)) yield* readJson(later(), baseUrl, told)
  else yield* readXml(later(), baseUrl, told)
}

async function* readJson(
  text: AsyncIterable<string>,
  baseUrl: string,
  told: Teller,
): AsyncIterable<Arrival> {
  let whole = ''
  for await (const part of text) {
    whole += part
    if (whole.length > LONGEST_JSON) {
      yield broken('this JSON feed is longer than 200 million characters')
      return
    }
  }
  const feed = readJsonFeed(whole.replace(/^\ufeff/, ''), baseUrl)
  if (feed === null) {
    yield broken('this is no JSON Feed: no list of items')
    return
  }
  yield { kind: 'paper', name: feed.title, url: feed.link || null, language: feed.language || null }
  for (const entry of feed.entries) yield* told.tell(entry, [])
  if (feed.broken > 0) yield broken('items that are no objects', feed.broken)
}

async function* readXml(
  text: AsyncIterable<string>,
  baseUrl: string,
  told: Teller,
): AsyncIterable<Arrival> {
  const tree = readTree(baseUrl)
  const channel: Channel = {
    isFeed: false,
    title: '',
    link: '',
    language: '',
    authors: [],
    paperTold: false,
  }
  for await (const part of text) yield* take(tree.write(part), channel, told)
  yield* take(tree.end(), channel, told)
  if (!channel.isFeed) yield broken('this is no feed: neither RSS nor Atom begins here')
  else if (tree.brokeOff)
    yield broken('the file ends in the middle of an entry; what came before it was read')
  else yield* tellPaper(channel)
}

interface Channel {
  isFeed: boolean
  title: string
  link: string
  language: string
  authors: FeedPerson[]
  paperTold: boolean
}

function* take(pieces: Piece[], channel: Channel, told: Teller): Iterable<Arrival> {
  for (const { kind, element } of pieces) {
    if (kind === 'root') {
      channel.isFeed = true
      channel.language ||= element.language
    } else if (kind === 'head') readHead(element, channel)
    else {
      channel.isFeed = true
      yield* tellPaper(channel)
      yield* told.tell(readEntry(element, channel.link), channel.authors)
    }
  }
}

function readHead(element: Element, channel: Channel): void {
  if (element.name === 'title') channel.title ||= plainText(readText(element))
  if (element.name === 'language' || element.name === 'dc:language')
    channel.language = wordsOf(element).trim()
  if (element.name === 'author')
    channel.authors.push(...peopleOf({ ...element, children: [element] }))
  if (element.name !== 'link') return
  const isPage = (element.attributes.rel ?? 'alternate') === 'alternate'
  const address = resolve(element.attributes.href ?? wordsOf(element), element.base)
  if (isPage && /^https?:/i.test(address)) channel.link ||= address
}

function* tellPaper(channel: Channel): Iterable<Arrival> {
  if (channel.paperTold) return
  channel.paperTold = true
  yield {
    kind: 'paper',
    name: channel.title,
    url: channel.link || null,
    language: channel.language || null,
  }
}

interface Teller {
  tell(entry: FeedEntry, feedAuthors: FeedPerson[]): Iterable<Arrival>
}

/** Says authors and tags once each, then every article. */
function beginTelling(): Teller {
  const authors = new Set<string>()
  const tags = new Set<string>()
  return {
    *tell(entry, feedAuthors) {
      const people = entry.authors.length > 0 ? entry.authors : feedAuthors
      for (const { name, email } of people) {
        if (authors.has(name)) continue
        authors.add(name)
        yield { kind: 'author', key: name, name, ...(email && { email }) }
      }
      for (const title of entry.categories) {
        if (tags.has(title)) continue
        tags.add(title)
        yield { kind: 'tag', key: title, title, slug: '' }
      }
      yield* toArrivals(entry, people)
    },
  }
}

function* toArrivals(entry: FeedEntry, people: FeedPerson[]): Iterable<Arrival> {
  const body = asHtml(entry.content)
  const headline = plainText(entry.title) || headlineFrom(plainText(entry.content ?? entry.summary))
  if (headline === '') {
    yield broken('an entry with neither title nor text', undefined, entry.id || entry.link)
    return
  }
  const key =
    entry.id ||
    entry.link ||
    createHash('sha256')
      .update(`${headline}\n${entry.published?.toISOString() ?? ''}`)
      .digest('hex')
  if (entry.unreadableDate !== null) {
    yield {
      kind: 'note',
      outcome: 'altered',
      what: `“${headline}”`,
      reason: `its date “${entry.unreadableDate.slice(0, 60)}” cannot be read`,
      key,
    }
  }
  const lead = leadOf(entry, body)
  const summary = summaryOf(entry, body)
  const article: ArrivingArticle = {
    key,
    headline,
    body: body + attachmentsOf(entry, body),
    state: 'published',
    ...(entry.published && { publishedAt: entry.published }),
    ...(entry.updated && { updatedAt: entry.updated }),
    ...(entry.language && { language: entry.language }),
    ...(summary && { summary }),
    authorKeys: people.map(({ name }) => name),
    sectionKeys: [],
    tagKeys: entry.categories,
    ...(lead && { lead }),
    oldPaths: pathOf(entry.link),
  }
  yield { kind: 'article', ...article }
}

/** The first sentence or so, for entries that have no title. */
function headlineFrom(words: string): string {
  if (words.length <= 90) return words
  const sentence = /^.{20,90}?[.!?…](?=\s)/u.exec(words)?.[0]
  return sentence ?? `${words.slice(0, 80).replace(/\s+\S*$/, '')}…`
}

function summaryOf(entry: FeedEntry, body: string): string {
  const words = plainText(entry.summary)
  const same =
    words === '' ||
    plainText({ type: 'html', value: body, base: '', language: '' }).startsWith(
      words.replace(/\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)$/, ''),
    )
  if (same) return ''
  return words.length <= 500 ? words : `${words.slice(0, 490).replace(/\s+\S*$/, '')}…`
}

/** The widest picture that hangs on the entry and does not already stand in its text. */
function leadOf(entry: FeedEntry, body: string): ArrivingArticle['lead'] {
  const pictures = entry.media.filter(({ kind }) => kind === 'picture')
  const picture = pictures.toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0))[0]
  if (picture === undefined || body.includes(picture.url)) return undefined
  const { url, alt, caption, credit } = picture
  return { url, ...(alt && { alt }), ...(caption && { caption }), ...(credit && { credit }) }
}

/** Sound, film and files hang on as links, as no reader should lose them. */
function attachmentsOf(entry: FeedEntry, body: string): string {
  return entry.media
    .filter(({ kind, url }) => kind !== 'picture' && !body.includes(url))
    .map(({ url, alt }) => {
      const name = alt ?? decodeURIComponentSafely(url.split(/[?#]/)[0]?.split('/').at(-1) ?? '')
      return `\n<p><a href="${escapeAttribute(url)}">${escapeText(name || url)}</a></p>`
    })
    .join('')
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function pathOf(link: string): string[] {
  if (!URL.canParse(link)) return []
  const { protocol, pathname, search } = new URL(link)
  return /^https?:/.test(protocol) && pathname + search !== '/' ? [pathname + search] : []
}

function broken(reason: string, count?: number, key?: string): Arrival & ArrivalNote {
  return {
    kind: 'note',
    outcome: 'broken',
    what: 'feed',
    reason,
    ...(count !== undefined && { count }),
    ...(key && { key }),
  }
}
