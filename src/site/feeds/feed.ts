import { element, xmlDocument } from '#platform/http/xml.ts'

/** An article in a feed. */
export interface FeedItem {
  id: string
  url: string
  headline: string
  summary: string
  /** Full text; empty for a premium article. Addresses in it are absolute. */
  html: string
  language: string
  authors: string[]
  section: string | null
  tags: string[]
  publishedAt: Date
  updatedAt: Date | null
  picture: { url: string; type: string } | null
}

export interface Feed {
  title: string
  description: string
  language: string
  /** The page the feed is of. */
  home: string
  /** Its own address. */
  self: string
  items: FeedItem[]
}

/** RSS 2.0 with full text (content:encoded), authors (dc:creator) and the lead picture (media:content). */
export function rssOf(feed: Feed): string {
  const newest = feed.items[0]
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.home),
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.language),
        newest &&
          element('lastBuildDate', {}, (newest.updatedAt ?? newest.publishedAt).toUTCString()),
        element('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...feed.items.map(rssItem),
      ),
    ),
  )
}

function rssItem(item: FeedItem) {
  return element(
    'item',
    {},
    element('title', {}, item.headline),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${item.id}`),
    element('pubDate', {}, item.publishedAt.toUTCString()),
    ...item.authors.map((name) => element('dc:creator', {}, name)),
    ...[item.section, ...item.tags].map((name) => name && element('category', {}, name)),
    element('description', {}, item.summary),
    item.html && element('content:encoded', {}, item.html),
    item.picture &&
      element('media:content', { url: item.picture.url, type: item.picture.type, medium: 'image' }),
  )
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) of the same. */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description || undefined,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.items.map((item) => ({
      id: `urn:uuid:${item.id}`,
      url: item.url,
      title: item.headline,
      summary: item.summary || undefined,
      // A feed item must have content; a premium article gives its summary.
      ...(item.html
        ? { content_html: item.html }
        : { content_text: item.summary || item.headline }),
      language: item.language,
      image: item.picture?.url,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.updatedAt?.toISOString(),
      authors: item.authors.map((name) => ({ name })),
      tags: [item.section, ...item.tags].filter(Boolean),
    })),
  })
}

/** Makes addresses that begin with / whole, as a feed reader has no page to resolve them against. */
export function withAbsoluteAddresses(html: string, origin: string): string {
  return html
    .replace(/\b(href|src|poster)="\/(?!\/)/g, `$1="${origin}/`)
    .replace(
      /\bsrcset="([^"]*)"/g,
      (_all, list: string) => `srcset="${list.replace(/(^|,\s*)\/(?!\/)/g, `$1${origin}/`)}"`,
    )
}
