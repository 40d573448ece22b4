import { z } from 'zod'
import { type Database, runSql } from '#platform/database/database.ts'
import { defineJob, type Job } from '#platform/jobs.ts'
import { announce } from '#platform/outbox.ts'
import { breakingAgedJob } from './break-news.ts'
import { publishDue } from './publish.ts'
import { frontLiveJob } from './publish-front.ts'
import { publishDueJob } from './schedule.ts'
import { tidySearch } from './search-tidy.ts'

/** What the newsroom does by itself. */
export function newsroomJobs(database: Database): Job[] {
  return [
    defineJob({
      name: publishDueJob,
      cron: '* * * * *',
      schema: z.object({}),
      handle: async () => void (await publishDue(database)),
    }),
    defineJob({
      name: breakingAgedJob,
      schema: z.object({}),
      handle: () =>
        database.transaction((tx) => announce(tx, { type: 'breaking.changed', payload: {} })),
    }),
    defineJob({
      name: frontLiveJob,
      schema: z.object({ frontId: z.uuid(), sectionId: z.uuid().nullable() }),
      handle: (payload) =>
        database.transaction((tx) => announce(tx, { type: 'front.published', payload })),
    }),
    defineJob({
      name: 'newsroom.sum-up',
      cron: '17 * * * *',
      schema: z.object({}),
      handle: async () => void (await runSql(database.kysely, 'select compact_tally()')),
    }),
    defineJob({
      name: 'newsroom.tidy-search',
      cron: '41 3 * * *',
      schema: z.object({}),
      handle: () => tidySearch(database.kysely),
    }),
  ]
}
