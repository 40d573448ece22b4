import { type SafeHtml, trustedHtml } from '#platform/html/safe.ts'
import type { Words } from '#platform/words/en.ts'
import { pictureWidths, sourceSet } from './picture.ts'

/** Pictures of the text are as wide as its column. */
const sizes = '(min-width: 41rem) 37rem, calc(100vw - 2rem)'

/**
 * A stored body as a page shows it: the same text in the same order, but tables and code get a box
 * to scroll in, asides are notes, and our own pictures come in the sizes they are made in. Takes
 * only what the sanitiser returned: its way of writing tags is relied upon.
 */
export function presentBody(body: SafeHtml, say: Words): SafeHtml {
  let html: string = body
  // Reading modes throw asides away, and landmarks without names say nothing to a screen reader.
  if (html.includes('<aside'))
    html = html.replaceAll(/<aside(?=[\s>])/g, '<div role="note"').replaceAll('</aside>', '</div>')
  // Long lines of code scroll in their box, by keyboard too.
  if (html.includes('<pre')) html = html.replaceAll(/<pre(?=[\s>])/g, '<pre tabindex="0"')
  if (html.includes('<table'))
    html = html
      .replaceAll(
        /<table(?=[\s>])/g,
        `<div class="table-box" role="group" aria-label="${say.table}" tabindex="0"><table`,
      )
      .replaceAll('</table>', '</table></div>')
  if (html.includes('src="/media/'))
    html = html.replaceAll(/<img [^>]*src="\/media\/[^>]*>/g, withSizes)
  return trustedHtml(html)
}

function withSizes(tag: string): string {
  const id = /src="\/media\/([\w-]{1,64})\/\d+\.(?:webp|jpg|avif)"/.exec(tag)?.[1]
  const width = Number(/ width="(\d+)"/.exec(tag)?.[1] ?? 0)
  if (!id || !width) return tag
  const set = (format: 'avif' | 'webp') =>
    `srcset="${sourceSet({ id, width }, format)}" sizes="${sizes}"`
  const plain = width > pictureWidths[0] ? ` ${set('webp')}` : ''
  return `<picture><source type="image/avif" ${set('avif')}>${tag.replace(/\s*\/?>$/, '')}${plain}></picture>`
}
