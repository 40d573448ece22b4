import { readDate } from './date.ts'
import { type FeedMedia, readMedia } from './enclosure.ts'
import { type FeedPerson, readPerson } from './person.ts'
import { type FeedText, plainText, readText, resolveLinks, wordsOf } from './text.ts'
import { type Element, resolve } from './tree.ts'

/** One entry of a feed, whatever format it came in. */
export interface FeedEntry {
  id: string
  link: string
  title: FeedText | null
  summary: FeedText | null
  content: FeedText | null
  published: Date | null
  updated: Date | null
  /** A date was given that nobody can read. */
  unreadableDate: string | null
  authors: FeedPerson[]
  categories: string[]
  media: FeedMedia[]
  language: string
}

/** Reads an `item` (RSS 0.9x, 1.0, 2.0) or `entry` (Atom 0.3, 1.0). `feedLink` is the last resort for relative addresses. */
export function readEntry(entry: Element, feedLink = ''): FeedEntry {
  const link = linkOf(entry)
  const base = entry.base || (/^https?:/i.test(link) ? link : feedLink)
  const text = (...names: string[]) => based(readText(firstFull(entry, names)), base)
  const content = contentOf(entry, base)
  const summary = text(
    'summary',
    'abstract',
    'dc:description',
    'itunes:summary',
    'dcterms:abstract',
  )
  const description = text('description', 'media:description')
  const published = dateOf(entry, [
    'published',
    'issued',
    'pubdate',
    'dc:date',
    'dcterms:issued',
    'created',
    'dcterms:created',
    'date',
  ])
  const updated = dateOf(entry, ['updated', 'modified', 'dcterms:modified', 'lastbuilddate'])
  return {
    id: idOf(entry),
    link,
    title: text('title', 'dc:title', 'itunes:title', 'media:title'),
    summary: summary ?? (content === null ? null : description),
    content: content ?? description,
    published: published.date,
    updated: updated.date,
    unreadableDate: published.date === null ? (published.unread ?? updated.unread) : null,
    authors: peopleOf(entry),
    categories: categoriesOf(entry),
    media: readMedia(entry),
    language: (wordsOf(first(entry, ['dc:language', 'language'])).trim() || entry.language).trim(),
  }
}

/** Children with one of these names, earlier names first. */
export function first(parent: Element, names: string[]): Element | undefined {
  return all(parent, names)[0]
}

function all(parent: Element, names: string[]): Element[] {
  return names.flatMap((name) =>
    parent.children.filter(
      (child): child is Element => typeof child !== 'string' && child.name === name,
    ),
  )
}

function firstFull(parent: Element, names: string[]): Element | undefined {
  const group = first(parent, ['media:group'])
  const found = all(parent, names).find((element) => readText(element) !== null)
  return found ?? (group === undefined ? undefined : firstFull(group, names))
}

/** The fullest markup among what claims to be the content. */
function contentOf(entry: Element, base: string): FeedText | null {
  const found = all(entry, [
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'fullitem',
    'xhtml:div',
  ])
    .map((element) => based(readText(element), base))
    .filter((text) => text !== null)
  return found.find((text) => text.type === 'html') ?? found[0] ?? null
}

function based(text: FeedText | null, base: string): FeedText | null {
  if (text === null || text.base !== '' || base === '') return text
  return {
    ...text,
    base,
    value: text.type === 'html' ? resolveLinks(text.value, base) : text.value,
  }
}

function idOf(entry: Element): string {
  const element = first(entry, ['id', 'guid'])
  const id = wordsOf(element).trim()
  if (id === '') return entry.attributes['rdf:about'] ?? ''
  const isAddress =
    element?.name === 'id' || element?.attributes.ispermalink?.toLowerCase() !== 'false'
  // An id is opaque: a whole one stays letter for letter.
  return isAddress && element !== undefined && !/^[a-z][\w+.-]*:/i.test(id)
    ? resolve(id, element.base)
    : id
}

function linkOf(entry: Element): string {
  const original = first(entry, ['feedburner:origlink'])
  if (original !== undefined) return resolve(wordsOf(original), original.base)
  const links = all(entry, ['link'])
  const plain = links.find(
    (link) => link.attributes.href === undefined && wordsOf(link).trim() !== '',
  )
  if (plain !== undefined) return resolve(wordsOf(plain), plain.base)
  const alternates = links.filter(
    (link) =>
      link.attributes.href !== undefined && (link.attributes.rel ?? 'alternate') === 'alternate',
  )
  const link =
    alternates.find((one) => (one.attributes.type ?? 'text/html').includes('html')) ?? alternates[0]
  if (link !== undefined) return resolve(link.attributes.href ?? '', link.base)
  const guid = first(entry, ['guid'])
  const address = wordsOf(guid).trim()
  const isLink =
    guid?.attributes.ispermalink?.toLowerCase() !== 'false' && /^https?:/i.test(address)
  return isLink ? address : ''
}

function dateOf(entry: Element, names: string[]): { date: Date | null; unread: string | null } {
  let unread: string | null = null
  for (const element of all(entry, names)) {
    const words = wordsOf(element).trim()
    const date = readDate(words)
    if (date !== null) return { date, unread: null }
    if (words !== '') unread ??= words
  }
  return { date: null, unread }
}

/** The authors of an entry or a feed; the several ways of naming one person count once. */
export function peopleOf(parent: Element): FeedPerson[] {
  for (const names of [
    ['author'],
    ['dc:creator', 'dc:author'],
    ['itunes:author'],
    ['creator', 'dc:contributor'],
  ]) {
    const people = all(parent, names)
      .map(readPerson)
      .filter((person) => person !== null)
    if (people.length > 0)
      return people.filter((one, at) => people.findIndex((other) => other.name === one.name) === at)
  }
  return []
}

function categoriesOf(entry: Element): string[] {
  const found = all(entry, ['category', 'dc:subject', 'media:category', 'keywords']).map(
    (element) =>
      (element.attributes.label ?? element.attributes.term ?? plainText(readText(element))).trim(),
  )
  return [...new Set(found.filter((term) => term !== '' && term.length <= 100))]
}
