import { tidy } from './blocks.ts'
import { bylineOf } from './byline.ts'
import { headlineOf } from './headline.ts'
import type { StatedFacts } from './json-ld.ts'
import { absolute, meta } from './meta.ts'
import { datesOf } from './published.ts'

/** What a page says of its article outside the body. */
export interface PageFacts {
  headline: string
  byline: string[]
  publishedAt: Date | null
  updatedAt: Date | null
  declaredLanguage: string | null
  summary: string
  section: string | null
  tags: string[]
  siteName: string | null
  canonicalUrl: string | null
}

interface Source {
  document: Document
  stated: StatedFacts
  zone: string
  url: string | null
}

/** Gathers a page's facts: what it states for machines first, then what it shows to people. */
export const factsOf = (source: Source): PageFacts => {
  const { document, stated } = source
  const siteName =
    meta(document, 'og:site_name') ?? stated.publisher ?? meta(document, 'application-name')
  const language =
    tidy(document.documentElement.getAttribute('lang')) ||
    stated.language ||
    meta(document, 'content-language', 'language', 'og:locale')
  return {
    headline: headlineOf(document, stated, siteName),
    byline: bylineOf(document, stated, siteName),
    ...datesOf(source, language ?? null),
    declaredLanguage: language ?? null,
    summary: tidy(
      stated.description ??
        meta(
          document,
          'og:description',
          'description',
          'twitter:description',
          'dcterms.description',
        ),
    ),
    section: sectionOf(document, stated),
    tags: tagsOf(document, stated),
    siteName: siteName ?? null,
    canonicalUrl: canonicalOf(source),
  }
}

const sectionOf = (document: Document, stated: StatedFacts): string | null => {
  const named =
    stated.section ??
    meta(document, 'article:section', 'parsely-section', 'section', 'articleSection', 'cg')
  const plain = tidy(named?.replace(/\/+$/, '').split('/').at(-1)?.replace(/[_-]+/g, ' '))
  if (
    named &&
    !/^https?:/.test(named) &&
    plain.length <= 60 &&
    !/^(nil|null|none|undefined|uncategori[sz]ed|front page|home|)$/i.test(plain)
  )
    return plain === plain.toLowerCase() ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
  const crumbs = Array.from(
    document.querySelectorAll(
      '[class*="breadcrumb" i] a, [id*="breadcrumb" i] a, [itemtype*="BreadcrumbList"] a',
    ),
  )
    .slice(0, 8)
    .map((element) => tidy(element.textContent))
    .filter((text) => text !== '' && text.length <= 40)
  return crumbs.length > 1 ? (crumbs[1] ?? null) : null
}

const tagsOf = (document: Document, stated: StatedFacts): string[] => {
  const articleTags = Array.from(document.querySelectorAll('meta[property="article:tag" i]')).map(
    (one) => one.getAttribute('content') ?? '',
  )
  const linked = Array.from(document.querySelectorAll('a[rel~="tag"]'))
    .slice(0, 30)
    .map((one) => one.textContent ?? '')
  const keywords = (meta(document, 'news_keywords', 'keywords', 'parsely-tags') ?? '').split(
    /[,;،]/,
  )
  const chosen =
    [articleTags, stated.tags, linked, keywords].find((tags) =>
      tags.some((tag) => tidy(tag) !== ''),
    ) ?? []
  return [...new Set(chosen.flatMap((tag) => tag.split(',')).map(tidy))]
    .filter((tag) => tag !== '' && tag.length <= 60)
    .slice(0, 30)
}

const canonicalOf = ({ document, stated, url }: Source): string | null => {
  const link = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href')
  for (const address of [link, meta(document, 'og:url'), stated.url]) {
    const whole = absolute(address, url)
    // A canonical address that is only the front page is a template's mistake.
    if (whole && new URL(whole).pathname.length > 1) return whole
  }
  return url
}
