import { sitemapArticles, sitemapMonths } from '#newsroom/sitemap-articles.ts'
import { addTo, dayRange } from '#platform/time.ts'
import { now } from '#platform/clock.ts'
import { addressOf } from '../address.ts'
import type { RenderedPage } from '../press.ts'
import type { Site } from '../state.ts'
import { newsSitemap, sitemapIndex, sitemapLimit, sitemapOf } from './sitemap.ts'

const xml = 'application/xml; charset=utf-8'

/** The index: one sitemap of the paper's pages, and one for each month (more for a month over 50,000). */
export async function printSitemapIndex(site: Site): Promise<RenderedPage> {
  const origin = site.origin()
  const months = await sitemapMonths(site.platform.database.kysely)
  const entries = months.flatMap(({ month, articles }) =>
    Array.from({ length: Math.ceil(articles / sitemapLimit) }, (_, part) => ({
      url: `${origin}/sitemaps/${month}${part ? `-${part + 1}` : ''}.xml`,
    })),
  )
  return {
    body: sitemapIndex([{ url: `${origin}/sitemaps/pages.xml` }, ...entries]),
    type: xml,
    shows: ['list:paper'],
  }
}

/** The sitemap `pages`, `YYYY-MM` or `YYYY-MM-<part>`: null when there is none of that name. */
export async function printSitemap(site: Site, name: string): Promise<RenderedPage | null> {
  if (name === 'pages') return printPages(site)
  const match = /^(\d{4}-\d{2})(?:-(\d{1,2}))?$/.exec(name)
  const month = match?.[1]
  if (!month) return null
  const { paper } = await site.state()
  const range = dayRange(paper.zone, month)
  if (!range) return null
  const part = Number(match[2] ?? 1)
  const rows = await sitemapArticles(site.platform.database.kysely, {
    ...range,
    limit: sitemapLimit,
    offset: (part - 1) * sitemapLimit,
  })
  if (!rows.length) return null
  const origin = site.origin()
  const entries = rows.map((row) => ({
    url: origin + addressOf.article(row.sectionSlug, row.slug),
    changedAt: row.changedAt,
  }))
  return { body: sitemapOf(entries), type: xml, shows: [`archive:${month}`] }
}

async function printPages(site: Site): Promise<RenderedPage> {
  const origin = site.origin()
  const { sections } = await site.state()
  const addresses = [
    '/',
    ...sections.map(({ slug }) => addressOf.section(slug)),
    addressOf.archive(),
    addressOf.breaking(),
  ]
  return {
    body: sitemapOf(addresses.map((address) => ({ url: origin + address }))),
    type: xml,
    shows: ['list:paper'],
  }
}

/** The articles of the last 48 hours (Google News asks for no older ones). */
export async function printNewsSitemap(site: Site): Promise<RenderedPage> {
  const { paper } = await site.state()
  const moment = now()
  const from = addTo(moment, { hours: -48 }, 'UTC')
  const rows = await sitemapArticles(site.platform.database.kysely, {
    ...{ from, to: addTo(moment, { minutes: 1 }, 'UTC') },
    ...{ limit: 1000, offset: 0 },
  })
  const origin = site.origin()
  const oldest = rows.at(-1)?.publishedAt
  return {
    body: newsSitemap(
      paper.name,
      rows.map((row) => ({ ...row, url: origin + addressOf.article(row.sectionSlug, row.slug) })),
    ),
    type: xml,
    shows: ['list:paper'],
    // Until the oldest of them is 48 hours old.
    until: oldest ? addTo(oldest, { hours: 48 }, 'UTC') : null,
  }
}
