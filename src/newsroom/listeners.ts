import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import type { Listener } from '#platform/deliver.ts'
import { indexArticle } from './search-index.ts'

const articleSchema = z.object({ articleId: z.uuid() })

/** What the newsroom does after a fact, once, beside the traffic. */
export function newsroomListeners(database: Database): Listener[] {
  return [
    {
      name: 'newsroom.index',
      hears: ['article.published', 'article.changed', 'article.withdrawn'],
      handle: ({ payload }) =>
        database.transaction((tx) => indexArticle(tx, articleSchema.parse(payload).articleId)),
    },
  ]
}
