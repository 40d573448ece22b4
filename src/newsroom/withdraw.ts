import type { Database } from '#platform/database/database.ts'
import { withdraw } from './article.ts'
import { type Change, changeArticle, type Outcome } from './change.ts'
import { cleanLine } from './text.ts'

/** Takes an article down. Its address answers "gone", with the reason; publishing brings it back. */
export function withdrawArticle(
  database: Pick<Database, 'transaction'>,
  change: Change & { reason: string },
): Promise<Outcome> {
  const reason = cleanLine(change.reason, 500)
  return changeArticle(database, { ...change, action: 'withdrawn' }, (article, now) =>
    withdraw(article, { reason, now }),
  )
}
