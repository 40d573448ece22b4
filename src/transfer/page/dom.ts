import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'

/** A saved page as a tree without its machinery, and what was taken out on the way. */
export interface OpenedPage {
  document: Document
  /** The raw text of each JSON-LD block. */
  jsonLd: string[]
  /** True where the page was larger or deeper than any article and only its beginning was read. */
  cut: boolean
}

const MAX_DEPTH = 150
const MAX_ELEMENTS = 25_000
const MAX_TEXT = 4_000_000
const MAX_ATTRIBUTE = 2_000_000

const dropped = new Set([
  'script',
  'style',
  'svg',
  'template',
  'canvas',
  'object',
  'applet',
  'math',
])
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/**
 * Parses a page into a DOM. One streaming pass first drops scripts, styles and drawings and flattens
 * absurd nesting, so that whatever follows works on a tree of bounded size and depth.
 */
export const openPage = (html: string): OpenedPage => {
  const { text, jsonLd, cut } = strip(html)
  const { document } = parseHTML(text)
  return { document: document as unknown as Document, jsonLd, cut }
}

const strip = (html: string): { text: string; jsonLd: string[]; cut: boolean } => {
  const out: string[] = []
  const jsonLd: string[] = []
  const open: string[] = []
  let skipping = 0
  let json: string | null = null
  let elements = 0
  let length = 0
  let cut = false
  let tooDeep = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (cut) return
        if (skipping > 0 || dropped.has(name)) {
          if (skipping === 0 && name === 'script' && /ld\+json/i.test(attributes.type ?? ''))
            json = ''
          if (!voids.has(name)) skipping++
          return
        }
        const isVoid = voids.has(name)
        if (open.length >= MAX_DEPTH && !isVoid) {
          tooDeep++
          return
        }
        if (++elements > MAX_ELEMENTS) {
          cut = true
          return
        }
        if (!/^[a-z][\w:.-]*$/.test(name)) return
        out.push('<', name, attributesOf(attributes), '>')
        if (!isVoid) open.push(name)
      },
      ontext(text) {
        if (json !== null) json += text
        else if (skipping === 0 && !cut) {
          text = text.length > 200 ? text.replace(/[ \t\n]{100,}/g, ' ') : text
          length += text.length
          if (length > MAX_TEXT) cut = true
          else out.push(escape(text))
        }
      },
      onclosetag(name) {
        if (voids.has(name)) return
        if (skipping > 0) {
          skipping--
          if (skipping === 0 && json !== null) {
            jsonLd.push(json)
            json = null
          }
          return
        }
        if (cut) return
        if (tooDeep > 0) {
          tooDeep--
          return
        }
        if (open.at(-1) === name) {
          open.pop()
          out.push('</', name, '>')
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  for (let at = 0; at < html.length && !cut; at += 65_536) parser.write(html.slice(at, at + 65_536))
  parser.end()
  while (open.length) out.push('</', open.pop() ?? '', '>')
  const text = out.join('')
  const whole = /<body[\s>]/i.test(text) ? text : `<body>${text}</body>`
  return {
    text: `<!DOCTYPE html>${/<html[\s>]/i.test(whole) ? whole : `<html>${whole}</html>`}`,
    jsonLd,
    cut,
  }
}

const attributesOf = (attributes: Record<string, string>): string => {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on') || value.length > MAX_ATTRIBUTE || !/^[a-z_][\w:.-]*$/.test(name))
      continue
    // Only what says "invisible" matters of a style; the rest is a load to carry.
    if (name === 'style' && !/display|visibility/i.test(value)) continue
    text += ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`
  }
  return text
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
