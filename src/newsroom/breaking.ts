import { type Db, runSql, type Tx } from '#platform/database/database.ts'

/** A line of breaking news. */
export interface BreakingRow {
  id: string
  headline: string
  language: string
  /** Where it leads: an article that is out, or a path or address somebody gave. */
  href: string | null
  articleId: string | null
  at: Date
  expiresAt: Date
}

/** What is breaking now, the newest first. */
export async function liveBreaking(db: Db, now: Date, limit = 5): Promise<BreakingRow[]> {
  return runSql(
    db,
    `select ${columns} from ${tables} where i.removed_at is null and i.at <= $1 and i.expires_at > $1
     order by i.at desc, i.id desc limit $2`,
    [now, limit],
  )
}

/** All breaking news there has been, the newest first; `before` goes on after an item. */
export async function pastBreaking(
  db: Db,
  options: { now: Date; limit: number; before?: { at: Date; id: string } },
): Promise<BreakingRow[]> {
  return runSql(
    db,
    `select ${columns} from ${tables} where i.removed_at is null and i.at <= $1
       and ($3::timestamptz is null or (i.at, i.id) < ($3, $4::uuid)) order by i.at desc, i.id desc limit $2`,
    [options.now, options.limit, options.before?.at ?? null, options.before?.id ?? null],
  )
}

export async function insertBreaking(
  tx: Tx,
  item: Omit<BreakingRow, 'href'> & { link: string | null; madeBy: string },
): Promise<void> {
  await runSql(
    tx,
    `insert into breaking_item (id, headline, language, link, article_id, at, expires_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      item.id,
      item.headline,
      item.language,
      item.link,
      item.articleId,
      item.at,
      item.expiresAt,
      item.madeBy,
    ],
  )
}

/** Takes an item away; false when there is none. */
export async function removeBreakingItem(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await runSql(
    tx,
    'update breaking_item set removed_at = $2 where id = $1 and removed_at is null returning id',
    [id, now],
  )
  return rows.length > 0
}

const columns = `i.id, i.headline, i.language, i.article_id as "articleId", i.at, i.expires_at as "expiresAt",
  coalesce(case when a.state = 'published' then '/' || s.slug || '/' || a.slug end, i.link) as href`
const tables = `breaking_item i left join article a on a.id = i.article_id left join section s on s.id = a.section_id`
