import {
  leavesThePaper,
  linkAddress,
  noteId,
  ownMediaAddress,
  pictureAddress,
} from './body-links.ts'
import { cleanText } from './text.ts'

export type Attributes = Record<string, string>

/** Language and direction, which every element may say. */
export function dress(from: Attributes): Attributes {
  const result: Attributes = {}
  const language = from.lang ?? from['xml:lang']
  if (language && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(language)) result.lang = language
  const direction = from.dir?.trim().toLowerCase()
  if (direction === 'ltr' || direction === 'rtl' || direction === 'auto') result.dir = direction
  return result
}

/** What a link keeps; null when it leads nowhere we allow. */
export function linkAttributes(from: Attributes): Attributes | null {
  const href = linkAddress(from.href)
  const id = noteId(from.id ?? from.name)
  if (!href && !id) return null
  const result = dress(from)
  if (id) result.id = id
  if (!href) return result
  result.href = href
  if (!leavesThePaper(href)) return result
  const said = new Set((from.rel ?? '').toLowerCase().split(/\s+/))
  const kept = ['nofollow', 'sponsored', 'ugc'].filter((word) => said.has(word))
  result.rel = ['external', 'noopener', ...kept].join(' ')
  return result
}

/** What an inline element keeps. */
export function formatAttributes(tag: string, from: Attributes): Attributes {
  const result = dress(from)
  if (tag === 'sup') copyNote(from, result)
  if (tag === 'abbr' && from.title)
    result.title = cleanText(from.title).slice(0, 300).toWellFormed()
  if (tag === 'time' && from.datetime && /^[\w:.+ -]{4,40}$/.test(from.datetime))
    result.datetime = from.datetime
  return result
}

/** What a block keeps, besides the class that names its kind. */
export function blockAttributes(tag: string, from: Attributes): Attributes {
  const result = dress(from)
  if (tag === 'li' || tag === 'p') copyNote(from, result)
  if (tag === 'ol') {
    copyNumber(from, result, { name: 'start', from: -100_000, to: 100_000 })
    if (from.reversed !== undefined) result.reversed = ''
    if (from.type && /^[1aAiI]$/.test(from.type)) result.type = from.type
  }
  if (tag === 'li') copyNumber(from, result, { name: 'value', from: -100_000, to: 100_000 })
  if (tag === 'td' || tag === 'th') {
    copyNumber(from, result, { name: 'colspan', from: 2, to: 100 })
    copyNumber(from, result, { name: 'rowspan', from: 2, to: 1000 })
    if (tag === 'th' && /^(?:col|row|colgroup|rowgroup)$/.test(from.scope ?? ''))
      result.scope = from.scope as string
  }
  return result
}

/** A picture's; a text for a smiley; null for what shows nothing (no address, a counting pixel). */
export function pictureAttributes(from: Attributes): Attributes | string | null {
  const alt = cleanText(from.alt ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2000)
    .toWellFormed()
  if (alt && alt.length < 9 && /(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(from.class ?? ''))
    return alt
  const src = firstPicture(from)
  if (!src) return null
  if (isDot(from.width) && isDot(from.height)) return null
  const result: Attributes = { src, alt }
  copyNumber(from, result, { name: 'width', from: 1, to: 20_000 })
  copyNumber(from, result, { name: 'height', from: 1, to: 20_000 })
  result.loading = 'lazy'
  result.decoding = 'async'
  return { ...result, ...dress(from) }
}

/** Sound's and film's; null when it is not our own file. */
export function playerAttributes(tag: 'audio' | 'video', from: Attributes): Attributes | null {
  const src = ownMediaAddress(from.src)
  if (!src) return null
  const result: Attributes = { controls: '', preload: 'none', src }
  const poster = tag === 'video' ? ownMediaAddress(from.poster) : null
  if (poster) result.poster = poster
  if (tag === 'video') {
    copyNumber(from, result, { name: 'width', from: 1, to: 20_000 })
    copyNumber(from, result, { name: 'height', from: 1, to: 20_000 })
  }
  return result
}

export function trackAttributes(from: Attributes): Attributes | null {
  const src = ownMediaAddress(from.src)
  if (!src) return null
  const result: Attributes = { kind: from.kind === 'captions' ? 'captions' : 'subtitles', src }
  if (from.srclang && /^[a-zA-Z-]{2,20}$/.test(from.srclang)) result.srclang = from.srclang
  if (from.label) result.label = cleanText(from.label).slice(0, 100).toWellFormed()
  return result
}

// Pages that load pictures late put the real address elsewhere.
const late = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazyload',
  'data-orig-file',
  'data-full-url',
]

function firstPicture(from: Attributes): string | null {
  const placeholder =
    /^data:|\/(?:blank|spacer|placeholder|pixel|transparent|1x1)[\w-]*\.(?:gif|png|svg)/i
  const direct = from.src && !placeholder.test(from.src) ? pictureAddress(from.src) : null
  if (direct && !late.some((name) => from[name])) return direct
  for (const name of late) {
    const address = pictureAddress(from[name])
    if (address) return address
  }
  const candidates = (from.srcset ?? from['data-srcset'] ?? '').split(/,\s+/, 40)
  return direct ?? pictureAddress(candidates.at(-1)?.trim().split(/\s/, 1)[0])
}

function isDot(size: string | undefined): boolean {
  return size !== undefined && /^[0-2](?:px)?$/.test(size.trim())
}

function copyNote(from: Attributes, to: Attributes): void {
  const id = noteId(from.id)
  if (id) to.id = id
}

function copyNumber(
  from: Attributes,
  to: Attributes,
  allowed: { name: string; from: number; to: number },
): void {
  const text = /^\s*(-?\d{1,6})(?:px)?\s*$/.exec(from[allowed.name] ?? '')?.[1]
  if (text === undefined) return
  const value = Number(text)
  if (value >= allowed.from && value <= allowed.to) to[allowed.name] = String(value)
}
