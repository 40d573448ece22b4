import { z } from 'zod'
import { escapeHtml } from '#platform/html/safe.ts'
import { blockText, type BlockAttributes } from './block-scan.ts'
import type { BodyContext } from './body.ts'
import { attribute, fileName, playerFigure, pictureFigure } from './markup.ts'
import { figuresOfGallery, galleryFigures } from './pictures.ts'
import { wpautop } from './wpautop.ts'

/** Makes the HTML of a block from what it holds; undefined keeps it as it is. */
type BlockKind = (
  inner: string,
  attributes: BlockAttributes,
  context: BodyContext,
) => string | undefined

/** Blocks that show other parts of a site. There is nothing of the article in them. */
export const dynamic =
  /^(?:search|latest-posts|latest-comments|archives|calendar|categories|tag-cloud|rss|navigation.*|page-list.*|query.*|post-.*|comments?(?:-.*)?|site-.*|loginout|avatar|read-more|social-links?|home-link|term-.*|template-part|pattern|legacy-widget|widget-group|(?:jetpack|newspack-blocks|yoast(?!-seo\/(?:faq|how-to)-block)|mailpoet|gravityforms|contact-form-7|woocommerce)\/.*(?:form|posts|subscribe|subscriptions|related|sharing|signup|donate|carousel|homepage-articles|like).*)$/

const embed: BlockKind = (inner, attributes, context) => {
  const url = blockText(attributes, 'url') || /https?:\/\/[^\s"'<>]+/.exec(inner)?.[0] || ''
  return context.embed(url, captionIn(inner)) || undefined
}

const player =
  (kind: 'audio' | 'video'): BlockKind =>
  (inner, attributes, context) => {
    const tag = new RegExp(`<${kind}\\b[^<>]*>`, 'i').exec(inner)?.[0] ?? ''
    const id = blockText(attributes, 'id')
    const url = attribute(tag, 'src') || blockText(attributes, 'src') || context.attachment(id)?.url
    return url ? context.keep(playerFigure(kind, url, captionIn(inner))) : undefined
  }

const gallery: BlockKind = (inner, attributes, context) => {
  if (/<img\b/i.test(inner)) return context.keep(figuresOfGallery(inner))
  const ids = attributes['ids']
  return Array.isArray(ids) ? context.keep(galleryFigures(ids.map(String), context)) : ''
}

const cover: BlockKind = (inner, attributes, context) => {
  const words = inner.replace(/<(img|video)\b[^<>]*wp-block-cover__[^<>]*>(?:<\/video>)?/gi, '')
  const inside = withoutBoxes(words)
  const picture = context.attachment(blockText(attributes, 'id'))
  const url = blockText(attributes, 'url') || picture?.url
  const alt = blockText(attributes, 'alt') || picture?.alt
  const film = blockText(attributes, 'backgroundType') === 'video'
  if (!url || !/^(?:https?:)?\//.test(url)) return inside
  const figure = film ? playerFigure('video', url) : pictureFigure({ url, alt })
  return context.keep(figure) + inside
}

const file: BlockKind = (inner, attributes) => {
  const link = /<a\b[^<>]*>([\s\S]*?)<\/a>/i.exec(inner)
  const href = blockText(attributes, 'href') || (link && attribute(link[0], 'href')) || ''
  if (!href) return undefined
  return `<p><a href="${escapeHtml(href)}">${link?.[1]?.trim() || escapeHtml(fileName(href))}</a></p>`
}

const button: BlockKind = (inner) => {
  const link = /<a\b[^<>]*>([\s\S]*?)<\/a>/i.exec(inner)
  const href = link && attribute(link[0], 'href')
  const text = (link?.[1] ?? inner.replace(/<\/?(?:div|button)\b[^<>]*>/gi, '')).trim()
  if (!text) return ''
  return href ? `<p><a href="${escapeHtml(href)}">${text}</a></p>` : `<p>${text}</p>`
}

const savedFootnotes = z.array(z.object({ id: z.string(), content: z.string() }))

const footnotes: BlockKind = (inner, _, context) => {
  if (inner.trim()) return undefined
  try {
    const notes = savedFootnotes.parse(JSON.parse(context.footnotes ?? ''))
    const items = notes.map(({ id, content }) => `<li id="${escapeHtml(id)}">${content}</li>`)
    return items.length > 0 ? `<section class="footnotes"><ol>${items.join('')}</ol></section>` : ''
  } catch {
    context.note('footnotes, which could not be read')
    return ''
  }
}

/** Boxes lay text out on a page of that theme; they say nothing to a reader. */
function withoutBoxes(html: string): string {
  return html
    .replace(/<span\b[^<>]*wp-block-cover__[^<>]*><\/span>/gi, '')
    .replace(/<\/?(?:div|section|main|header|footer|aside)\b[^<>]*>/gi, '\n')
}

const unwrapped: BlockKind = (inner) => withoutBoxes(inner)
const nothing: BlockKind = () => ''

export const blockKinds = new Map<string, BlockKind>([
  ['embed', embed],
  ['audio', player('audio')],
  ['video', player('video')],
  ['gallery', gallery],
  ['jetpack/tiled-gallery', gallery],
  ['jetpack/slideshow', gallery],
  ['cover', cover],
  ['cover-image', cover],
  ['file', file],
  ['button', button],
  ['buttons', unwrapped],
  ['columns', unwrapped],
  ['column', unwrapped],
  ['group', unwrapped],
  ['image', unwrapped],
  ['media-text', unwrapped],
  ['footnotes', footnotes],
  ['separator', () => '<hr>'],
  ['spacer', nothing],
  ['more', nothing],
  ['nextpage', nothing],
  ['missing', (inner) => inner],
  ['freeform', (inner) => (/<(?:p|div|ul|ol)\b/i.test(inner) ? inner : wpautop(inner))],
])

function captionIn(html: string): string {
  const open = /<figcaption\b[^<>]*>/i.exec(html)
  if (!open) return ''
  const from = open.index + open[0].length
  const to = html.indexOf('</figcaption>', from)
  return to === -1 ? '' : html.slice(from, to)
}
