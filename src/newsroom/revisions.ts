import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { Article, ArticleContent } from './article.ts'
import { contentOf } from './article.ts'

/** One saved state of an article; its number is the version it made. */
export interface Revision {
  number: number
  madeAt: Date
  madeBy: string
  action: string
  /** Names of the fields that changed. */
  changed: string[]
}

export async function writeRevision(
  tx: Tx,
  article: Article,
  what: { by: string; action: string; changed: string[]; now: Date },
): Promise<void> {
  await runSql(
    tx,
    `insert into revision (article_id, number, made_at, made_by, action, changed, content)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      article.id,
      article.version,
      what.now,
      what.by,
      what.action,
      what.changed,
      JSON.stringify(contentOf(article)),
    ],
  )
}

/** An article's revisions, the newest first, without their content. */
export async function listRevisions(
  db: Db,
  articleId: string,
  options: { limit?: number; before?: number } = {},
): Promise<Revision[]> {
  return runSql(
    db,
    `select number, made_at as "madeAt", made_by as "madeBy", action, changed from revision
     where article_id = $1 and ($2::int is null or number < $2) order by number desc limit $3`,
    [articleId, options.before ?? null, Math.min(options.limit ?? 50, 500)],
  )
}

export async function findRevision(
  db: Db,
  articleId: string,
  number: number,
): Promise<(Revision & { content: ArticleContent }) | null> {
  const [row] = await runSql<Revision & { content: ArticleContent }>(
    db,
    `select number, made_at as "madeAt", made_by as "madeBy", action, changed, content from revision
     where article_id = $1 and number = $2`,
    [articleId, number],
  )
  return row ?? null
}
