import type { SafeHtml } from '#platform/html/safe.ts'
import { pictureSet } from './picture-widths.ts'
import { shorten } from './text.ts'

const readings = /<r[tp]\b[^>]*>[^<]*<\/r[tp]>/g
const blockEnds =
  /<\/(?:p|h[2-4]|li|dt|dd|blockquote|figcaption|pre|td|th|caption|figure|tr)>|<(?:br|hr) \/>/g
const entity = /&(?:lt|gt|quot|amp);/g
const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** The words of a stored body, a line for each paragraph; without readings set over characters (ruby). */
export function plainText(body: SafeHtml | string): string {
  const text = body
    .replace(readings, '')
    .replace(blockEnds, '\n')
    .replace(/<[^>]*>/g, '')
  return decode(text)
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim()
}

/** A summary for an article that has none: the first paragraphs of its body, shortened at a word. */
export function summaryFrom(body: SafeHtml | string, limit = 240): string {
  let summary = ''
  for (const match of body.matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)) {
    const text = plainText(match[1] as string).replace(/\s+/g, ' ')
    if (!text) continue
    summary = summary ? `${summary} ${text}` : text
    if (summary.length >= limit * 0.6) break
  }
  return shorten(summary || plainText(body).replace(/\s+/g, ' '), limit)
}

/** Ids of our own media that stand in a body. */
export function mediaIn(body: SafeHtml | string): string[] {
  const found = new Set<string>()
  for (const match of body.matchAll(/(?:src|poster|href)="\/media\/([0-9a-f-]{36})[/."]/g))
    found.add(match[1] as string)
  return [...found]
}

/**
 * A body as a page shows it: our own pictures in the widths that a screen may need. `sizes` says how
 * wide they stand, as the HTML attribute does.
 */
export function withPictureWidths(body: SafeHtml, sizes: string): SafeHtml {
  if (!body.includes('src="/media/')) return body
  return body.replace(
    /<img src="\/media\/([0-9a-f-]{36})\/\d+\.\w+" alt="[^"]*" width="(\d+)"/g,
    (tag: string, id: string, width: string) =>
      `${tag} srcset="${pictureSet(id, Number(width))}" sizes="${sizes}"`,
  ) as SafeHtml
}

function decode(text: string): string {
  return text.includes('&') ? text.replace(entity, (name) => characters[name] as string) : text
}
