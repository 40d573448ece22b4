import { type ArticlePageRow, readArticlePage } from '#newsroom/article-page.ts'
import { readingMinutes } from '#newsroom/reading-time.ts'
import { trustedHtml } from '#platform/html/safe.ts'
import { words } from '#platform/i18n.ts'
import { addressOf } from './address.ts'
import { articleFacts, breadcrumbFacts } from './json-ld.ts'
import { ArticlePage } from './pages/article.tsx'
import { renderPage } from './pages/shell.tsx'
import type { RenderedPage } from './press.ts'
import { linkOf, makeShell } from './shell.ts'
import { liveOf, type Site, type SiteState, untilOf } from './state.ts'
import type { ArticleView, LinkView } from './view.ts'
import { breakingView, cardView, isAuthorRole, pictureView, sharedPicture } from './views.ts'

/** What stands at an article's address: the article, or that it was withdrawn (410), or nothing (null). */
export async function printArticle(
  site: Site,
  place: { section: string; slug: string },
): Promise<RenderedPage | { withdrawn: string } | null> {
  const [state, row] = await Promise.all([
    site.state(),
    readArticlePage(site.platform.database.pool, place.section, place.slug),
  ])
  if (!row) return null
  if (row.state === 'withdrawn') return { withdrawn: row.withdrawnReason }
  return {
    body: articleHtml(site, state, row),
    type: 'text/html; charset=utf-8',
    shows: [
      `article:${row.id}`,
      `page:${row.id}`,
      ...row.related.map((card) => `article:${card.id}`),
      'breaking',
    ],
    until: untilOf(state),
  }
}

function articleHtml(site: Site, state: SiteState, row: ArticlePageRow): string {
  const { paper } = state
  const origin = site.origin()
  const section = row.sections.at(-1)
  const address = addressOf.article(section?.slug ?? '', row.slug)
  const home: LinkView = { label: words(paper.language).home, href: '/' }
  const trail = [home, ...row.sections.map(linkOf)]
  const article = articleView(row, origin + address)
  const description = row.searchDescription || row.summary || row.standfirst
  const logo = sharedPicture(state.logo && pictureView(state.logo), origin) ?? null
  const image = sharedPicture(article.lead, origin)
  const facts = articleFacts(
    {
      url: row.canonicalUrl ?? article.url,
      headline: row.headline,
      description,
      language: row.language,
      publishedAt: row.publishedAt,
      updatedAt: row.updatedAt,
      section: section?.title ?? '',
      keywords: row.tags.map((tag) => tag.title),
      authors: row.bylines
        .filter(({ role }) => isAuthorRole(role))
        .map((byline) => ({
          name: byline.name,
          url: origin + addressOf.author(byline.slug),
          organisation: byline.role === 'agency',
        })),
      picture: image ?? null,
      wordCount: row.wordCount,
      open: row.access === 'open',
    },
    { paper, origin, logo },
  )
  const shell = makeShell(site, state, {
    address,
    canonical: row.canonicalUrl,
    title: row.searchTitle || row.headline,
    description,
    sectionId: section?.id,
    openGraph: {
      type: 'article',
      image,
      article: {
        publishedAt: row.publishedAt,
        updatedAt: row.updatedAt,
        section: section?.title ?? '',
        tags: row.tags.map((tag) => tag.title),
        authors: row.bylines.map(({ name }) => name),
      },
    },
    jsonLd: [facts, breadcrumbFacts([...trail, { label: row.headline, href: address }], origin)],
  })
  return renderPage(
    <ArticlePage
      shell={shell}
      article={article}
      trail={trail}
      related={row.related.map(cardView)}
      breaking={liveOf(state).slice(0, 6).map(breakingView)}
    />,
  )
}

function articleView(row: ArticlePageRow, url: string): ArticleView {
  return {
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst,
    dateline: row.dateline,
    language: row.language,
    access: row.access,
    bylines: row.bylines.map((byline) => ({
      name: byline.name,
      href: addressOf.author(byline.slug),
      role: byline.role,
      portrait: byline.portrait && pictureView(byline.portrait),
    })),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    readingMinutes: readingMinutes(row.wordCount, row.language),
    lead: row.lead && pictureView(row.lead),
    // A premium article's body is no part of an open page (principle 2): not one word of it is sent.
    body: row.access === 'open' ? trustedHtml(row.body) : trustedHtml(''),
    corrections: row.corrections,
    tags: row.tags.map((tag) => ({ label: tag.title, href: addressOf.topic(tag.slug) })),
    url,
  }
}
