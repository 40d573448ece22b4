import { type Db, runSql } from '#platform/database/database.ts'
import { plainText } from '#platform/text/plain.ts'
import type { Searchable } from './search-terms.ts'

interface Row {
  id: string
  language: string
  headline: string
  kicker: string
  standfirst: string
  summary: string
  dateline: string
  lead_caption: string
  body: string
  section_id: string
  published_at: Date
  tags: string[] | null
  authors: string[] | null
  author_ids: string[] | null
}

/** The published ones among some articles, with what they are found by. */
export async function loadSearchable(db: Db, ids: string[]): Promise<Searchable[]> {
  const rows = await runSql<Row>(
    db,
    `select article.id, article.language, headline, kicker, standfirst, summary, dateline,
       lead_caption, body, section_id, published_at, tags, authors, author_ids
     from article
     left join lateral (
       select array_agg(tag.title order by position) as tags
       from article_tag join tag on tag.id = tag_id where article_id = article.id
     ) as tagged on true
     left join lateral (
       select array_agg(author.name order by position) as authors,
         array_agg(author.id::text order by position) as author_ids
       from byline join author on author.id = author_id where article_id = article.id
     ) as written on true
     where article.id = any($1::uuid[]) and state = 'published'
     order by published_at, article.id`,
    [ids],
  )
  return rows.map((row) => ({
    id: row.id,
    language: row.language,
    headline: row.headline,
    kicker: row.kicker,
    standfirst: plainText(row.standfirst),
    summary: row.summary,
    dateline: row.dateline,
    caption: plainText(row.lead_caption),
    body: plainText(row.body),
    tags: row.tags ?? [],
    authors: row.authors ?? [],
    authorIds: row.author_ids ?? [],
    sectionId: row.section_id,
    publishedAt: row.published_at,
  }))
}
