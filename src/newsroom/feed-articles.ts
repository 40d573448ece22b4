import { type Db, runSql } from '#platform/database/database.ts'
import type { CardRow } from './cards.ts'
import { newest } from './lists.ts'

/** An article whole, as a feed gives it. */
export interface FeedArticleRow extends Omit<CardRow, 'section'> {
  sectionSlug: string
  sectionTitle: string
  body: string
  tags: string[]
}

/** The newest articles of the paper or of some sections, with their bodies and tags. */
export async function feedArticles(
  db: Db,
  wanted: { sectionIds: readonly string[] | null; limit: number },
): Promise<FeedArticleRow[]> {
  const { sectionIds, limit } = wanted
  const scope = sectionIds ? { of: 'sections' as const, ids: sectionIds } : { of: 'paper' as const }
  const cards = await newest(db, scope, { limit })
  const rows = await runSql<{ id: string; body: string; tags: string[] | null }>(
    db,
    `select a.id, a.body, (select array_agg(t.title order by at.position) from article_tag at
       join tag t on t.id = at.tag_id where at.article_id = a.id) as tags
     from article a where a.id = any($1::uuid[])`,
    [cards.map((card) => card.id)],
  )
  const texts = new Map(rows.map((row) => [row.id, row]))
  return cards.map(({ section, ...card }) => ({
    ...card,
    sectionSlug: section.slug,
    sectionTitle: section.title,
    body: texts.get(card.id)?.body ?? '',
    tags: texts.get(card.id)?.tags ?? [],
  }))
}
