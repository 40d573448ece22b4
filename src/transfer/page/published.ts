import { blocksOf, tidy } from './blocks.ts'
import { findDate } from './dates.ts'
import type { StatedFacts } from './json-ld.ts'
import { meta } from './meta.ts'

interface Source {
  document: Document
  stated: StatedFacts
  zone: string
  url: string | null
}

const publishedMetas = [
  'article:published_time',
  'datePublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'dcterms.created',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'ptime',
  'cxenseparse:recs:publishtime',
  'date',
  'dateCreated',
]

/** When a page's article was published and updated: as stated for machines, else as shown to people. */
export const datesOf = (
  source: Source,
  language: string | null,
): { publishedAt: Date | null; updatedAt: Date | null } => {
  const { document, stated, zone } = source
  const read = (text: string | null | undefined): Date | null =>
    text ? momentOf(text, { zone, language }) : null
  const published =
    read(stated.publishedAt) ??
    publishedMetas.reduce<Date | null>(
      (found, name) => found ?? read(meta(document, name)),
      null,
    ) ??
    shownDate(document, { zone, language }) ??
    read(
      source.url ? /\/((?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2})(?:\/|$|-)/.exec(source.url)?.[1] : null,
    )
  const updated =
    read(stated.updatedAt) ??
    read(
      meta(
        document,
        'article:modified_time',
        'dateModified',
        'og:updated_time',
        'lastmod',
        'dcterms.modified',
      ),
    )
  return {
    publishedAt: published,
    updatedAt: updated && published && updated > published ? updated : null,
  }
}

const momentOf = (
  text: string,
  context: { zone: string; language: string | null },
): Date | null => {
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1))
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$/.exec(text)
  const spelled = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? ` ${compact[4]}:${compact[5]}` : ''}`
    : text
  return findDate(spelled, context)?.at ?? null
}

/** The date a reader sees near the headline: marked as time, named as date, or standing alone. */
const shownDate = (
  document: Document,
  context: { zone: string; language: string | null },
): Date | null => {
  const marked =
    'time, [itemprop~="datePublished"], [class*="date" i], [class*="time" i], [class*="publish" i], [id*="date" i], [class*="byline" i], [class*="meta" i]'
  for (const element of Array.from(document.querySelectorAll(marked)).slice(0, 300)) {
    if (
      element.closest(
        'aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="clock" i], [class*="weather" i]',
      )
    )
      continue
    const text = tidy(element.textContent)
    const stated = element.getAttribute('datetime') ?? element.getAttribute('content')
    const at = stated ? momentOf(stated, context) : null
    if (at) return at
    const found = text.length <= 160 ? findDate(text, context) : null
    if (found) return found.at
  }
  for (const block of blocksOf(document.body).slice(0, 400)) {
    const found =
      block.text.length <= 120 && block.linkShare < 0.5 ? findDate(block.text, context) : null
    if (found && found.length > block.text.length * 0.3) return found.at
  }
  return null
}
