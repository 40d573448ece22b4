import { escapeHtml } from '#platform/html/safe.ts'
import type { BodyContext } from './body.ts'
import { isEmbeddable } from './embeds.ts'
import { fileName, playerFigure } from './markup.ts'
import { captionFigure, galleryFigures } from './pictures.ts'
import type { ShortcodeAttributes } from './shortcode-scan.ts'

/** Makes the HTML of one kind of shortcode; undefined hands it back to the general rules. */
export type Kind = (
  attributes: ShortcodeAttributes,
  given: { inner: string; context: BodyContext },
) => string | undefined

const caption: Kind = ({ caption: text }, { inner, context }) =>
  inner.trim() === '' ? undefined : context.keep(captionFigure(inner, text))

const gallery: Kind = (attributes, { context }) => {
  const ids = attributes['ids'] ?? attributes['include'] ?? ''
  const listed = ids.split(/[\s,]+/).filter(Boolean)
  const without = new Set((attributes['exclude'] ?? '').split(/[\s,]+/))
  const all = listed.length > 0 ? listed : context.attached(attributes['id'])
  const figures = galleryFigures(
    all.filter((id) => !without.has(id)),
    context,
  )
  return figures || all.length > 0 ? context.keep(figures) : undefined
}

const audioTypes = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac']
const videoTypes = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'wmv', 'flv', 'mov']

const audio: Kind = (attributes, { inner, context }) => {
  const url = first(attributes, [...audioTypes, '0']) ?? linkIn(inner)
  return url ? context.keep(playerFigure('audio', url)) : undefined
}

const video: Kind = (attributes, { inner, context }) => {
  const url = first(attributes, [...videoTypes, '0']) ?? linkIn(inner)
  if (!url) return undefined
  return isEmbeddable(url) ? context.embed(url) : context.keep(playerFigure('video', url))
}

const playlist: Kind = (attributes, { context }) => {
  const ids = (attributes['ids'] ?? '').split(/[\s,]+/).filter(Boolean)
  const kind = attributes['type'] === 'video' ? 'video' : 'audio'
  const figures = ids.flatMap((id) => {
    const file = context.attachment(id)
    return file ? [playerFigure(kind, file.url, file.caption || escapeHtml(file.title ?? ''))] : []
  })
  return figures.length > 0 ? context.keep(figures.join('\n')) : undefined
}

const quote: Kind = (attributes, { inner }) => {
  if (inner.trim() === '') return undefined
  const by = attributes['author'] ?? attributes['cite'] ?? attributes['by'] ?? ''
  const cite = by ? `\n\n<cite>${escapeHtml(by)}</cite>` : ''
  return `\n\n<blockquote>${inner.trim()}${cite}</blockquote>\n\n`
}

const pullquote: Kind = (attributes, given) =>
  quote(attributes, given)
    ?.replace('<blockquote>', '<aside class="pullquote">')
    .replace('</blockquote>', '</aside>')

const code: Kind = (_, { inner, context }) => {
  if (inner.trim() === '') return undefined
  const text = inner.replace(/^\n+|\s+$/g, '').replace(/<(?!\/?(?:br|p)\b)/g, '&lt;')
  return context.keep(`<pre><code>${text}</code></pre>`)
}

const button: Kind = (attributes, { inner }) => {
  const url = first(attributes, ['url', 'link', 'href', 'button_url'])
  const text = inner.trim() || escapeHtml(attributes['text'] ?? attributes['button_text'] ?? '')
  if (!text) return undefined
  return url && /^https?:|^\//.test(url) ? `<a href="${escapeHtml(url)}">${text}</a>` : text
}

const file: Kind = (attributes, { context }) => {
  const url = first(attributes, ['url', 'src', 'href', '0'])
  if (!url || !/^https?:/.test(url)) return undefined
  const name = attributes['title'] ?? fileName(url)
  return context.keep(`<p><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></p>`)
}

const footnote: Kind = (_, { inner }) => (inner.trim() ? ` (${inner.trim()})` : '')

export const known = new Map<string, Kind>([
  ['caption', caption],
  ['wp_caption', caption],
  ['gallery', gallery],
  ['audio', audio],
  ['video', video],
  ['playlist', playlist],
  ['quote', quote],
  ['blockquote', quote],
  ['pullquote', pullquote],
  ['code', code],
  ['sourcecode', code],
  ['button', button],
  ['et_pb_button', button],
  ['pdf', file],
  ['pdf-embedder', file],
  ['embeddoc', file],
  ['footnote', footnote],
  ['ref', footnote],
  ['fn', footnote],
  ['divider', () => '\n\n<hr>\n\n'],
])

const asIs = (address: string) => address
const numbered = (before: string) => (address: string) =>
  /^[\w-]+$/.test(address) ? `${before}${address}` : address

/** Shortcodes that stand for something elsewhere, and how their id becomes an address. */
export const embedding = new Map<string, (address: string) => string>([
  ['embed', asIs],
  ['youtube', numbered('https://www.youtube.com/watch?v=')],
  ['vimeo', numbered('https://vimeo.com/')],
  ['tweet', numbered('https://twitter.com/i/status/')],
  ['twitter', numbered('https://twitter.com/i/status/')],
  ['instagram', asIs],
  ['facebook', asIs],
  ['tiktok', asIs],
  ['soundcloud', asIs],
  ['spotify', (id) => id.replace(/^spotify:(\w+):/, 'https://open.spotify.com/$1/')],
  ['dailymotion', numbered('https://www.dailymotion.com/video/')],
  ['gist', numbered('https://gist.github.com/')],
  ['ted', asIs],
  ['googlemaps', asIs],
  ['documentcloud', asIs],
  ['scribd', asIs],
  ['wpvideo', numbered('https://videopress.com/v/')],
  ['iframe', asIs],
])

/** Furniture of plugins that stands alone without attributes: taken out, and noted. */
export const left = new Set(
  'contact-form contact-form-7 ad ads adsense advertisement toc sharethis share addtoany related related-posts related_posts newsletter subscribe subscribe2 mc4wp_form nggallery slideshow ngg_images print-me printfriendly clear spacer'.split(
    ' ',
  ),
)

function first(attributes: ShortcodeAttributes, names: string[]): string | undefined {
  return names.map((name) => attributes[name]).find((value) => value?.trim())
}

function linkIn(html: string): string | undefined {
  return /https?:\/\/[^\s"'<>]+/.exec(html)?.[0]
}
