import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { indexArticles, lockIndex } from './search-index.ts'
import { mergeParts, type PartSize } from './search-merge.ts'

/**
 * Makes one part of each block, and numbers a block's living articles anew once a third of it is
 * dead. Searching is quickest after it: call it after an import and now and then.
 */
export async function tidySearch(db: Db): Promise<void> {
  const blocks = await runSql<{ block: number }>(
    db,
    'select distinct first >> 16 as block from search_part order by 1',
  )
  for (const { block } of blocks) {
    if (db.isTransaction) await tidyBlock(db as Tx, block)
    else await db.transaction().execute((tx) => tidyBlock(tx, block))
  }
}

/** A few new articles beside a big part are no reason to write it all anew. */
function isScattered(parts: PartSize[], docs: number): boolean {
  const biggest = Math.max(...parts.map((part) => part.docs))
  return parts.length > 8 || biggest < docs * 0.8
}

async function tidyBlock(tx: Tx, block: number): Promise<void> {
  await lockIndex(tx)
  const range = [block * 65_536, block * 65_536 + 65_535]
  const parts = await runSql<PartSize>(
    tx,
    'select first, docs from search_part where first between $1 and $2 order by first',
    range,
  )
  const living = await runSql<{ article_id: string }>(
    tx,
    'select article_id from search_doc where doc between $1 and $2 order by doc',
    range,
  )
  const docs = parts.reduce((sum, part) => sum + part.docs, 0)
  if (living.length < docs * (2 / 3)) {
    await runSql(tx, 'delete from search_posting where part between $1 and $2', range)
    await runSql(tx, 'delete from search_part where first between $1 and $2', range)
    await indexArticles(
      tx,
      living.map((row) => row.article_id),
    )
  } else if (isScattered(parts, docs)) await mergeParts(tx, parts)
}
