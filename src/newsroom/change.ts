import { now } from '#platform/clock.ts'
import { type Database, runSql, type Tx } from '#platform/database/database.ts'
import { announce } from '#platform/outbox.ts'
import {
  type Article,
  articleAddress,
  type ArticleRefusal,
  changedFields,
  type Decision,
  hasPublicAddress,
} from './article.ts'
import { claimSlug, lockArticle, unknownReferences, updateArticle } from './articles.ts'
import { lengthOf } from './content.ts'
import { factOf } from './events.ts'
import { leaveBehind, takeAddress } from './moves.ts'
import { writeRevision } from './revisions.ts'
import { slugOf } from './slug.ts'

/** What came of a verb: the article as it stands now, or why not; `theirs` is what another has saved meanwhile. */
export type Outcome =
  | { ok: true; article: Article }
  | { ok: false; reason: Exclude<ArticleRefusal, 'changed-by-another'> }
  | { ok: false; reason: 'changed-by-another'; theirs: Article }

export interface Change {
  id: string
  /** Who does it: a staff id, or the name of a job. */
  by: string
  /** The version it began from; without one, whatever stands now. */
  version?: number
}

/**
 * The one way an article changes: load and hold it → decide → save, revision, old address and fact,
 * all in one transaction. `decide` is a rule of article.ts.
 */
export async function changeArticle(
  database: Pick<Database, 'transaction'>,
  change: Change & { action: string },
  decide: (article: Article, at: Date) => Decision,
): Promise<Outcome> {
  try {
    return await database.transaction((tx) => changeIn(tx, change, decide))
  } catch (error) {
    if (isAddressTaken(error)) return { ok: false, reason: 'address-taken' }
    throw error
  }
}

/** The same in a transaction that somebody else holds. */
export async function changeIn(
  tx: Tx,
  change: Change & { action: string },
  decide: (article: Article, at: Date) => Decision,
): Promise<Outcome> {
  const before = await lockArticle(tx, change.id)
  if (!before) return { ok: false, reason: 'not-found' }
  if (change.version !== undefined && change.version !== before.version)
    return { ok: false, reason: 'changed-by-another', theirs: before }
  const at = now()
  const decision = decide(withAddress(before), at)
  if (!decision.ok) return decision as Outcome
  const after: Article = { ...decision.article, version: before.version + 1 }
  const unknown = await unknownReferences(tx, after)
  if (unknown) return { ok: false, reason: unknown }
  after.wordCount = lengthOf(after)
  if (isAddressed(after) && movesTo(before, after))
    after.slug = await claimSlug(tx, {
      sectionId: after.sectionId as string,
      slug: after.slug,
      articleId: after.id,
    })
  await updateArticle(tx, after, at)
  await leaveOldAddress(tx, before, after)
  const changed = changedFields(before, after)
  await writeRevision(tx, after, { by: change.by, action: change.action, changed, now: at })
  const fact = factOf(before, after)
  if (fact) await announce(tx, fact)
  return { ok: true, article: after }
}

/** An article without a slug gets one from its headline before anything is decided. */
function withAddress(article: Article): Article {
  return article.slug ? article : { ...article, slug: slugOf(article.headline) || 'article' }
}

function isAddressed(article: Article): boolean {
  return article.state !== 'draft' && article.state !== 'in-review' && article.sectionId !== null
}

function movesTo(before: Article, after: Article): boolean {
  return !isAddressed(before) || before.sectionId !== after.sectionId || before.slug !== after.slug
}

async function leaveOldAddress(tx: Tx, before: Article, after: Article): Promise<void> {
  if (!hasPublicAddress(after) || !movesTo(before, after)) return
  const slugs = await runSql<{ id: string; slug: string }>(
    tx,
    'select id, slug from section where id = any($1::uuid[])',
    [[before.sectionId, after.sectionId].filter(Boolean)],
  )
  const addressOf = (article: Article): string | null => {
    const section = slugs.find((row) => row.id === article.sectionId)
    return section ? articleAddress(section.slug, article.slug) : null
  }
  const [from, to] = [addressOf(before), addressOf(after)]
  if (to) await takeAddress(tx, to)
  if (from && hasPublicAddress(before)) await leaveBehind(tx, from, { articleId: after.id })
}

function isAddressTaken(error: unknown): boolean {
  const known = error as { code?: string; constraint?: string }
  return known.code === '23505' && known.constraint === 'article_address'
}
