import { type Database, runSql, type Tx } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/outbox.ts'
import { type Author, findAuthorById, replaceAuthor, saveAuthor } from './authors.ts'
import { leaveBehind, takeAddress } from './moves.ts'
import { freeSlug, slugOf } from './slug.ts'
import { cleanLine, cleanText } from './text.ts'

export type AuthorOutcome =
  | { ok: true; author: Author }
  | { ok: false; reason: 'not-found' | 'no-name' | 'taken' | 'itself' | 'unknown-picture' }
type Ground = Pick<Database, 'transaction'>
type AuthorInput = Partial<Omit<Author, 'id'>>

/** Makes an author; two people of one name get two addresses. */
export function createAuthor(
  database: Ground,
  wanted: AuthorInput & { name: string },
): Promise<AuthorOutcome> {
  return database.transaction(async (tx) => {
    const taken = await slugsTaken(tx)
    const blank: Author = {
      id: newId(),
      slug: '',
      name: '',
      role: '',
      biography: '',
      email: null,
      portraitId: null,
    }
    const author = cleaned({ ...blank, ...wanted })
    if (!author.name) return { ok: false, reason: 'no-name' }
    author.slug = freeSlug(slugOf(wanted.slug || author.name) || 'author', taken)
    if (!(await portraitIsKnown(tx, author))) return { ok: false, reason: 'unknown-picture' }
    await saveAuthor(tx, author)
    await takeAddress(tx, `/author/${author.slug}`)
    return { ok: true, author }
  })
}

/** Changes an author; with another slug, the old address redirects. */
export function changeAuthor(
  database: Ground,
  change: AuthorInput & { id: string },
): Promise<AuthorOutcome> {
  return database.transaction(async (tx) => {
    const taken = await slugsTaken(tx)
    const before = await findAuthorById(tx, change.id)
    if (!before) return { ok: false, reason: 'not-found' }
    const author = cleaned({ ...before, ...change })
    author.slug = slugOf(change.slug || before.slug) || before.slug
    if (!author.name) return { ok: false, reason: 'no-name' }
    if (author.slug !== before.slug && taken.has(author.slug)) return { ok: false, reason: 'taken' }
    if (!(await portraitIsKnown(tx, author))) return { ok: false, reason: 'unknown-picture' }
    await saveAuthor(tx, author)
    if (author.slug !== before.slug) {
      await takeAddress(tx, `/author/${author.slug}`)
      await leaveBehind(tx, `/author/${before.slug}`, { authorId: author.id })
    }
    await announce(tx, { type: 'author.changed', payload: { authorId: author.id } })
    return { ok: true, author }
  })
}

/** Makes two records of one person one; the old address redirects. */
export function mergeAuthors(
  database: Ground,
  merge: { from: string; into: string },
): Promise<AuthorOutcome> {
  return database.transaction(async (tx) => {
    await slugsTaken(tx)
    if (merge.from === merge.into) return { ok: false, reason: 'itself' }
    const from = await findAuthorById(tx, merge.from)
    const into = await findAuthorById(tx, merge.into)
    if (!from || !into) return { ok: false, reason: 'not-found' }
    await replaceAuthor(tx, from.id, into.id)
    await leaveBehind(tx, `/author/${from.slug}`, { authorId: into.id })
    await announce(
      tx,
      { type: 'author.changed', payload: { authorId: from.id, mergedInto: into.id } },
      { type: 'author.changed', payload: { authorId: into.id } },
    )
    return { ok: true, author: into }
  })
}

function cleaned(author: Author): Author {
  const { id, slug, name, role, biography, email, portraitId } = author
  return {
    id,
    slug,
    portraitId,
    name: cleanLine(name, 200),
    role: cleanLine(role, 200),
    biography: cleanText(biography).slice(0, 20_000),
    email: email ? cleanLine(email, 320) : null,
  }
}

async function portraitIsKnown(tx: Tx, author: Author): Promise<boolean> {
  if (!author.portraitId) return true
  const rows = await runSql(tx, "select 1 from media where id = $1 and kind = 'picture'", [
    author.portraitId,
  ])
  return rows.length > 0
}

/** Slugs of all authors, held until the transaction ends. */
async function slugsTaken(tx: Tx): Promise<Set<string>> {
  await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('authors', 0))")
  return new Set(
    (await runSql<{ slug: string }>(tx, 'select slug from author')).map((row) => row.slug),
  )
}
