import { type Database, runSql, type Tx } from '#platform/database/database.ts'
import { type Article, type ArticleContent, edit, hasPublicAddress } from './article.ts'
import { type Change, changeIn, type Outcome } from './change.ts'
import { findRevision } from './revisions.ts'

/**
 * Brings back what a revision says. Address and access of an article that readers have stay as they
 * are, and so do authors, tags and pictures that exist no longer stay away. It is a change like any
 * other and can be undone the same way.
 */
export function restoreRevision(
  database: Pick<Database, 'transaction'>,
  change: Change & { number: number },
): Promise<Outcome> {
  return database.transaction(async (tx): Promise<Outcome> => {
    const revision = await findRevision(tx, change.id, change.number)
    if (!revision) return { ok: false, reason: 'not-found' }
    const content = await withoutMissing(tx, revision.content)
    const action = `restored ${change.number}`
    return changeIn(tx, { ...change, action }, (article, now) =>
      edit(article, keepAddress(article, content), { now }),
    )
  })
}

function keepAddress(article: Article, content: ArticleContent): Partial<ArticleContent> {
  if (!hasPublicAddress(article) && article.state !== 'scheduled') return content
  const { slug: _, sectionId: __, access: ___, ...rest } = content
  return rest
}

async function withoutMissing(tx: Tx, content: ArticleContent): Promise<ArticleContent> {
  const rows = await runSql<{ id: string }>(
    tx,
    `select id from author where id = any($1::uuid[]) union all select id from tag where id = any($2::uuid[])
     union all select id from media where id = $3 union all select id from section where id = $4`,
    [
      content.bylines.map((byline) => byline.authorId),
      content.tagIds,
      content.lead?.mediaId ?? null,
      content.sectionId,
    ],
  )
  const known = new Set(rows.map((row) => row.id))
  return {
    ...content,
    bylines: content.bylines.filter((byline) => known.has(byline.authorId)),
    tagIds: content.tagIds.filter((id) => known.has(id)),
    lead: content.lead && known.has(content.lead.mediaId) ? content.lead : null,
    sectionId: content.sectionId && known.has(content.sectionId) ? content.sectionId : null,
  }
}
