import { type Database, runSql, type Tx } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/outbox.ts'
import { leaveBehind, takeAddress } from './moves.ts'
import { freeSlug, slugOf } from './slug.ts'
import { findTagBySlug, findTagById, replaceTag, saveTag, type Tag } from './tags.ts'
import { cleanLine, cleanText } from './text.ts'

export type TagOutcome =
  | { ok: true; tag: Tag }
  | { ok: false; reason: 'not-found' | 'no-title' | 'taken' | 'itself' }
type Ground = Pick<Database, 'transaction'>

/** The tag of a title: the one that is there, or a new one. */
export function tagCalled(database: Ground, title: string): Promise<TagOutcome> {
  return database.transaction(async (tx) => {
    await lockTags(tx)
    const name = cleanLine(title, 200)
    if (!name) return { ok: false, reason: 'no-title' }
    const slug = slugOf(name) || 'tag'
    const there = await findTagBySlug(tx, slug)
    if (there && there.title.toLowerCase() === name.toLowerCase()) return { ok: true, tag: there }
    const taken = await runSql<{ slug: string }>(
      tx,
      'select slug from tag where slug = $1 or slug like $2',
      [slug, `${slug}-%`],
    )
    const tag = {
      id: newId(),
      slug: freeSlug(slug, new Set(taken.map((row) => row.slug))),
      title: name,
      description: '',
    }
    await saveTag(tx, tag)
    await takeAddress(tx, `/topic/${tag.slug}`)
    return { ok: true, tag }
  })
}

/** Renames a tag; its old address redirects. */
export function changeTag(
  database: Ground,
  change: { id: string; title?: string; slug?: string; description?: string },
): Promise<TagOutcome> {
  return database.transaction(async (tx) => {
    await lockTags(tx)
    const before = await findTagById(tx, change.id)
    if (!before) return { ok: false, reason: 'not-found' }
    const title = cleanLine(change.title ?? before.title, 200)
    const slug =
      slugOf(change.slug || (change.title === undefined ? before.slug : title)) || before.slug
    if (!title) return { ok: false, reason: 'no-title' }
    const other = await findTagBySlug(tx, slug)
    if (other && other.id !== before.id) return { ok: false, reason: 'taken' }
    const tag = {
      ...before,
      title,
      slug,
      description: cleanText(change.description ?? before.description),
    }
    await saveTag(tx, tag)
    if (slug !== before.slug) {
      await takeAddress(tx, `/topic/${slug}`)
      await leaveBehind(tx, `/topic/${before.slug}`, { tagId: tag.id })
    }
    await announce(tx, { type: 'tag.changed', payload: { tagId: tag.id } })
    return { ok: true, tag }
  })
}

/** Makes two tags one; the address of the one that goes redirects to the one that stays. */
export function mergeTags(
  database: Ground,
  merge: { from: string; into: string },
): Promise<TagOutcome> {
  return database.transaction(async (tx) => {
    await lockTags(tx)
    if (merge.from === merge.into) return { ok: false, reason: 'itself' }
    const from = await findTagById(tx, merge.from)
    const into = await findTagById(tx, merge.into)
    if (!from || !into) return { ok: false, reason: 'not-found' }
    await replaceTag(tx, from.id, into.id)
    await leaveBehind(tx, `/topic/${from.slug}`, { tagId: into.id })
    await announce(
      tx,
      { type: 'tag.changed', payload: { tagId: from.id, mergedInto: into.id } },
      { type: 'tag.changed', payload: { tagId: into.id } },
    )
    return { ok: true, tag: into }
  })
}

async function lockTags(tx: Tx): Promise<void> {
  await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('tags', 0))")
}
