import type { Database } from '#platform/database/database.ts'
import type { Jobs } from '#platform/jobs.ts'
import { schedule } from './article.ts'
import { type Change, changeIn, type Outcome } from './change.ts'

/** The job that publishes what is due; it also runs every minute by itself. */
export const publishDueJob = 'newsroom.publish-due'

/** Plans an article for `at`. Its address is held for it from now on. */
export function scheduleArticle(
  ground: { database: Pick<Database, 'transaction'>; jobs: Pick<Jobs, 'enqueue'> },
  change: Change & { at: Date },
): Promise<Outcome> {
  return ground.database.transaction(async (tx) => {
    const outcome = await changeIn(tx, { ...change, action: 'scheduled' }, (article, now) =>
      schedule(article, change.at, now),
    )
    if (outcome.ok)
      await ground.jobs.enqueue(tx, { name: publishDueJob, data: {}, after: change.at })
    return outcome
  })
}
