import { replaceElements, withoutComments } from './markup.ts'
import { hasBlocks } from './block-scan.ts'
import { renderBlocks } from './blocks.ts'
import { embedFigure, embedOfTag, isEmbeddable } from './embeds.ts'
import { captionDivs, settlePictures, withoutNoscript } from './pictures.ts'
import { runShortcodes } from './shortcodes.ts'
import { wpautop } from './wpautop.ts'

export interface Attachment {
  url: string
  alt?: string
  /** HTML. */
  caption?: string
  title?: string
}

/** What a body may refer to in its archive. */
export interface BodySource {
  attachment(id: string): Attachment | null
  /** Ids of what was uploaded to this post (or to that one). */
  attached(id?: string): string[]
  /** The body of a reusable block. */
  reusable(id: string): string | null
  /** Where the site stood, for pictures whose address names no host. */
  base?: string
  /** The `footnotes` of the post, as JSON. */
  footnotes?: string
}

/** What the kinds of blocks and shortcodes work with. */
export interface BodyContext extends BodySource {
  /** Says that something was taken out. */
  note(what: string): void
  /** Puts finished HTML aside, so that nothing after it takes it for typed text. */
  keep(html: string): string
  /** The same for an embed; empty when the address is none. */
  embed(address: string, caption?: string): string
}

export interface Body {
  html: string
  /** What was taken out, by what it was, with how often. */
  removed: Map<string, number>
}

/**
 * A WordPress body as plain HTML that reads without WordPress: blocks and shortcodes made into what
 * they show, paragraphs put in where the classic editor left them out, embeds as figures with a link.
 * Not yet safe: the newsroom's sanitiser comes after. `rendered` says that WordPress already printed it.
 */
export function renderBody(raw: string, source: BodySource, rendered = false): Body {
  const removed = new Map<string, number>()
  const kept: string[] = []
  const context: BodyContext = {
    attachment: (id) => source.attachment(id),
    attached: (id) => source.attached(id),
    reusable: onlySoDeep(source),
    footnotes: source.footnotes,
    base: source.base,
    note: (what) => removed.set(what, (removed.get(what) ?? 0) + 1),
    keep: (html) => `\n\n<figure kept-${kept.push(html) - 1}></figure>\n\n`,
    embed(address, caption = '') {
      const figure = embedFigure(address, caption)
      return figure && context.keep(figure)
    },
  }
  // A browser takes <![CDATA[ in HTML for a comment; whoever typed it wanted to show it.
  const text = raw.replace(/<figure kept-/g, '<figure ').replace(/<!\[CDATA\[/g, '&lt;![CDATA[')
  let html = rendered
    ? captionDivs(withoutPlayers(text, context))
    : hasBlocks(text)
      ? blockBody(text, context)
      : classicBody(text, context)
  html = putBack(embedLines(html, context), kept)
  return { html: tidy(html, context), removed }
}

function classicBody(text: string, context: BodyContext): string {
  const bare = withoutComments(withoutPlayers(text, context))
  return wpautop(embedLines(runShortcodes(bare, context), context))
}

function blockBody(text: string, context: BodyContext): string {
  const html = renderBlocks(withoutPlayers(text, context), context, loose)
  const unwrapped = html.replace(/<p(?:\s[^<>]*)?>\s*(\[[^[\]<>]*\])\s*<\/p>/g, '$1')
  return runShortcodes(unwrapped, context)
}

/** Text between blocks, which the classic editor may have typed without paragraphs. */
function loose(html: string): string {
  if (html.trim() === '') return '\n'
  const marked = /<(?:p|div|ul|ol|h[1-6]|figure|table|blockquote|pre)\b/i.test(html)
  return marked ? html : wpautop(withoutComments(html))
}

/** Scripts and styles go; frames and objects become embeds. */
function withoutPlayers(text: string, context: BodyContext): string {
  if (!/<(?:script|style|iframe|object|embed|noscript|blockquote)\b/i.test(text)) return text
  let html = withoutNoscript(text)
  html = replaceElements(html, 'script', (tag) => {
    const gist = /src=["'](https:\/\/gist\.github\.com\/[\w/-]+)\.js/.exec(tag)?.[1]
    if (gist) return context.embed(gist)
    if (!/twitter|instagram|tiktok|facebook|reddit|flickr|pinterest|imgur/.test(tag))
      context.note('script')
    return ''
  })
  html = replaceElements(html, 'style', () => '')
  html = replaceElements(html, 'iframe', (tag) => {
    const figure = embedOfTag(tag)
    if (!figure) context.note('frame without an address')
    return figure && context.keep(figure)
  })
  html = replaceElements(html, 'object', (tag, content) => {
    const inner = /<embed\b[^<>]*>/i.exec(content)?.[0] ?? tag.replace(/\bdata=/i, 'src=')
    const figure = embedOfTag(inner)
    return figure ? context.keep(figure) : content
  })
  html = html.replace(/<embed\b[^<>]*>/gi, (tag) => {
    const figure = embedOfTag(tag)
    return figure && context.keep(figure)
  })
  return replaceElements(html, 'blockquote', (tag, content) => {
    const post = /data-(?:instgrm-permalink|embed-url)=["']([^"']+)/.exec(tag)?.[1]
    return post ? context.embed(post) : `${tag}${content}</blockquote>`
  })
}

/** Addresses alone on a line or in a paragraph: an embed, as WordPress shows them. */
function embedLines(html: string, context: BodyContext): string {
  if (!html.includes('http')) return html
  const swap = (whole: string, address: string) => {
    const url = address.replaceAll('&amp;', '&').replaceAll('&#038;', '&')
    return (isEmbeddable(url) && context.embed(url)) || whole
  }
  return html
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, swap)
    .replace(/<p(?:\s[^<>]*)?>\s*(https?:\/\/[^\s<>"]+)\s*<\/p>/gi, swap)
}

function putBack(html: string, kept: string[]): string {
  let text = html
  // A kept figure may hold another (a caption around an embed); each round opens one layer.
  for (let round = 0; round < 5 && text.includes('<figure kept-'); round++) {
    text = text.replace(/<figure kept-(\d+)><\/figure>/g, (_, number) => kept[Number(number)] ?? '')
  }
  return text
}

function tidy(html: string, context: BodyContext): string {
  const shown = settlePictures(withoutComments(html), context)
  return shown
    .replace(/<(\/?)h1(?=[\s>])/gi, '<$1h2')
    .replace(/<p(?:\s[^<>]*)?>(?:\s|&nbsp;|&#160;|\u00a0|<br ?\/?>)*<\/p>/gi, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function onlySoDeep(source: BodySource): (id: string) => string | null {
  let left = 20
  return (id) => (left-- > 0 ? source.reusable(id) : null)
}
