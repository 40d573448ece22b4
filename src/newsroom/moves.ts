import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { normalisePath } from './old-addresses.ts'

/** What an old address led to, by id. */
export type Moved =
  | { articleId: string }
  | { sectionId: string }
  | { tagId: string }
  | { authorId: string }

/** Where an old address leads now: a path to redirect to, `null` for what is gone for ever. */
export interface Standing {
  target: string | null
}

/** Leaves an address behind: whoever asks for `path` is sent to where the thing stands then. */
export async function leaveBehind(tx: Tx, path: string, moved: Moved): Promise<void> {
  const to = { articleId: null, sectionId: null, tagId: null, authorId: null, ...moved }
  await runSql(
    tx,
    `insert into old_address (path, article_id, section_id, tag_id, author_id) values ($1, $2, $3, $4, $5)
     on conflict (path) do update set article_id = $2, section_id = $3, tag_id = $4, author_id = $5, target = null`,
    [normalisePath(path), to.articleId, to.sectionId, to.tagId, to.authorId],
  )
}

/** Something stands at this address now: it redirects no longer. */
export async function takeAddress(tx: Tx, path: string): Promise<void> {
  await runSql(tx, 'delete from old_address where path = $1', [normalisePath(path)])
}

/**
 * What has become of an address at which nothing stands. Returns null when nothing ever stood there.
 * Knows articles below a section's old address without a row for each.
 */
export async function whereNow(db: Db, path: string): Promise<Standing | null> {
  const asked = normalisePath(path)
  const exact = await lookUp(db, asked)
  if (exact) return exact
  const bare = asked.replace(/\?.*$/s, '')
  if (bare !== asked) {
    const without = await lookUp(db, bare)
    if (without) return without
  }
  return belowOldSection(db, bare, 0)
}

async function belowOldSection(db: Db, path: string, hops: number): Promise<Standing | null> {
  const parts = path.split('/').filter(Boolean)
  const [first, second] = parts
  if (hops > 4 || parts.length !== 2 || !first || !second) return null
  const [row] = await runSql<{ slug: string; stands: boolean }>(
    db,
    `select s.slug, exists (select 1 from article a where a.section_id = s.id and a.slug = $2
        and a.state in ('published', 'withdrawn')) as stands
     from old_address o join section s on s.id = o.section_id where o.path = $1`,
    [`/${first}`, second],
  )
  if (!row || row.slug === first) return null
  const now = `/${row.slug}/${second}`
  return row.stands
    ? { target: now }
    : ((await lookUp(db, now)) ?? belowOldSection(db, now, hops + 1))
}

async function lookUp(db: Db, path: string): Promise<Standing | null> {
  const [row] = await runSql<{ target: string | null }>(
    db,
    `select coalesce(
        case when a.state = 'published' then '/' || p.slug || '/' || a.slug end,
        '/' || s.slug, '/topic/' || t.slug, '/author/' || w.slug, o.target) as target
     from old_address o left join article a on a.id = o.article_id left join section p on p.id = a.section_id
       left join section s on s.id = o.section_id left join tag t on t.id = o.tag_id
       left join author w on w.id = o.author_id
     where o.path = $1`,
    [path],
  )
  return row ?? null
}
