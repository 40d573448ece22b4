import { escapeHtml } from '#platform/html/safe.ts'
import type { BodyContext } from './body.ts'
import { isEmbeddable } from './embeds.ts'
import { pictureFigure } from './markup.ts'
import { embedding, known, left } from './shortcode-kinds.ts'
import {
  scanShortcodes,
  shortcodeAttributes,
  type Shortcode,
  type ShortcodeAttributes,
} from './shortcode-scan.ts'

const deepest = 40

/**
 * Makes shortcodes readable: WordPress's own become the figures they stood for; of all others the text
 * inside is kept, and one that stands alone is taken out and noted. What only looks like a shortcode
 * ("[sic]", "[the minister]") stays. Takes and returns HTML.
 */
export function runShortcodes(text: string, context: BodyContext): string {
  if (!text.includes('[')) return text
  const shortcodes = scanShortcodes(text)
  if (shortcodes.length === 0) return text
  const runner = { text, shortcodes, context, next: 0, depth: 0 }
  return runUntil(runner, 0, text.length)
}

interface Runner {
  text: string
  shortcodes: Shortcode[]
  context: BodyContext
  next: number
  depth: number
}

function runUntil(runner: Runner, from: number, to: number): string {
  const { text, shortcodes, context } = runner
  const out: string[] = []
  let at = from
  while (runner.next < shortcodes.length) {
    const shortcode = shortcodes[runner.next] as Shortcode
    if (shortcode.from >= to) break
    runner.next++
    if (shortcode.escaped) {
      out.push(text.slice(at, shortcode.from - 1), text.slice(shortcode.from, shortcode.to))
      at = shortcode.to + 1
      continue
    }
    const { closer } = shortcode
    const paired = closer !== undefined && closer.to <= to
    if (!isShortcode(shortcode, paired)) continue
    out.push(text.slice(at, shortcode.from))
    at = shortcode.to
    if (shortcode.closing) continue
    const attributes = shortcodeAttributes(shortcode.typed)
    if (!paired) {
      out.push(alone(shortcode.name, attributes, context))
      continue
    }
    const inner = within(runner, shortcode, closer)
    out.push(enclosing(shortcode.name, attributes, { inner, context }))
    at = closer.to
  }
  out.push(text.slice(at, to))
  return out.join('')
}

function within(runner: Runner, { to, name }: Shortcode, closer: Shortcode): string {
  const raw = name === 'code' || name === 'sourcecode' || name === 'html'
  let inner = runner.text.slice(to, closer.from)
  if (!raw && runner.depth < deepest) {
    runner.depth++
    inner = runUntil(runner, to, closer.from)
    runner.depth--
  }
  while ((runner.shortcodes[runner.next]?.from ?? Infinity) < closer.to) runner.next++
  return inner
}

/** Words in brackets are common in news; only what cannot be prose counts as a shortcode. */
function isShortcode({ name, typed, closing, capital }: Shortcode, paired: boolean): boolean {
  if (paired || (!closing && /^\s+[\w-]+\s*=/.test(typed))) return true
  if (capital) return false
  return name.includes('_') || known.has(name) || embedding.has(name) || left.has(name)
}

function alone(name: string, attributes: ShortcodeAttributes, context: BodyContext): string {
  const result = known.get(name)?.(attributes, { inner: '', context })
  if (result) return context.keep(result)
  const address = attributes['src'] ?? attributes['url'] ?? attributes['0'] ?? ''
  if (embedding.has(name) || isEmbeddable(address)) {
    const figure = context.embed(embedding.get(name)?.(address) ?? address)
    if (figure) return figure
  }
  if (/^https?:\/\/\S+\.(?:jpe?g|png|gif|webp|avif)$/i.test(address)) {
    return context.keep(pictureFigure({ url: address, alt: attributes['alt'] }))
  }
  const picture = /image/.test(name) ? context.attachment(attributes['image'] ?? '') : null
  if (picture) return context.keep(pictureFigure(picture))
  if (/heading|title$/.test(name) && attributes['text']) {
    return context.keep(`<h2>${escapeHtml(attributes['text'])}</h2>`)
  }
  context.note(`shortcode [${name}]`)
  return ''
}

function enclosing(
  name: string,
  attributes: ShortcodeAttributes,
  { inner, context }: { inner: string; context: BodyContext },
): string {
  const result = known.get(name)?.(attributes, { inner, context })
  if (result !== undefined) return result
  if (embedding.has(name) || isEmbeddable(inner)) {
    const address = inner.trim() || attributes['src'] || attributes['url'] || attributes['0'] || ''
    const figure = context.embed(embedding.get(name)?.(address) ?? address)
    if (figure) return figure
  }
  const title = attributes['title'] ?? attributes['heading'] ?? ''
  const titled = title !== '' && /tab|toggle|accordion|spoiler|section|box|blurb/.test(name)
  return titled ? `\n\n<h3>${escapeHtml(title)}</h3>\n\n${inner}` : inner
}
