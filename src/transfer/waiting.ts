import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { ArrivingMedia } from './arrival.ts'

/** What an article that has arrived still waits for. */
export type Task = 'index' | 'relate' | 'pictures'

export async function wait(tx: Tx, tasks: { task: Task; articleId: string }[]): Promise<void> {
  if (tasks.length === 0) return
  await runSql(
    tx,
    `insert into import_todo (task, article_id) select * from unnest($1::text[], $2::uuid[]) on conflict do nothing`,
    [tasks.map(({ task }) => task), tasks.map(({ articleId }) => articleId)],
  )
}

/** The next articles that wait for a task, after one id. */
export async function nextWaiting(
  db: Db,
  task: Task,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await runSql<{ id: string }>(
    db,
    `select article_id as id from import_todo where task = $1 and ($2::uuid is null or article_id > $2)
     order by article_id limit $3`,
    [task, after, limit],
  )
  return rows.map(({ id }) => id)
}

export async function countWaiting(db: Db, task: Task): Promise<number> {
  const rows = await runSql<{ count: number }>(
    db,
    'select count(*) from import_todo where task = $1',
    [task],
  )
  return rows[0]?.count ?? 0
}

export async function doneWaiting(db: Db, task: Task, ids: string[]): Promise<void> {
  await runSql(db, 'delete from import_todo where task = $1 and article_id = any($2::uuid[])', [
    task,
    ids,
  ])
}

export interface WaitingLead {
  articleId: string
  mediaKey?: string
  url?: string
  alt?: string
  caption?: string
  credit?: string
}

export async function keepLeads(tx: Tx, source: string, leads: WaitingLead[]): Promise<void> {
  if (leads.length === 0) return
  await runSql(
    tx,
    `insert into import_lead (article_id, source, media_key, url, alt, caption, credit)
     select "articleId", $2, "mediaKey", url, coalesce(alt, ''), coalesce(caption, ''), coalesce(credit, '')
     from json_to_recordset($1::json)
       as r("articleId" uuid, "mediaKey" text, url text, alt text, caption text, credit text)
     on conflict (article_id) do update set media_key = excluded.media_key, url = excluded.url,
       alt = excluded.alt, caption = excluded.caption, credit = excluded.credit`,
    [JSON.stringify(leads), source],
  )
}

/** Remembers the archive's list of pictures and files. */
export async function keepMedia(db: Db, source: string, media: ArrivingMedia[]): Promise<void> {
  if (media.length === 0) return
  const last = new Map(media.map((one) => [one.key, one]))
  await runSql(
    db,
    `insert into import_media (source, key, url, type, alt, caption, credit)
     select $2, key, url, coalesce(type, ''), coalesce(alt, ''), coalesce(caption, ''), coalesce(credit, '')
     from json_to_recordset($1::json)
       as r(key text, url text, type text, alt text, caption text, credit text)
     on conflict (source, key) do update set url = excluded.url, type = excluded.type, alt = excluded.alt,
       caption = excluded.caption, credit = excluded.credit`,
    [JSON.stringify([...last.values()]), source],
  )
}

/** An article whose pictures are to come, with all that is known about them. */
export interface PictureWish {
  id: string
  key: string
  headline: string
  body: string
  lead: { url: string; alt: string; caption: string; credit: string } | null
  /** The archive names a lead picture by a key that it never describes. */
  leadUnknown: boolean
}

export async function loadWishes(db: Db, ids: string[]): Promise<PictureWish[]> {
  const rows = await runSql<
    Omit<PictureWish, 'lead' | 'leadUnknown'> &
      Record<'url' | 'alt' | 'caption' | 'credit', string | null> & { wanted: boolean }
  >(
    db,
    `select a.id, a.import_key as key, a.headline, a.body, coalesce(l.url, m.url) as url,
       l.article_id is not null as wanted, coalesce(nullif(l.alt, ''), m.alt, '') as alt,
       coalesce(nullif(l.caption, ''), m.caption, '') as caption, coalesce(nullif(l.credit, ''), m.credit, '') as credit
     from article a left join import_lead l on l.article_id = a.id
     left join import_media m on m.source = l.source and m.key = l.media_key
     where a.id = any($1::uuid[]) order by a.id`,
    [ids],
  )
  return rows.map(({ url, alt, caption, credit, wanted, ...article }) => ({
    ...article,
    lead:
      url === null ? null : { url, alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' },
    leadUnknown: wanted && url === null,
  }))
}
