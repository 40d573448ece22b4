import { element, type Xml, xmlDocument } from '#platform/http/xml.ts'

/** The most addresses one sitemap may have (sitemaps.org/protocol.html). */
export const sitemapLimit = 50_000

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export interface SitemapEntry {
  url: string
  changedAt?: Date | null
}

/** A sitemap index: the sitemaps of the paper. */
export function sitemapIndex(sitemaps: SitemapEntry[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: namespace },
      ...sitemaps.map((entry) => place('sitemap', entry)),
    ),
  )
}

/** One sitemap of at most 50,000 addresses. */
export function sitemapOf(entries: SitemapEntry[]): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespace },
      ...entries.slice(0, sitemapLimit).map((entry) => place('url', entry)),
    ),
  )
}

export interface NewsEntry {
  url: string
  headline: string
  language: string
  publishedAt: Date
}

/** The articles of the last 48 hours for news search engines, at most 1,000 (Google News sitemaps). */
export function newsSitemap(publication: string, entries: NewsEntry[]): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespace, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ...entries
        .slice(0, 1000)
        .map((entry) =>
          element(
            'url',
            {},
            element('loc', {}, entry.url),
            element(
              'news:news',
              {},
              element(
                'news:publication',
                {},
                element('news:name', {}, publication),
                element('news:language', {}, newsLanguage(entry.language)),
              ),
              element('news:publication_date', {}, entry.publishedAt.toISOString()),
              element('news:title', {}, entry.headline),
            ),
          ),
        ),
    ),
  )
}

/** ISO 639: two or three letters, except for the two Chinese ones. */
function newsLanguage(language: string): string {
  const tag = language.toLowerCase()
  if (/^zh-(tw|hk|hant)/.test(tag)) return 'zh-tw'
  return tag.startsWith('zh') ? 'zh-cn' : (tag.split('-')[0] ?? 'en')
}

function place(name: string, { url, changedAt }: SitemapEntry): Xml {
  return element(
    name,
    {},
    element('loc', {}, url),
    changedAt && element('lastmod', {}, changedAt.toISOString()),
  )
}
