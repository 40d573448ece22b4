import { decodeHTML, escapeAttribute, escapeText } from 'entities'
import { DomUtils, parseDocument } from 'htmlparser2'
import { type Element, resolve } from './tree.ts'

/** A text of a feed, and whether it is words or markup. */
export interface FeedText {
  type: 'text' | 'html'
  value: string
  base: string
  language: string
}

/** Reads a title, summary or content in any of the ways that RSS and Atom allow or suffer. */
export function readText(element: Element | undefined): FeedText | null {
  if (element === undefined) return null
  const { base, language } = element
  const declared = (element.attributes.type ?? '').trim().toLowerCase()
  if (element.children.some((child) => typeof child !== 'string')) {
    const value = resolveLinks(copyOut(element.children).trim(), base)
    return value === '' ? null : { type: 'html', value, base, language }
  }
  const value = decodeMode(element, declared).trim()
  if (value === '') return null
  const type = typeOf(declared, value)
  return { type, value: type === 'html' ? resolveLinks(value, base) : value, base, language }
}

function decodeMode(element: Element, declared: string): string {
  const text = wordsOf(element)
  const mode = element.attributes.mode?.toLowerCase()
  if (
    mode === undefined &&
    /^(?:image|audio|video|application)\/(?!.*xml|octet-stream)/.test(declared)
  )
    return ''
  if (mode !== 'base64' && declared !== 'application/octet-stream') return text
  return new TextDecoder().decode(Buffer.from(text, 'base64'))
}

function typeOf(declared: string, value: string): FeedText['type'] {
  if (/^(?:html|xhtml|text\/html|application\/xhtml\+xml|text\/x-html)\b/.test(declared))
    return 'html'
  if (declared === 'text' || declared === 'text/plain') return 'text'
  return looksLikeHtml(value) ? 'html' : 'text'
}

const MARKUP =
  /<\/?(?:a|abbr|article|b|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|td|tr|tt|u|ul|video|audio)\b[^<>]*>|<\/\w+>/i

export function looksLikeHtml(value: string): boolean {
  return MARKUP.test(value) || /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(value)
}

/** Markup that was escaped once too often, made markup again. */
export function unescapeTwice(html: string): string {
  return html.includes('<') || !MARKUP.test(decodeHTML(html)) ? html : decodeHTML(html)
}

/** The words of an element, markup inside it left out. */
export function wordsOf(element: Element | undefined): string {
  if (element === undefined) return ''
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('')
}

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr'])

/** Elements written out as HTML; vocabularies other than XHTML lose their prefixes. */
function copyOut(children: (Element | string)[]): string {
  let html = ''
  for (const child of children) {
    if (typeof child === 'string') {
      html += escapeText(child)
      continue
    }
    html += `<${child.tag}`
    for (const [name, value] of Object.entries(child.attributes)) {
      if (!name.includes(':') && name !== 'xmlns') html += ` ${name}="${escapeAttribute(value)}"`
    }
    html += VOID.has(child.tag) ? '>' : `>${copyOut(child.children)}</${child.tag}>`
  }
  return html
}

const LINKS = ['href', 'src', 'poster', 'cite', 'longdesc', 'data-src']

/** Makes the relative addresses of a piece of HTML whole. */
export function resolveLinks(html: string, base: string): string {
  if (base === '' || !/\b(?:href|src|poster|cite|longdesc|srcset)\s*=/i.test(html)) return html
  const document = parseDocument(html)
  let changed = false
  for (const element of DomUtils.getElementsByTagName('*', document, true)) {
    for (const name of LINKS) {
      const written = element.attribs[name]
      if (written === undefined || written === '' || written.startsWith('#')) continue
      const whole = resolve(written, base)
      if (whole === written) continue
      element.attribs[name] = whole
      changed = true
    }
    const srcset = element.attribs.srcset
    if (srcset !== undefined) {
      element.attribs.srcset = srcset.replace(
        /(^|,\s+)(\S+)/g,
        (_, gap: string, address: string) => gap + resolve(address, base),
      )
      changed = true
    }
  }
  return changed ? DomUtils.getInnerHTML(document) : html
}

/** The words of a text, in one line unless `lines` keeps its breaks. */
export function plainText(text: FeedText | null, { lines = false } = {}): string {
  if (text === null) return ''
  const words = text.type === 'html' ? DomUtils.textContent(parseDocument(text.value)) : text.value
  return lines ? words.trim() : words.replace(/\s+/g, ' ').trim()
}

/** The text as HTML: words become paragraphs. */
export function asHtml(text: FeedText | null): string {
  if (text === null) return ''
  if (text.type === 'html') return unescapeTwice(text.value)
  return text.value
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeText(part).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n')
}
