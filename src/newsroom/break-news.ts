import { now } from '#platform/clock.ts'
import { type Database, runSql } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Jobs } from '#platform/jobs.ts'
import { announce } from '#platform/outbox.ts'
import { linkAddress } from './body-links.ts'
import { insertBreaking, removeBreakingItem } from './breaking.ts'
import { cleanLine } from './text.ts'

export type BreakingOutcome =
  | { ok: true; id: string; expiresAt: Date }
  | { ok: false; reason: 'no-headline' | 'bad-link' | 'unknown-article' | 'not-found' }

/** The job that tells every page when an item has aged out. */
export const breakingAgedJob = 'newsroom.breaking-aged'

/** Tells every page what is breaking. Stands for `hours`, then goes by itself. */
export function breakNews(
  ground: { database: Pick<Database, 'transaction'>; jobs: Pick<Jobs, 'enqueue'> },
  item: {
    headline: string
    language: string
    link?: string | null
    articleId?: string | null
    hours: number
    by: string
    at?: Date
  },
): Promise<BreakingOutcome> {
  return ground.database.transaction(async (tx) => {
    const headline = cleanLine(item.headline, 300)
    if (!headline) return { ok: false, reason: 'no-headline' }
    const link = item.link ? linkAddress(item.link) : null
    if (item.link && !link) return { ok: false, reason: 'bad-link' }
    const articleId = item.articleId ?? null
    if (articleId && !(await runSql(tx, 'select 1 from article where id = $1', [articleId])).length)
      return { ok: false, reason: 'unknown-article' }
    const at = item.at ?? now()
    const expiresAt = new Date(
      at.getTime() + Math.min(Math.max(item.hours, 0.1), 24 * 30) * 3_600_000,
    )
    const id = newId()
    await insertBreaking(tx, {
      id,
      headline,
      language: item.language,
      link,
      articleId,
      at,
      expiresAt,
      madeBy: item.by,
    })
    await announce(tx, { type: 'breaking.changed', payload: {} })
    await ground.jobs.enqueue(tx, { name: breakingAgedJob, data: {}, after: expiresAt })
    if (at > now()) await ground.jobs.enqueue(tx, { name: breakingAgedJob, data: {}, after: at })
    return { ok: true, id, expiresAt }
  })
}

/** Takes an item away before its time. */
export function removeBreaking(
  database: Pick<Database, 'transaction'>,
  id: string,
): Promise<{ ok: boolean; reason?: 'not-found' }> {
  return database.transaction(async (tx) => {
    if (!(await removeBreakingItem(tx, id, now()))) return { ok: false, reason: 'not-found' }
    await announce(tx, { type: 'breaking.changed', payload: {} })
    return { ok: true }
  })
}
