import { feedArticles } from '#newsroom/feed-articles.ts'
import { withDescendants } from '#newsroom/section.ts'
import { addressOf } from '../address.ts'
import { pictureAddress, widthsOf } from '../look/picture.ts'
import type { RenderedPage } from '../press.ts'
import type { Site } from '../state.ts'
import { isAuthorRole } from '../views.ts'
import { type Feed, jsonFeedOf, rssOf, withAbsoluteAddresses } from './feed.ts'

const newestInFeed = 50

/** The paper's feed, or a section's: null when there is no such section. */
export async function printFeed(
  site: Site,
  wanted: { format: 'rss' | 'json'; section: string | null },
): Promise<RenderedPage | null> {
  const state = await site.state()
  const section = wanted.section ? state.sections.find(({ slug }) => slug === wanted.section) : null
  if (wanted.section && !section) return null
  const origin = site.origin()
  const ids = section ? withDescendants(state.sections, section.id) : []
  const articles = await feedArticles(site.platform.database.kysely, {
    sectionIds: section ? ids : null,
    limit: newestInFeed,
  })
  const base = section ? addressOf.section(section.slug) : ''
  const feed: Feed = {
    title: section ? `${state.paper.name}: ${section.title}` : state.paper.name,
    description: section?.description || state.paper.description || state.paper.motto,
    language: section?.language ?? state.paper.language,
    home: `${origin}${base || '/'}`,
    self: `${origin}${base}/feed.${wanted.format === 'rss' ? 'xml' : 'json'}`,
    items: articles.map((article) => ({
      id: article.id,
      url: origin + addressOf.article(article.sectionSlug, article.slug),
      headline: article.headline,
      summary: article.summary || article.standfirst,
      html: article.access === 'open' ? withAbsoluteAddresses(article.body, origin) : '',
      language: article.language,
      authors: article.bylines.filter(({ role }) => isAuthorRole(role)).map(({ name }) => name),
      section: article.sectionTitle,
      tags: article.tags,
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      picture: article.picture && {
        url:
          origin +
          pictureAddress(article.picture.id, widthsOf(article.picture.width).at(-1) ?? 800, 'jpg'),
        type: 'image/jpeg',
      },
    })),
  }
  return {
    body: wanted.format === 'rss' ? rssOf(feed) : jsonFeedOf(feed),
    type:
      wanted.format === 'rss'
        ? 'application/rss+xml; charset=utf-8'
        : 'application/feed+json; charset=utf-8',
    shows: [
      ...(section ? ids.map((id) => `section-list:${id}`) : ['list:paper']),
      ...articles.map((article) => `article:${article.id}`),
    ],
  }
}
