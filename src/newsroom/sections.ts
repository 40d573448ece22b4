import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { Section } from './section.ts'

/** All sections in the order of the paper: each parent's children by position. There are few. */
export async function listSections(db: Db): Promise<Section[]> {
  return runSql(db, `select ${columns} from section order by position, title, id`)
}

export async function findSection(db: Db, slug: string): Promise<Section | null> {
  const [row] = await runSql<Section>(db, `select ${columns} from section where slug = $1`, [slug])
  return row ?? null
}

export async function saveSection(tx: Tx, section: Section): Promise<void> {
  const { id, parentId, slug, title, description, language, position } = section
  await runSql(
    tx,
    `insert into section (id, parent_id, slug, title, description, language, position) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set parent_id = $2, slug = $3, title = $4, description = $5, language = $6, position = $7`,
    [id, parentId, slug, title, description, language, position],
  )
}

/** Holds the tree of sections until the transaction ends: two moves at once could make a ring. */
export async function lockSections(tx: Tx): Promise<Section[]> {
  await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('sections', 0))")
  return listSections(tx)
}

const columns = 'id, parent_id as "parentId", slug, title, description, language, position'
