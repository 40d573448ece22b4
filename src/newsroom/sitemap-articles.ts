import { type Db, runSql } from '#platform/database/database.ts'

/** Months (in the paper's zone) in which articles were published, with how many and when last changed. */
export async function sitemapMonths(db: Db): Promise<{ month: string; articles: number }[]> {
  return runSql(
    db,
    `select to_char(day, 'YYYY-MM') as month, sum(articles)::int as articles from article_tally
     where section_id is null group by 1 having sum(articles) > 0 order by 1 desc`,
  )
}

export interface SitemapArticleRow {
  slug: string
  sectionSlug: string
  headline: string
  language: string
  publishedAt: Date
  changedAt: Date
}

/** Articles that search engines may list, published in a span, the newest first. */
export async function sitemapArticles(
  db: Db,
  span: { from: Date; to: Date; limit: number; offset: number },
): Promise<SitemapArticleRow[]> {
  return runSql(
    db,
    `select a.slug, s.slug as "sectionSlug", a.headline, a.language, a.published_at as "publishedAt",
       coalesce(a.updated_at, a.published_at) as "changedAt"
     from article a join section s on s.id = a.section_id
     where a.state = 'published' and a.listed and a.published_at >= $1 and a.published_at < $2
     order by a.published_at desc, a.id desc limit $3 offset $4`,
    [span.from, span.to, span.limit, span.offset],
  )
}
