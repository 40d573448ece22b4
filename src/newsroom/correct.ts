import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { correct } from './article.ts'
import { type Change, changeArticle, type Outcome } from './change.ts'
import { cleanLine } from './text.ts'

/** Prints a correction under a published article. */
export function correctArticle(
  database: Pick<Database, 'transaction'>,
  change: Change & { text: string },
): Promise<Outcome> {
  const text = cleanLine(change.text, 3000)
  return changeArticle(database, { ...change, action: 'corrected' }, (article, now) =>
    correct(article, { id: newId(), text, madeAt: now }),
  )
}
