import { now } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { publish } from './article.ts'
import { findDue } from './articles.ts'
import { type Change, changeArticle, type Outcome } from './change.ts'

/** Takes an article out to readers, at once. Its address is the first free one of its slug. */
export function publishArticle(
  database: Pick<Database, 'transaction'>,
  change: Change,
): Promise<Outcome> {
  return changeArticle(database, { ...change, action: 'published' }, publish)
}

/** So long after its time a scheduled article still carries that time; later, the time it really went out. */
const late = 15 * 60_000

/**
 * Publishes what is due. Safe to run on several nodes at once: each article goes out once. Returns
 * the ids that went out.
 */
export async function publishDue(
  database: Pick<Database, 'transaction' | 'kysely'>,
): Promise<string[]> {
  const published: string[] = []
  for (const id of await findDue(database.kysely, now())) {
    const outcome = await changeArticle(
      database,
      { id, by: 'schedule', action: 'published' },
      (article, at) => {
        if (article.state !== 'scheduled') return { ok: false, reason: 'already-published' }
        const planned = article.scheduledFor
        if (!planned || planned > at) return { ok: false, reason: 'not-published' }
        return publish(article, at.getTime() - planned.getTime() < late ? planned : at)
      },
    )
    if (outcome.ok) published.push(id)
  }
  return published
}
