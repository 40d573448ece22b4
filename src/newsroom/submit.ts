import type { Database } from '#platform/database/database.ts'
import { embargo, moveTo } from './article.ts'
import { type Change, changeArticle, type Outcome } from './change.ts'

type Ground = Pick<Database, 'transaction'>

/** Asks for review. */
export function submit(database: Ground, change: Change): Promise<Outcome> {
  return changeArticle(database, { ...change, action: 'submitted' }, (article) =>
    moveTo(article, 'in-review'),
  )
}

/** Hands a text back to its author, or takes it out of the queue. */
export function handBack(database: Ground, change: Change): Promise<Outcome> {
  return changeArticle(database, { ...change, action: 'handed back' }, (article) =>
    moveTo(article, 'draft'),
  )
}

/** Sets the moment before which it may not go out; null lifts it. */
export function setEmbargo(
  database: Ground,
  change: Change & { until: Date | null },
): Promise<Outcome> {
  return changeArticle(database, { ...change, action: 'embargoed' }, (article) =>
    embargo(article, change.until),
  )
}
