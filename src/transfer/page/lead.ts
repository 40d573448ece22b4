import { absolute, meta } from './meta.ts'
import { tidy } from './blocks.ts'
import type { StatedFacts } from './json-ld.ts'
import { SAVED_PICTURES } from './local-pictures.ts'

export interface PageLead {
  url: string
  alt: string
  caption: string
  credit: string
}

/**
 * The article's main picture: the one the page names for sharing, with the caption and credit that
 * stand beside it on the page. `address` makes its address usable. Null where there is none.
 */
export const leadPictureOf = (
  document: Document,
  stated: StatedFacts,
  address: (value: string) => string | null,
): PageLead | null => {
  const named =
    stated.image?.url ??
    meta(document, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')
  const url = named ? address(named) : null
  const shown = Array.from(document.querySelectorAll('img')).slice(0, 400)
  const image = url
    ? shown.find((one) => isSamePicture(sourceOf(one), url))
    : shown.find(isProminent)
  const found = image ? (address(sourceOf(image)) ?? url) : url
  if (!found || isLogo(found)) return null
  const figure =
    image?.closest(
      'figure, [class*="figure" i], [class*="image" i], [class*="photo" i], [class*="media" i]',
    ) ?? null
  // The address the page names is mostly the largest; a local copy beside a saved page is surer.
  const chosen = url && !found.startsWith(SAVED_PICTURES) ? url : found
  const lead = image
    ? leadInFigure(figure, image, chosen)
    : { url: chosen, alt: '', caption: '', credit: '' }
  return {
    url: chosen,
    alt: lead.alt || tidy(meta(document, 'og:image:alt')),
    caption: lead.caption || (stated.image?.caption ?? ''),
    credit: lead.credit || (stated.image?.credit ?? ''),
  }
}

/** A picture with the caption and credit that its figure gives it. */
export const leadInFigure = (figure: Element | null, image: Element, url: string): PageLead => {
  const credit = tidy(
    figure?.querySelector(
      '[class*="credit" i], [class*="copyright" i], [itemprop~="copyrightHolder"], cite, small',
    )?.textContent,
  )
  const caption = tidy(
    figure?.querySelector('figcaption, [class*="caption" i], [itemprop~="caption"]')?.textContent,
  )
  const stated = credit.length <= 120 ? credit : ''
  return {
    url,
    alt: tidy(image.getAttribute('alt')),
    caption: splitCredit(caption, stated).slice(0, 600),
    credit: (stated || creditIn(caption)).slice(0, 200),
  }
}

/** Whether two addresses show one picture, whatever size, crop or host they ask for. */
export const isSamePicture = (one: string, other: string): boolean => {
  const [a, b] = [fileOf(one), fileOf(other)]
  return a !== '' && a === b
}

/** The address of a picture, also of one that a script would have loaded later. */
export const sourceOf = (image: Element): string => {
  const later = ['data-src', 'data-lazy-src', 'data-original', 'data-hi-res-src', 'data-full-src']
    .map((name) => image.getAttribute(name))
    .find((value) => value && /\.(jpe?g|png|webp|avif|gif)|^https?:|^\/|^\.\//i.test(value))
  const now = image.getAttribute('src') ?? ''
  const set = (image.getAttribute('srcset') ?? image.getAttribute('data-srcset') ?? '').split(
    /,\s+/,
  )
  if (later && (now === '' || now.startsWith('data:') || !now.startsWith('./'))) return later
  return now !== '' && !/^data:image\/(gif|svg)/.test(now)
    ? now
    : (set.at(-1)?.trim().split(/\s/)[0] ?? now)
}

const fileOf = (address: string): string => {
  const path = (absolute(address, 'https://page.invalid/') ?? address).split(/[?#]/)[0] ?? ''
  const name = (
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  ).toLowerCase()
  const bare = name
    .replace(/\.(jpe?g|png|webp|avif|gif)$/g, '')
    .replace(
      /[-_.]?(\d{2,4}x\d{2,4}|\d{3,4}w|large|small|medium|scaled|master\d*|superjumbo|articlelarge|jumbo|videosixteenbynine\w*|[a-z]?\d{2,4}_?)$/g,
      '',
    )
  return bare.length >= 4 ? bare : name.length >= 6 ? name : ''
}

const isProminent = (image: Element): boolean => {
  const width = Number(image.getAttribute('width') ?? 0)
  const wide = width >= 300 || (width === 0 && image.closest('figure') !== null)
  return (
    wide &&
    image.closest('article, main, [itemprop~="articleBody"]') !== null &&
    !isLogo(sourceOf(image))
  )
}

const isLogo = (url: string): boolean =>
  /logo|placeholder|open[-_]?graph|ogp?[-_](image|default)|fb[-_]?ico|default[-_]?(image|share|og)|sprite|blank\.|spacer|pixel|avatar|favicon/i.test(
    url.split(/[?#]/)[0]?.slice(-80) ?? '',
  )

const splitCredit = (caption: string, credit: string): string => {
  const found = credit || creditIn(caption)
  const at = found ? caption.lastIndexOf(found) : -1
  const text =
    at > 0
      ? caption.slice(0, at) + caption.slice(at + found.length)
      : at === 0
        ? caption.slice(found.length)
        : caption
  return tidy(
    text
      .replace(
        /[\s(|–—-]*(photo|credit|picture|image|צילום|تصوير|photograph)(\s+by|\s+credit)?\s*[:：]?[\s)]*$/iu,
        '',
      )
      .replace(/\(\s*\)/g, '')
      .replace(/^[\s)|,.]+|[\s(|]+$/g, ''),
  )
}

const creditIn = (caption: string): string =>
  tidy(
    /\((?:photo|credit|picture|image)?(?:\s+by|\s+credit)?\s*[:：]\s*([^()]{2,100})\)\s*$/iu.exec(
      caption,
    )?.[1] ??
      /(?:photo(?:\s+by|\s+credit)?|credit|picture|foto|צילום|تصوير|Crédit|Bild)\s*[:：]\s*([^()|]{2,80})$/iu.exec(
        caption,
      )?.[1],
  )
