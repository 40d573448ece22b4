import { z } from 'zod'
import { readDate } from './date.ts'
import { type FeedMedia, kindOf } from './enclosure.ts'
import type { FeedEntry } from './entry.ts'
import { type FeedText, resolveLinks } from './text.ts'
import { resolve } from './tree.ts'

const words = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())
  .catch('')
const person = z.object({ name: words, url: words, email: words })
const people = z.array(person).catch([])
const item = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  image: words,
  banner_image: words,
  date_published: words,
  date_modified: words,
  author: person.optional().catch(undefined),
  authors: people,
  language: words,
  tags: z.array(z.string()).catch([]),
  attachments: z.array(z.object({ url: words, mime_type: words, title: words })).catch([]),
})
const feed = z.object({
  version: z.string().optional(),
  title: words,
  home_page_url: words,
  feed_url: words,
  language: words,
  author: person.optional().catch(undefined),
  authors: people,
  items: z.array(z.unknown()),
})

export interface JsonFeed {
  title: string
  link: string
  language: string
  entries: FeedEntry[]
  /** Items that are no objects with something to read in them. */
  broken: number
}

/** Reads JSON Feed 1.0 and 1.1; null when the text is no feed in JSON. */
export function readJsonFeed(text: string, baseUrl: string): JsonFeed | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = feed.safeParse(json)
  if (!parsed.success) return null
  const { data } = parsed
  const link = resolve(data.home_page_url || data.feed_url, baseUrl)
  const everybody = data.authors.length > 0 ? data.authors : data.author ? [data.author] : []
  const entries: FeedEntry[] = []
  let broken = 0
  for (const one of data.items) {
    const read = item.safeParse(one)
    if (read.success)
      entries.push(toEntry(read.data, { base: link, language: data.language, everybody }))
    else broken++
  }
  return { title: data.title, link, language: data.language, entries, broken }
}

interface Around {
  base: string
  language: string
  everybody: z.infer<typeof people>
}

function toEntry(from: z.infer<typeof item>, { base, language, everybody }: Around): FeedEntry {
  const own = from.authors.length > 0 ? from.authors : from.author ? [from.author] : everybody
  const link = resolve(from.url || from.external_url, base)
  const text = (type: FeedText['type'], value: string): FeedText | null =>
    value.trim() === ''
      ? null
      : { type, value: type === 'html' ? resolveLinks(value, link || base) : value, base, language }
  const published = readDate(from.date_published)
  return {
    id: from.id,
    link,
    title: text('text', from.title),
    summary: text('text', from.summary),
    content: text('html', from.content_html) ?? text('text', from.content_text),
    published,
    updated: readDate(from.date_modified),
    unreadableDate: published === null && from.date_published !== '' ? from.date_published : null,
    authors: own
      .filter((author) => author.name !== '')
      .map(({ name, url, email }) => ({ name, ...(url && { url }), ...(email && { email }) })),
    categories: [...new Set(from.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    media: mediaOf(from, base),
    language: from.language || language,
  }
}

function mediaOf(from: z.infer<typeof item>, base: string): FeedMedia[] {
  const pictures = [from.image, from.banner_image]
    .filter((url) => url !== '')
    .map((url): FeedMedia => ({ url: resolve(url, base), kind: 'picture' }))
  const others = from.attachments
    .filter(({ url }) => url !== '')
    .map(({ url, mime_type, title }): FeedMedia => {
      const whole = resolve(url, base)
      const kind = kindOf({ name: 'attachment', attributes: { type: mime_type } }, whole)
      return { url: whole, kind, type: mime_type, ...(title && { alt: title }) }
    })
  return [...pictures, ...others].filter(({ url }) => /^https?:/i.test(url))
}
