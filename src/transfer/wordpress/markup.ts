import { decodeHTML } from 'entities'
import { escapeHtml } from '#platform/html/safe.ts'

/** One tag's attribute, entities decoded; null when it is not there. Takes the tag as written. */
export function attribute(tag: string, name: string): string | null {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    patterns.set(name, pattern)
  }
  const found = pattern.exec(tag)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? null : decodeHTML(value).trim()
}
const patterns = new Map<string, RegExp>()

/**
 * Replaces each element of that name by what `put` makes of its tag and content, in linear time. An
 * element that is never closed is given with empty content.
 */
export function replaceElements(
  html: string,
  name: string,
  put: (tag: string, content: string) => string,
): string {
  const opener = new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'gi')
  const closer = new RegExp(`</${name}\\s*>`, 'gi')
  let out = ''
  let from = 0
  let closes = true
  for (;;) {
    opener.lastIndex = from
    const open = opener.exec(html)
    if (!open) break
    const start = open.index + open[0].length
    closer.lastIndex = start
    const close = closes && !open[0].endsWith('/>') ? closer.exec(html) : null
    if (!close && !open[0].endsWith('/>')) closes = false
    out += html.slice(from, open.index) + put(open[0], close ? html.slice(start, close.index) : '')
    from = close ? close.index + close[0].length : start
  }
  return from === 0 ? html : out + html.slice(from)
}

/** HTML without its comments. One that never ends is left standing, as text after it may matter. */
export function withoutComments(html: string): string {
  if (!html.includes('<!--')) return html
  let out = ''
  let from = 0
  for (;;) {
    const open = html.indexOf('<!--', from)
    const close = open === -1 ? -1 : html.indexOf('-->', open + 4)
    if (close === -1) break
    out += html.slice(from, open)
    from = close + 3
  }
  return out + html.slice(from)
}

/** What a person would read: tags gone, entities decoded, white space made single. */
export function plainText(html: string): string {
  const text = withoutComments(html).replace(/<\/?[a-z][^<>]*>/gi, ' ')
  return decodeHTML(text).replace(/\s+/g, ' ').trim()
}

/** A headline: as plain text, but a tag inside a word leaves no gap ("Mark<sup>up</sup>"). */
export function headlineText(html: string): string {
  const text = html.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '')
  return decodeHTML(text).replace(/\s+/g, ' ').trim()
}

export interface Picture {
  url: string
  alt?: string
  /** HTML. */
  caption?: string
}

export function pictureFigure({ url, alt, caption }: Picture): string {
  const below = caption?.trim() ? `<figcaption>${caption.trim()}</figcaption>` : ''
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt ?? '')}">${below}</figure>`
}

/** Sound or film: with a link inside, which stays where players are not allowed. */
export function playerFigure(kind: 'audio' | 'video', url: string, caption = ''): string {
  const href = escapeHtml(url)
  const below = caption.trim() ? `<figcaption>${caption.trim()}</figcaption>` : ''
  const name = escapeHtml(fileName(url))
  return `<figure><${kind} controls preload="none" src="${href}"><a href="${href}">${name}</a></${kind}>${below}</figure>`
}

export function fileName(url: string): string {
  const last = url.split(/[?#]/)[0]?.split('/').findLast(Boolean) ?? url
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
