import { type Element, resolve } from './tree.ts'
import { wordsOf } from './text.ts'

/** A picture, sound or film that hangs on an entry. */
export interface FeedMedia {
  url: string
  kind: 'picture' | 'audio' | 'video' | 'file'
  type?: string
  width?: number
  caption?: string
  credit?: string
  alt?: string
}

/** Everything attached to an entry, in the order of the feed: enclosures, Media RSS, iTunes. */
export function readMedia(entry: Element): FeedMedia[] {
  const found: FeedMedia[] = []
  for (const element of attachments(entry)) {
    const address = element.attributes.url ?? element.attributes.href ?? addressInside(element)
    if (address === undefined || address.trim() === '') continue
    const url = resolve(address, element.base)
    if (/^https?:/i.test(url) && !found.some((known) => known.url === url)) {
      found.push({ url, kind: kindOf(element, url), ...described(element, entry) })
    }
  }
  return found
}

const ATTACHING = new Set([
  'enclosure',
  'media:content',
  'media:thumbnail',
  'itunes:image',
  'image',
])

function* attachments(entry: Element): Iterable<Element> {
  for (const child of entry.children) {
    if (typeof child === 'string') continue
    if (child.name === 'media:group') yield* attachments(child)
    else if (ATTACHING.has(child.name)) yield child
    else if (child.name === 'link' && child.attributes.rel === 'enclosure') yield child
    if (child.name === 'media:content') yield* attachments(child)
  }
}

function addressInside(element: Element): string | undefined {
  if (element.name !== 'image') return undefined
  const url = element.children.find((child) => typeof child !== 'string' && child.name === 'url')
  const text = typeof url === 'object' ? wordsOf(url) : wordsOf(element)
  return /^\s*https?:/i.test(text) ? text.trim() : undefined
}

export function kindOf(
  element: Pick<Element, 'name' | 'attributes'>,
  url: string,
): FeedMedia['kind'] {
  if (/image$|thumbnail$/.test(element.name)) return 'picture'
  const said = `${element.attributes.medium ?? ''} ${element.attributes.type ?? ''}`.toLowerCase()
  if (said.includes('image')) return 'picture'
  if (said.includes('audio')) return 'audio'
  if (said.includes('video')) return 'video'
  const extension = /\.(\w+)(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? ''
  if (/^(?:jpe?g|png|gif|webp|avif)$/.test(extension)) return 'picture'
  if (/^(?:mp3|m4a|ogg|oga|wav|aac)$/.test(extension)) return 'audio'
  if (/^(?:mp4|m4v|mov|webm|ogv)$/.test(extension)) return 'video'
  return 'file'
}

function described(element: Element, entry: Element): Partial<FeedMedia> {
  const caption = words('media:description', element) || words('media:text', element)
  const credit = words('media:credit', element) || words('media:credit', entry)
  const alt = words('media:title', element)
  const width = Number(element.attributes.width)
  return {
    ...(element.attributes.type && { type: element.attributes.type }),
    ...(width > 0 && { width }),
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(alt && { alt }),
  }
}

function words(name: string, from: Element): string {
  const child = from.children.find((one) => typeof one !== 'string' && one.name === name)
  const text = typeof child === 'object' ? wordsOf(child) : ''
  return text.replace(/<[^>]*>/g, '').trim()
}
