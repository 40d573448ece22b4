import { createHash } from 'node:crypto'
import { decodeHTML } from 'entities'
import { sanitiseBody } from '#newsroom/body.ts'
import type { ReceivedArticle } from '#newsroom/receive.ts'
import { slugOf } from '#newsroom/slug.ts'
import { cleanLine, cleanText } from '#newsroom/text.ts'
import { countWords } from '#newsroom/word-count.ts'
import { isLanguage } from '#platform/i18n.ts'
import { plainText } from '#platform/text/plain.ts'
import type { ArrivalNote, ArrivingArticle } from './arrival.ts'
import { stateOf } from './state.ts'

/** Changes when what we make of an archive changes, so that a new run brings old imports up to it. */
const MAKING = 1

/** Names an article's content as its archive gives it: the same content, the same hash. */
export function hashOfArrival(article: ArrivingArticle): string {
  return createHash('sha256')
    .update(`${MAKING} ${JSON.stringify(article)}`)
    .digest('base64url')
}

export interface Prepared {
  /** Everything but what must be asked of the database: id, place and a free slug. */
  fields: Omit<ReceivedArticle, 'id' | 'sectionId' | 'authorIds' | 'tagIds'>
  /** Addresses of pictures that its body shows from elsewhere. */
  pictures: string[]
  notes: ArrivalNote[]
}

export interface PrepareOptions {
  now: Date
  language: string
  /** Hosts at which the archive's site stood: links to them become links inside the paper. */
  hosts: Set<string>
  hash: string
}

/** Cleans an arriving article and decides all that follows from it alone. */
export function prepare(
  article: ArrivingArticle,
  { now, language, hosts, hash }: PrepareOptions,
): Prepared {
  const notes: ArrivalNote[] = []
  const headline = line(article.headline, 500)
  const what = `“${headline || article.key}”`
  const body = sanitiseBody(comeHome(article.body, hosts))
  for (const reason of lost(article.body, body))
    notes.push({ outcome: 'altered', what, reason, key: article.key })
  const { note, ...dates } = stateOf(article, now)
  if (note !== undefined) notes.push({ ...note, what, key: article.key })
  if (article.pinned)
    notes.push({
      outcome: 'left-out',
      what,
      reason: 'that it stays on top: fronts are made by hand',
      key: article.key,
    })
  const itsLanguage =
    article.language !== undefined && isLanguage(article.language) ? article.language : language
  const fields: Prepared['fields'] = {
    importKey: article.key,
    importHash: hash,
    ...dates,
    access: article.access ?? 'open',
    listed: article.page !== true,
    slug: slugOf(article.slug || headline) || 'article',
    language: itsLanguage,
    kicker: line(article.kicker, 200),
    headline: headline || 'Untitled',
    standfirst: line(article.standfirst, 2000),
    summary: line(article.summary, 2000),
    dateline: line(article.dateline, 200),
    body,
    searchTitle: line(article.searchTitle, 300),
    searchDescription: line(article.searchDescription, 1000),
    canonicalUrl: canonicalOf(article.canonicalUrl, hosts),
    wordCount: countWords(plainText(body), itsLanguage),
  }
  return { fields, pictures: outsidePictures(body), notes }
}

/** Words without markup: these fields are text. */
function line(text: string | undefined, limit: number): string {
  if (text === undefined || text === '') return ''
  return cleanLine(/<[a-z/!]/i.test(text) ? plainText(text) : text, limit)
}

/** A canonical address on the archive's own site is the article itself, which has a new one here. */
function canonicalOf(address: string | undefined, hosts: Set<string>): string | null {
  if (address === undefined || !URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && !hosts.has(bareHost(hostname)) ? cleanText(address) : null
}

export function bareHost(hostname: string): string {
  return hostname.toLowerCase().replace(/^www\./, '')
}

const LINK = /(<a\b[^>]*?\bhref\s*=\s*)(["'])(https?:\/\/[^"'<>\s]+)\2/gi
/** Files stay where they are: a link inside the paper would lead to nothing. */
const FILE = /\/wp-content\/|\/wp-includes\/|\.(?!html?$|php$|aspx?$)[a-z\d]{2,5}$/i

/** Links to the archive's own site lose its host; old paths redirect here. */
function comeHome(html: string, hosts: Set<string>): string {
  if (hosts.size === 0 || !html.includes('href')) return html
  return html.replace(LINK, (whole: string, ...[start, quote, address]: string[]) => {
    const written = decodeHTML(address ?? '')
    if (!URL.canParse(written)) return whole
    const { hostname, pathname, search, hash } = new URL(written)
    if (!hosts.has(bareHost(hostname)) || FILE.test(pathname)) return whole
    return `${start}${quote}${(pathname + search + hash).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}${quote}`
  })
}

const PICTURE = /<img\b[^>]*?\bsrc="(https?:\/\/[^"]+)"/g

function outsidePictures(body: string): string[] {
  if (!body.includes('<img')) return []
  return [...new Set([...body.matchAll(PICTURE)].map(([, address]) => decodeHTML(address ?? '')))]
}

const COUNTED: [name: string, element: RegExp, left: RegExp][] = [
  ['a script', /<script\b/gi, /$^/],
  ['a form', /<form\b/gi, /$^/],
  ['an embed', /<(?:iframe|object|embed)\b/gi, /data-embed=/g],
  ['sound or film from elsewhere', /<(?:audio|video)\b/gi, /<(?:audio|video)\b|data-embed=/g],
]

/** What a person would miss when comparing the body before and after cleaning. */
function lost(before: string, after: string): string[] {
  return COUNTED.flatMap(([name, element, left]) => {
    const had = before.match(element)?.length ?? 0
    return had > 0 && (after.match(left)?.length ?? 0) < had
      ? [`${name} in its text was taken out`]
      : []
  })
}
