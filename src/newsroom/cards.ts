import { type Db, runSql } from '#platform/database/database.ts'
import type { Access, BylineRole } from './article.ts'

/** A picture of ours as pages need it. Focal point from 0 to 1 in each direction. */
export interface PictureRow {
  id: string
  width: number
  height: number
  alt: string
  caption: string
  credit: string
  focalX: number
  focalY: number
  /** Its main colour, #rrggbb: what stands there until it has come. */
  colour: string
}

/** Exactly what a teaser of an article needs. */
export interface CardRow {
  id: string
  slug: string
  headline: string
  kicker: string
  standfirst: string
  summary: string
  language: string
  access: Access
  sensitive: boolean
  publishedAt: Date
  updatedAt: Date | null
  wordCount: number
  section: { id: string; slug: string; title: string }
  bylines: { name: string; slug: string; role: BylineRole }[]
  picture: PictureRow | null
  /** Of the first author. */
  portrait: PictureRow | null
}

/** JSON of a picture `m`; `alt`, `caption` and `credit` are those of the article where it has some. */
export function pictureJson(
  alias: string,
  own?: { alt: string; caption: string; credit: string },
): string {
  const text = (column: 'alt' | 'caption' | 'credit'): string =>
    own ? `coalesce(nullif(${own[column]}, ''), ${alias}.${column})` : `${alias}.${column}`
  return `case when ${alias}.id is not null and ${alias}.width is not null then json_build_object('id', ${alias}.id,
    'width', ${alias}.width, 'height', ${alias}.height, 'alt', ${text('alt')}, 'caption', ${text('caption')},
    'credit', ${text('credit')}, 'focalX', ${alias}.focal_x, 'focalY', ${alias}.focal_y, 'colour', ${alias}.colour) end`
}

/** The columns of a CardRow, from `cardTables`. */
export const cardColumns = `a.id, a.slug, a.headline, a.kicker, a.standfirst, a.summary, a.language, a.access,
  a.sensitive, a.published_at as "publishedAt", a.updated_at as "updatedAt", a.word_count as "wordCount",
  json_build_object('id', s.id, 'slug', s.slug, 'title', s.title) as section,
  coalesce(who.bylines, '[]') as bylines, who.portrait,
  ${pictureJson('m', { alt: 'a.lead_alt', caption: 'a.lead_caption', credit: 'a.lead_credit' })} as picture`

/** Joins what a card needs to `article a`. */
export const cardTables = `join section s on s.id = a.section_id
  left join media m on m.id = a.lead_media_id
  left join lateral (
    select json_agg(json_build_object('name', w.name, 'slug', w.slug, 'role', b.role) order by b.position) as bylines,
      (array_agg(${pictureJson('f')} order by b.position))[1] as portrait
    from byline b join author w on w.id = b.author_id left join media f on f.id = w.portrait_id
    where b.article_id = a.id) who on true`

/** Cards of articles that are out, in the order of `ids`; others are left out. */
export async function cardsOf(db: Db, ids: readonly string[]): Promise<CardRow[]> {
  if (!ids.length) return []
  return runSql<CardRow>(
    db,
    `select ${cardColumns} from unnest($1::uuid[]) with ordinality as wanted (id, at)
     join article a on a.id = wanted.id ${cardTables} where a.state = 'published' order by wanted.at`,
    [ids],
  )
}
