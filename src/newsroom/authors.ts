import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { type PictureRow, pictureJson } from './cards.ts'

export interface Author {
  id: string
  slug: string
  name: string
  role: string
  biography: string
  email: string | null
  portraitId: string | null
}

export type AuthorPage = Author & { portrait: PictureRow | null }

/** An author with the portrait, by the slug of their page. */
export async function findAuthorBySlug(db: Db, slug: string): Promise<AuthorPage | null> {
  const [row] = await runSql<AuthorPage>(
    db,
    `select ${columns}, ${pictureJson('m')} as portrait from author w left join media m on m.id = w.portrait_id where w.slug = $1`,
    [slug],
  )
  return row ?? null
}

export async function findAuthorById(db: Db, id: string): Promise<Author | null> {
  const [row] = await runSql<Author>(db, `select ${columns} from author w where id = $1`, [id])
  return row ?? null
}

/** Authors whose name holds the text, by name. */
export async function searchAuthors(db: Db, text: string, limit = 50): Promise<Author[]> {
  return runSql(
    db,
    `select ${columns} from author w where $1 = '' or name ilike '%' || $2 || '%' order by name, id limit $3`,
    [text, text.replace(/[\\%_]/g, '\\$&'), limit],
  )
}

export async function saveAuthor(tx: Tx, author: Author): Promise<void> {
  const { id, slug, name, role, biography, email, portraitId } = author
  await runSql(
    tx,
    `insert into author (id, slug, name, role, biography, email, portrait_id) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set slug = $2, name = $3, role = $4, biography = $5, email = $6, portrait_id = $7`,
    [id, slug, name, role, biography, email, portraitId],
  )
}

/** Gives all bylines of one author to another; the old one is gone. */
export async function replaceAuthor(tx: Tx, from: string, to: string): Promise<void> {
  await runSql(tx, 'update byline set author_id = $2 where author_id = $1', [from, to])
  await runSql(tx, 'update old_address set author_id = $2 where author_id = $1', [from, to])
  await runSql(tx, 'delete from author where id = $1', [from])
}

const columns = `w.id, w.slug, w.name, w.role, w.biography, w.email, w.portrait_id as "portraitId"`
