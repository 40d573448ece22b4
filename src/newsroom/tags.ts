import { type Db, runSql, type Tx } from '#platform/database/database.ts'

export interface Tag {
  id: string
  slug: string
  title: string
  description: string
}

export async function findTagBySlug(db: Db, slug: string): Promise<Tag | null> {
  const [row] = await runSql<Tag>(
    db,
    'select id, slug, title, description from tag where slug = $1',
    [slug],
  )
  return row ?? null
}

export async function findTagById(db: Db, id: string): Promise<Tag | null> {
  const [row] = await runSql<Tag>(
    db,
    'select id, slug, title, description from tag where id = $1',
    [id],
  )
  return row ?? null
}

/** Tags whose title or slug holds the text, those with most published articles first; all of them for an empty text. */
export async function searchTags(
  db: Db,
  text: string,
  options: { limit?: number } = {},
): Promise<(Tag & { articles: number })[]> {
  return runSql(
    db,
    `select t.id, t.slug, t.title, t.description,
       (select count(*) from article_tag at where at.tag_id = t.id and at.listed_at is not null) as articles
     from tag t where $1 = '' or t.title ilike '%' || $2 || '%' or t.slug like '%' || $2 || '%'
     order by articles desc, t.title limit $3`,
    [text, text.replace(/[\\%_]/g, '\\$&'), options.limit ?? 50],
  )
}

/** Tags of the articles published since a moment, the most used first: what the paper is about now. */
export async function currentTags(
  db: Db,
  since: Date,
  limit: number,
): Promise<(Tag & { articles: number })[]> {
  return runSql(
    db,
    `select t.id, t.slug, t.title, t.description, count(*) as articles
     from article_tag at join tag t on t.id = at.tag_id where at.listed_at >= $1
     group by t.id order by count(*) desc, t.title limit $2`,
    [since, limit],
  )
}

export async function saveTag(tx: Tx, tag: Tag): Promise<void> {
  await runSql(
    tx,
    `insert into tag (id, slug, title, description) values ($1, $2, $3, $4)
     on conflict (id) do update set slug = $2, title = $3, description = $4`,
    [tag.id, tag.slug, tag.title, tag.description],
  )
}

/** Gives all articles of one tag another one instead; an article that has both keeps it once. */
export async function replaceTag(tx: Tx, from: string, to: string): Promise<void> {
  await runSql(
    tx,
    `update article_tag t set tag_id = $2 where tag_id = $1
       and not exists (select 1 from article_tag other where other.article_id = t.article_id and other.tag_id = $2)`,
    [from, to],
  )
  await runSql(tx, 'delete from article_tag where tag_id = $1', [from])
  await runSql(tx, 'update old_address set tag_id = $2 where tag_id = $1', [from, to])
  await runSql(tx, 'delete from tag where id = $1', [from])
}
