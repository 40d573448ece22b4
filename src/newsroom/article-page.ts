import type pg from 'pg'
import type { SafeHtml } from '#platform/html/safe.ts'
import type { Access, BylineRole } from './article.ts'
import { type CardRow, cardColumns, cardTables, type PictureRow, pictureJson } from './cards.ts'

/** Everything an article's page shows, read at once. */
export interface ArticlePageRow {
  id: string
  state: 'published' | 'withdrawn'
  access: Access
  listed: boolean
  sensitive: boolean
  slug: string
  language: string
  kicker: string
  headline: string
  standfirst: string
  summary: string
  dateline: string
  body: SafeHtml
  searchTitle: string
  searchDescription: string
  canonicalUrl: string | null
  publishedAt: Date
  updatedAt: Date | null
  changedAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string
  wordCount: number
  /** From the top section down to the article's own. */
  sections: { id: string; slug: string; title: string; language: string }[]
  bylines: {
    id: string
    name: string
    slug: string
    role: BylineRole
    portrait: PictureRow | null
  }[]
  tags: { id: string; slug: string; title: string }[]
  lead: PictureRow | null
  corrections: { id: string; text: string; madeAt: Date }[]
  related: CardRow[]
}

/**
 * The article at an address, published or withdrawn; null where none ever stood. The hottest read of
 * the house: one round trip, and the server keeps its plan by the statement's name.
 */
export async function readArticlePage(
  pool: pg.Pool | pg.PoolClient,
  sectionSlug: string,
  slug: string,
): Promise<ArticlePageRow | null> {
  const result = await pool.query<ArticlePageRow>({
    name: 'article-page-1',
    text: statement,
    values: [sectionSlug, slug],
  })
  const row = result.rows[0]
  if (!row) return null
  for (const correction of row.corrections) correction.madeAt = new Date(correction.madeAt)
  for (const card of row.related) {
    card.publishedAt = new Date(card.publishedAt)
    card.updatedAt = card.updatedAt && new Date(card.updatedAt)
  }
  return row
}

const mostRelated = 6

const statement = `
select a.id, a.state, a.access, a.listed, a.sensitive, a.slug, a.language, a.kicker, a.headline, a.standfirst,
  a.summary, a.dateline, a.body, a.search_title as "searchTitle", a.search_description as "searchDescription",
  a.canonical_url as "canonicalUrl", a.published_at as "publishedAt", a.updated_at as "updatedAt",
  a.changed_at as "changedAt", a.withdrawn_at as "withdrawnAt", a.withdrawn_reason as "withdrawnReason",
  a.word_count as "wordCount",
  (with recursive up (id, parent_id, slug, title, language, height) as (
     select s.id, s.parent_id, s.slug, s.title, s.language, 0
     union all select p.id, p.parent_id, p.slug, p.title, p.language, up.height + 1
       from up join section p on p.id = up.parent_id where up.height < 10)
   select json_agg(json_build_object('id', id, 'slug', slug, 'title', title, 'language', language) order by height desc)
   from up) as sections,
  coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'slug', w.slug, 'role', b.role,
      'portrait', ${pictureJson('f')}) order by b.position)
    from byline b join author w on w.id = b.author_id left join media f on f.id = w.portrait_id
    where b.article_id = a.id), '[]') as bylines,
  coalesce((select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'title', t.title) order by at.position)
    from article_tag at join tag t on t.id = at.tag_id where at.article_id = a.id), '[]') as tags,
  ${pictureJson('m', { alt: 'a.lead_alt', caption: 'a.lead_caption', credit: 'a.lead_credit' })} as lead,
  coalesce((select json_agg(json_build_object('id', c.id, 'text', c.text, 'madeAt', c.made_at) order by c.made_at, c.id)
    from correction c where c.article_id = a.id), '[]') as corrections,
  coalesce((select json_agg(row_to_json(card) order by card.place) from (
    select r.position as place, ${cardColumns} from related r join article a on a.id = r.related_id ${cardTables}
    where r.article_id = outer_id.id and a.state = 'published' and a.listed
    order by r.position limit ${mostRelated}) card), '[]') as related
from section s
join article a on a.section_id = s.id and a.slug = $2 and a.state in ('published', 'withdrawn', 'scheduled')
cross join lateral (select a.id) as outer_id
left join media m on m.id = a.lead_media_id
where s.slug = $1 and a.state in ('published', 'withdrawn')`
