import { blocksOf, lettersOf, tidy } from './blocks.ts'
import { findDate } from './dates.ts'
import type { StatedFacts } from './json-ld.ts'
import { namesIn } from './names.ts'

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
  const siteName = meta(document, 'og:site_name') ?? stated.publisher ?? meta(document, 'application-name')
  const language =
    tidy(document.documentElement.getAttribute('lang')) || stated.language || meta(document, 'content-language', 'language', 'og:locale')
  return {
    headline: headlineOf(document, stated, siteName),
    byline: bylineOf(document, stated, siteName),
    ...datesOf(source, language ?? null),
    declaredLanguage: language ?? null,
    summary: tidy(stated.description ?? meta(document, 'og:description', 'description', 'twitter:description', 'dcterms.description')),
    section: sectionOf(document, stated),
    tags: tagsOf(document, stated),
    siteName: siteName ?? null,
    canonicalUrl: canonicalOf(source),
  }
}

/** The first of these meta names, properties or itemprops that says something. */
export const meta = (document: Document, ...names: string[]): string | null => {
  for (const name of names) {
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const element of Array.from(document.querySelectorAll(`meta[${attribute}="${name}" i]`))) {
        const content = tidy(element.getAttribute('content'))
        if (content) return content
      }
  }
  return null
}

const headlineOf = (document: Document, stated: StatedFacts, siteName: string | null): string => {
  const title = tidy(document.querySelector('title')?.textContent)
  const announced = [stated.headline, meta(document, 'og:title'), meta(document, 'twitter:title', 'dc.title', 'headline')]
    .map((text) => unescaped(tidy(text)))
    .filter((text) => text !== '' && lettersOf(text) !== lettersOf(siteName ?? ''))
  const known = [...announced, title].filter((text) => text !== '')
  const shown = Array.from(document.querySelectorAll('h1, h2, [itemprop~="headline"]'))
    .slice(0, 80)
    .map((element) => ({ text: tidy(element.textContent), main: element.nodeName !== 'H2' }))
    .filter(({ text }) => text.length >= 3 && text.length <= 300)
  // The visible heading is what a reader took for the headline, when the page's title agrees.
  const heading = shown.find(({ text, main }) => known.some((one) => agrees(text, one, main)))
  if (heading) return heading.text
  const only = shown.filter(({ main }) => main)
  // A headline written for search engines differs from the one in the paper; they share words.
  if (only.length === 1 && only[0] && known.some((one) => sharesWords(only[0]?.text ?? '', one))) return only[0].text
  if (announced[0]) return withoutSite(announced[0], siteName)
  const lone = shown.filter(({ main }) => main)
  if (title === '' || (lone.length === 1 && isOnlySite(title, siteName))) return lone[0]?.text ?? ''
  return withoutSite(title, siteName)
}

const agrees = (shown: string, known: string, main: boolean): boolean => {
  const [a, b] = [lettersOf(shown), lettersOf(known)]
  if (a.length < 4 || b.length < 4) return false
  if (a === b) return true
  const enough = a.length >= b.length * (main ? 0.5 : 0.7)
  return enough && (b.includes(a) || (main && a.includes(b) && b.length >= a.length * 0.5))
}

const sharesWords = (shown: string, known: string): boolean => {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const words = new Set(wordsOf(known))
  return shown.length >= 20 && [...new Set(wordsOf(shown))].filter((word) => words.has(word)).length >= 2
}

const isOnlySite = (title: string, siteName: string | null): boolean =>
  lettersOf(title) === lettersOf(siteName ?? '') || title.split(' ').length <= 2

/** "Storm closes roads | The Daily" → "Storm closes roads". */
const withoutSite = (title: string, siteName: string | null): string => {
  const parts = title.split(/\s+[|–—\-:»·•]{1,2}\s+|\s*[|｜_]\s*/)
  if (parts.length < 2) return title
  const site = lettersOf(siteName ?? '')
  const kept = parts.filter((part) => site === '' || lettersOf(part) !== site)
  if (kept.length < parts.length) return kept.length === 1 ? (kept[0] ?? title) : cutEnd(title, kept)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const first = parts[0] ?? ''
  return first.length >= 15 || first.split(' ').length >= 3 ? first : longest.length >= 15 ? longest : title
}

const cutEnd = (title: string, kept: string[]): string => {
  const [start, end] = [kept[0] ?? '', kept.at(-1) ?? '']
  const from = title.indexOf(start)
  const until = title.lastIndexOf(end)
  return from >= 0 && until > from ? title.slice(from, until + end.length) : kept.join(' – ')
}

const unescaped = (text: string): string => {
  const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', '#39': "'", '#039': "'" }
  return text.replace(/&(amp|quot|apos|lt|gt|#0?39);/g, (whole, name: string) => named[name] ?? whole)
}

const bylineSelectors = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i] [class*="author" i], [class*="byline" i] [class*="name" i]',
  '[class*="byline" i], [id*="byline" i]',
  '[class*="author-name" i], [class*="authorname" i], [class*="author_name" i]',
  '[class~="author" i], [class~="authors" i], [class*="article-author" i], [class*="article__author" i], [class~="writer" i], [class~="reporter" i]',
]

const bylineOf = (document: Document, stated: StatedFacts, siteName: string | null): string[] => {
  const isPaper = (name: string): boolean => lettersOf(name) === lettersOf(siteName ?? '')
  const announced = [
    stated.authors,
    [meta(document, 'byl', 'parsely-author', 'sailthru.author', 'author', 'dc.creator', 'dcterms.creator', 'article:author_name', 'cXenseParse:author') ?? ''],
    [meta(document, 'article:author') ?? ''],
  ].map((names) => [...new Set(names.flatMap(namesIn))])
  const persons = announced.find((names) => names.length > 0 && !names.every(isPaper))
  if (persons) return persons
  for (const selector of bylineSelectors) {
    for (const element of Array.from(document.querySelectorAll(selector)).slice(0, 6)) {
      if (element.closest('aside, footer, nav, [class*="comment" i], [class*="related" i]')) continue
      const names = tidy(element.textContent).length <= 200 ? partsOf(element).map(namesIn).find((one) => one.length > 0) ?? [] : []
      if (names.length > 0 && !names.every(isPaper)) return names
    }
  }
  return announced.find((names) => names.length > 0) ?? []
}

/** What stands in elements of its own (name, office, paper, time) is not one name. */
const partsOf = (element: Element): string[] => {
  const children = Array.from(element.children)
  if (children.length < 2) return [tidy(element.textContent)]
  const direct = Array.from(element.childNodes).filter((node) => node.nodeType === 3 && /\p{L}{2}/u.test(node.textContent ?? ''))
  const names = children.filter((child) => child.nodeName === 'A' || child.nodeName === 'SPAN')
  // "By <a>Ann Lee</a> and <a>Bo Ray</a>" is one line of names.
  return direct.length > 0 && names.length === children.length && direct.every((node) => tidy(node.textContent).length < 6)
    ? [tidy(element.textContent)]
    : [...children.map((child) => tidy(child.textContent)), tidy(element.textContent)]
}

const publishedMetas = [
  'article:published_time', 'datePublished', 'og:published_time', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate',
  'publish-date', 'publish_date', 'dcterms.created', 'dc.date.issued', 'dcterms.date', 'dc.date', 'article.published',
  'article_date_original', 'originalpublicationdate', 'ptime', 'cxenseparse:recs:publishtime', 'date', 'dateCreated',
]

const datesOf = (source: Source, language: string | null): { publishedAt: Date | null; updatedAt: Date | null } => {
  const { document, stated, zone } = source
  const read = (text: string | null | undefined): Date | null => (text ? momentOf(text, { zone, language }) : null)
  const published =
    read(stated.publishedAt) ??
    publishedMetas.reduce<Date | null>((found, name) => found ?? read(meta(document, name)), null) ??
    shownDate(document, { zone, language }) ??
    read(source.url ? /\/((?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2})(?:\/|$|-)/.exec(source.url)?.[1] : null)
  const updated = read(stated.updatedAt) ?? read(meta(document, 'article:modified_time', 'dateModified', 'og:updated_time', 'lastmod', 'dcterms.modified'))
  return { publishedAt: published, updatedAt: updated && published && updated > published ? updated : null }
}

const momentOf = (text: string, context: { zone: string; language: string | null }): Date | null => {
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1))
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$/.exec(text)
  const spelled = compact ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? ` ${compact[4]}:${compact[5]}` : ''}` : text
  return findDate(spelled, context)?.at ?? null
}

/** The date a reader sees near the headline: marked as time, named as date, or standing alone. */
const shownDate = (document: Document, context: { zone: string; language: string | null }): Date | null => {
  const marked =
    'time, [itemprop~="datePublished"], [class*="date" i], [class*="time" i], [class*="publish" i], [id*="date" i], [class*="byline" i], [class*="meta" i]'
  for (const element of Array.from(document.querySelectorAll(marked)).slice(0, 300)) {
    if (element.closest('aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="clock" i], [class*="weather" i]')) continue
    const text = tidy(element.textContent)
    const stated = element.getAttribute('datetime') ?? element.getAttribute('content')
    const at = stated ? momentOf(stated, context) : null
    if (at) return at
    const found = text.length <= 160 ? findDate(text, context) : null
    if (found) return found.at
  }
  for (const block of blocksOf(document.body).slice(0, 400)) {
    const found = block.text.length <= 120 && block.linkShare < 0.5 ? findDate(block.text, context) : null
    if (found && found.length > block.text.length * 0.3) return found.at
  }
  return null
}

const sectionOf = (document: Document, stated: StatedFacts): string | null => {
  const named = stated.section ?? meta(document, 'article:section', 'parsely-section', 'section', 'articleSection', 'cg')
  const plain = tidy(named?.replace(/\/+$/, '').split('/').at(-1)?.replace(/[_-]+/g, ' '))
  if (named && !/^https?:/.test(named) && plain.length <= 60 && !/^(nil|null|none|undefined|uncategori[sz]ed|front page|home|)$/i.test(plain))
    return plain === plain.toLowerCase() ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
  const crumbs = Array.from(
    document.querySelectorAll('[class*="breadcrumb" i] a, [id*="breadcrumb" i] a, [itemtype*="BreadcrumbList"] a'),
  )
    .slice(0, 8)
    .map((element) => tidy(element.textContent))
    .filter((text) => text !== '' && text.length <= 40)
  return crumbs.length > 1 ? (crumbs[1] ?? null) : null
}

const tagsOf = (document: Document, stated: StatedFacts): string[] => {
  const articleTags = Array.from(document.querySelectorAll('meta[property="article:tag" i]')).map((one) => one.getAttribute('content') ?? '')
  const linked = Array.from(document.querySelectorAll('a[rel~="tag"]')).slice(0, 30).map((one) => one.textContent ?? '')
  const keywords = (meta(document, 'news_keywords', 'keywords', 'parsely-tags') ?? '').split(/[,;،]/)
  const chosen = [articleTags, stated.tags, linked, keywords].find((tags) => tags.some((tag) => tidy(tag) !== '')) ?? []
  return [...new Set(chosen.flatMap((tag) => tag.split(',')).map(tidy))].filter((tag) => tag !== '' && tag.length <= 60).slice(0, 30)
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

/** An http(s) address made whole, or null. */
export const absolute = (address: string | null | undefined, base: string | null): string | null => {
  try {
    const url = new URL(tidy(address), base ?? undefined)
    return tidy(address) !== '' && /^https?:$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
