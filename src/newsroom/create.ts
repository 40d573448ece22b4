import { now } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { trustedHtml } from '#platform/html/safe.ts'
import { type Article, bodyLimit } from './article.ts'
import { insertArticle, unknownReferences } from './articles.ts'
import type { Outcome } from './change.ts'
import { type ContentInput, contentSchema, lengthOf } from './content.ts'
import { writeRevision } from './revisions.ts'
import { slugOf } from './slug.ts'

/** Begins an article, as a draft. `language` is the paper's unless the content says another. */
export async function createArticle(
  database: Pick<Database, 'transaction'>,
  draft: { content: ContentInput; language: string; by: string; id?: string; listed?: boolean },
): Promise<Outcome> {
  const content = contentSchema.parse(draft.content)
  const article: Article = {
    ...blank,
    id: draft.id ?? newId(),
    language: draft.language,
    ...content,
  }
  article.listed = draft.listed ?? true
  article.slug ||= slugOf(article.headline)
  article.wordCount = lengthOf(article)
  if (article.body.length > bodyLimit) return { ok: false, reason: 'too-long' }
  return database.transaction(async (tx): Promise<Outcome> => {
    const unknown = await unknownReferences(tx, article)
    if (unknown) return { ok: false, reason: unknown }
    const at = now()
    await insertArticle(tx, article, at)
    await writeRevision(tx, article, { by: draft.by, action: 'created', changed: [], now: at })
    return { ok: true, article }
  })
}

const blank: Article = {
  id: '',
  state: 'draft',
  listed: true,
  headline: '',
  kicker: '',
  standfirst: '',
  summary: '',
  dateline: '',
  body: trustedHtml(''),
  language: 'en',
  slug: '',
  sectionId: null,
  access: 'open',
  bylines: [],
  tagIds: [],
  lead: null,
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: null,
  sensitive: false,
  publishedAt: null,
  updatedAt: null,
  embargoUntil: null,
  scheduledFor: null,
  withdrawnAt: null,
  withdrawnReason: '',
  openedAt: null,
  corrections: [],
  wordCount: 0,
  version: 1,
}
