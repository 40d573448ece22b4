import { escapeHtml } from '#platform/html/safe.ts'
import type { BodyContext } from './body.ts'
import { attribute, pictureFigure, replaceElements, withoutComments } from './markup.ts'

/** What [caption]<img> words[/caption] shows, or the same with the words as an attribute. */
export function captionFigure(inner: string, attributeText: string | undefined): string {
  const tag = /<img\b[^<>]*>/i.exec(inner)
  if (!tag) return inner
  const front = inner.slice(0, tag.index)
  let end = tag.index + tag[0].length
  const linked = /<a\b[^<>]*>\s*$/i.test(front)
  const closing = linked ? /^\s*<\/a>/i.exec(inner.slice(end)) : null
  if (closing) end += closing[0].length
  const picture = inner.slice(0, end).replace(/^\s*(?:<p[^<>]*>)?\s*/, '')
  const below = (attributeText ?? inner.slice(end).replace(/<\/?p\b[^<>]*>/g, '')).trim()
  return `<figure>${picture}${below ? `<figcaption>${below}</figcaption>` : ''}</figure>`
}

/** The pictures of a gallery by their attachments; those not in the file are noted. */
export function galleryFigures(ids: string[], context: BodyContext): string {
  const figures = ids.flatMap((id) => {
    const picture = context.attachment(id)
    if (!picture) context.note(`gallery picture ${id}, which is not in the file`)
    return picture ? [pictureFigure(picture)] : []
  })
  return galleryOf(figures)
}

function galleryOf(figures: string[], caption = ''): string {
  const below = caption.trim() ? `\n<figcaption>${caption.trim()}</figcaption>` : ''
  if (figures.length < 2 && !below) return figures.join('')
  return `<figure class="gallery">\n${figures.join('\n')}${below}\n</figure>`
}

/** The pictures of a gallery block as it was saved, in any of the three ways blocks have had. */
export function figuresOfGallery(html: string): string {
  const pieces = html.split(/(?=<img\b)/i).slice(1)
  const figures = pieces.map((piece) => {
    const tag = /^<img\b[^<>]*>/i.exec(piece)?.[0] ?? ''
    const caption = firstCaption(piece)
    const full = attribute(tag, 'data-full-url')
    const picture = full ? tag.replace(/\ssrc=("|')[^"']*\1/, ` src="${escapeHtml(full)}"`) : tag
    return tag
      ? `<figure>${picture}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
      : ''
  })
  const whole = /<figcaption[^<>]*blocks-gallery-caption[^<>]*>([\s\S]*?)<\/figcaption>/i.exec(html)
  return galleryOf(figures.filter(Boolean), whole?.[1])
}

function firstCaption(html: string): string {
  const open = /<figcaption\b[^<>]*>/i.exec(html)
  if (!open || open[0].includes('blocks-gallery-caption')) return ''
  const from = open.index + open[0].length
  const to = html.indexOf('</figcaption>', from)
  return to === -1 ? '' : html.slice(from, to).trim()
}

/** <div class="wp-caption"> as WordPress prints it, for bodies that were already rendered. */
export function captionDivs(html: string): string {
  if (!html.includes('wp-caption')) return html
  const opener = /<div\b[^<>]*(?:wp-caption|width:)[^<>]*>/gi
  let out = ''
  let from = 0
  for (let open = opener.exec(html); open; open = opener.exec(html)) {
    const start = open.index + open[0].length
    const end = html.indexOf('</div>', start)
    if (end === -1) break
    const content = html.slice(start, end)
    const words = /<(p|span)\b[^<>]*wp-caption-text[^<>]*>([\s\S]*?)<\/\1>/i.exec(content)
    if (!words || !content.includes('<img')) continue
    const pictures = content.slice(0, words.index).trim()
    out += html.slice(from, open.index)
    out += `<figure>${pictures}<figcaption>${words[2]?.trim() ?? ''}</figcaption></figure>`
    from = end + '</div>'.length
    opener.lastIndex = from
  }
  return out + html.slice(from)
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:\?[^"']*)?$/i

/** Every picture by the address of its original file; links that only enlarge it are taken away. */
export function settlePictures(html: string, context: BodyContext): string {
  if (!html.includes('<img')) return html
  const shown = html
    .replace(/<a\b([^<>]*)>\s*(<img\b[^<>]*>)\s*<\/a>/gi, (whole, tag: string, picture: string) =>
      pictureFile.test(attribute(` ${tag}`, 'href') ?? '') ? picture : whole,
    )
    .replace(/<img\b[^<>]*>/gi, (tag) => settlePicture(tag, context))
  return shown.replace(/<p(?:\s[^<>]*)?>\s*(<img\b[^<>]*>)\s*<\/p>/gi, '<figure>$1</figure>')
}

function settlePicture(tag: string, context: BodyContext): string {
  const id = /\bwp-image-(\d+)/.exec(tag)?.[1] ?? attribute(tag, 'data-id')
  const original = id ? context.attachment(id) : null
  const written =
    ['data-orig-file', 'data-lazy-src', 'data-src', 'data-original', 'src']
      .map((name) => attribute(tag, name))
      .find((value) => value && !value.startsWith('data:')) ?? null
  const url = original && sameFile(original.url, written) ? original.url : written
  if (!url) return ''
  const alt = attribute(tag, 'alt') || original?.alt || ''
  const address = context.base ? (URL.parse(url, context.base)?.href ?? url) : url
  const [width, height] = [attribute(tag, 'width'), attribute(tag, 'height')]
  const sized = url === written && /^\d+$/.test(width ?? '') && /^\d+$/.test(height ?? '')
  const size = sized ? ` width="${width}" height="${height}"` : ''
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${size}>`
}

/** Whether an address is the file itself or one of the sizes WordPress makes of it. */
function sameFile(original: string, shown: string | null): boolean {
  if (!shown) return true
  return stem(original) === stem(shown) || bare(stem(original)) === bare(stem(shown))
}

function stem(url: string): string {
  const name = (url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? ''
  return name.replace(/\.\w+$/, '')
}

function bare(name: string): string {
  return name.replace(/-(?:scaled|rotated|e\d{10,}|\d+x\d+)+$/g, '')
}

/** A <noscript> picture is the same as the lazy one beside it; other content of it is kept. */
export function withoutNoscript(html: string): string {
  if (!html.includes('<noscript')) return html
  const lazy = new Set<string>()
  for (const [tag] of html.matchAll(/<img\b[^<>]*\bdata-[^<>]*>/gi)) {
    for (const name of ['data-src', 'data-lazy-src', 'data-original', 'data-image']) {
      const url = attribute(tag, name)
      if (url) lazy.add(url)
    }
  }
  return replaceElements(html, 'noscript', (_, content) => {
    const tag = /<img\b[^<>]*>/i.exec(content)?.[0]
    return tag && lazy.has(attribute(tag, 'src') ?? '') ? '' : withoutComments(content)
  })
}
