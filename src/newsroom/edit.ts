import type { Database } from '#platform/database/database.ts'
import { type Article, type ArticleContent, edit, hasPublicAddress } from './article.ts'
import { type Change, changeArticle, type Outcome } from './change.ts'
import { type ContentInput, contentSchema } from './content.ts'
import { slugOf } from './slug.ts'

/**
 * Saves what somebody wrote. Names the version it began from: when another has saved meanwhile, both
 * texts remain and the answer holds theirs. An open article becomes premium only `confirmed`;
 * `newTime` shows readers the time of the update.
 */
export function editArticle(
  database: Pick<Database, 'transaction'>,
  change: Change & {
    version: number
    content: ContentInput
    confirmed?: boolean
    newTime?: boolean
  },
): Promise<Outcome> {
  const content = contentSchema.parse(change.content)
  return changeArticle(database, { ...change, action: 'edited' }, (article, now) =>
    edit(article, followHeadline(article, content), {
      now,
      confirmed: change.confirmed,
      newTime: change.newTime,
    }),
  )
}

/** Until readers have an address, it follows the headline, unless somebody chose it. */
function followHeadline(
  article: Article,
  content: Partial<ArticleContent>,
): Partial<ArticleContent> {
  const { slug, ...rest } = content
  if (slug) return content
  const followed = article.slug === slugOf(article.headline) || article.slug === 'article'
  if (hasPublicAddress(article) || !followed || content.headline === undefined) return rest
  return { ...rest, slug: slugOf(content.headline) }
}
