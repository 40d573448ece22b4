import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import type { Listener } from '#platform/deliver.ts'
import { announce } from '#platform/outbox.ts'
import { computeRelated } from './related.ts'
import { indexArticle } from './search-index.ts'

const articleSchema = z.object({ articleId: z.uuid() })

/** What the newsroom does after a fact, once, beside the traffic. */
export function newsroomListeners(database: Database): Listener[] {
  return [
    {
      name: 'newsroom.index',
      hears: ['article.published', 'article.changed', 'article.withdrawn'],
      handle: ({ payload }) =>
        database.transaction(async (tx) => {
          const { articleId } = articleSchema.parse(payload)
          await indexArticle(tx, articleId)
          await announce(tx, { type: 'related.due', payload: { articleId } })
        }),
    },
    {
      // Beside the indexing, so that an article is found at once even while many wait to be related.
      name: 'newsroom.relate',
      hears: ['related.due'],
      handle: ({ payload }) =>
        database.transaction((tx) => computeRelated(tx, articleSchema.parse(payload).articleId)),
    },
  ]
}
