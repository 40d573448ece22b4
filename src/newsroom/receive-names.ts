import { newId } from '#platform/ids.ts'
import { runSql, type Tx } from '#platform/database/database.ts'

export type NameKind = 'author' | 'section' | 'tag'

/** An author, section or tag as an archive names it. */
export interface ReceivedName {
  key: string
  title: string
  slug: string
  description: string
  /** Of authors. */
  email?: string
  /** Of sections. */
  parentId?: string
  language?: string
}

export interface SettledName {
  id: string
  /** The slug it has here, which may be another than it brought. */
  slug: string
  /** Not here before. */
  isNew: boolean
}

const TITLE = { author: 'name', section: 'title', tag: 'title' } as const

/**
 * Finds or makes the authors, sections or tags that an archive names. What an earlier run of the same
 * archive made is found again; otherwise the slug decides, and for authors the name as well: two people
 * who only share a slug stay two.
 */
export async function receiveNames(
  tx: Tx,
  kind: NameKind,
  { source, names }: { source: string; names: ReceivedName[] },
): Promise<Map<string, SettledName>> {
  const settled = await findByKey(tx, kind, { source, keys: names.map(({ key }) => key) })
  const fresh = names.filter(({ key }) => !settled.has(key))
  if (fresh.length === 0) return settled
  const standing = await findBySlug(tx, kind, fresh)
  for (const name of fresh) {
    const slug = freeSlug(name, { kind, standing })
    const there = standing.get(slug)
    if (there !== undefined) {
      settled.set(name.key, { id: there.id, slug, isNew: false })
      continue
    }
    const id = newId()
    await insert(tx, kind, { ...name, id, slug })
    standing.set(slug, { id, title: name.title })
    settled.set(name.key, { id, slug, isNew: true })
  }
  await runSql(
    tx,
    `insert into import_name (source, kind, key, target_id)
     select $1, $2, * from unnest($3::text[], $4::uuid[])
     on conflict (source, kind, key) do update set target_id = excluded.target_id`,
    [source, kind, fresh.map(({ key }) => key), fresh.map(({ key }) => settled.get(key)?.id)],
  )
  return settled
}

async function findByKey(
  tx: Tx,
  kind: NameKind,
  { source, keys }: { source: string; keys: string[] },
): Promise<Map<string, SettledName>> {
  const rows = await runSql<{ key: string; id: string; slug: string }>(
    tx,
    `select n.key, t.id, t.slug from import_name n join ${kind} t on t.id = n.target_id
     where n.source = $1 and n.kind = $2 and n.key = any($3::text[])`,
    [source, kind, keys],
  )
  return new Map(rows.map(({ key, id, slug }) => [key, { id, slug, isNew: false }]))
}

type Standing = Map<string, { id: string; title: string }>

async function findBySlug(tx: Tx, kind: NameKind, names: ReceivedName[]): Promise<Standing> {
  const rows = await runSql<{ slug: string; id: string; title: string }>(
    tx,
    `select slug, id, ${TITLE[kind]} as title from ${kind}
     where slug = any($1::text[]) or ($2 and regexp_replace(slug, '-\\d+$', '') = any($1::text[]))`,
    [names.map(({ slug }) => slug), kind === 'author'],
  )
  return new Map(rows.map(({ slug, id, title }) => [slug, { id, title }]))
}

function freeSlug(
  name: ReceivedName,
  { kind, standing }: { kind: NameKind; standing: Standing },
): string {
  if (kind !== 'author') return name.slug
  for (let number = 1; ; number++) {
    const slug = number === 1 ? name.slug : `${name.slug}-${number}`
    const there = standing.get(slug)
    if (there === undefined || there.title.toLowerCase() === name.title.toLowerCase()) return slug
  }
}

async function insert(tx: Tx, kind: NameKind, name: ReceivedName & { id: string }): Promise<void> {
  const { id, slug, title, description } = name
  if (kind === 'author')
    await runSql(
      tx,
      'insert into author (id, slug, name, biography, email) values ($1, $2, $3, $4, $5)',
      [id, slug, title, description, name.email ?? null],
    )
  else if (kind === 'tag')
    await runSql(tx, 'insert into tag (id, slug, title, description) values ($1, $2, $3, $4)', [
      id,
      slug,
      title,
      description,
    ])
  else
    await runSql(
      tx,
      `insert into section (id, slug, title, description, parent_id, language, position)
       select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1 from section`,
      [id, slug, title, description, name.parentId ?? null, name.language ?? 'en'],
    )
}
