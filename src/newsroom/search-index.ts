import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { loadSearchable } from './search-articles.ts'
import { buildPart, type Part, type PartEntry } from './search-part.ts'
import { mergeAfter } from './search-merge.ts'
import { readArticles, termsOf, type WordBook } from './search-terms.ts'
import { addWords } from './search-words.ts'

/*
 * The index is postings of our own in plain tables, because PostgreSQL's ranking must read every
 * matching row: a common word in 100,000 articles takes it seconds. Here a term's articles come as
 * one packed value (3 bytes an article), and scoring all of them exactly takes milliseconds.
 * Parts are only added and merged (by joining bytes), so publishing an article writes little.
 */

const batchSize = 1000

/** Brings one article's entry up to date: found when published, gone otherwise. */
export async function indexArticle(db: Db, id: string): Promise<void> {
  await indexArticles(db, [id])
}

/** The same for many at once (imports); each batch of 1,000 is a transaction unless `db` is one. */
export async function indexArticles(db: Db, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize)
    if (db.isTransaction) await indexBatch(db as Tx, batch)
    else await db.transaction().execute((tx) => indexBatch(tx, batch))
  }
}

async function indexBatch(tx: Tx, ids: string[]): Promise<void> {
  let first = await lockIndex(tx)
  await runSql(tx, 'delete from search_doc where article_id = any($1::uuid[])', [ids])
  const book: WordBook = new Map()
  const entries = await readEntries(tx, ids, book)
  while (entries.length) {
    // A part stays inside one block of 65,536 numbers.
    const some = entries.splice(0, 65_536 - (first & 0xffff))
    await insertPart(tx, buildPart(first, some))
    await mergeAfter(tx, first)
    first += some.length
  }
  await runSql(tx, 'update search_state set next = $1', [first])
  await addWords(tx, book)
}

/** A few at a time: an article's terms are small, but all its words with their places are not. */
async function readEntries(tx: Tx, ids: string[], book: WordBook): Promise<PartEntry[]> {
  const entries: PartEntry[] = []
  for (let from = 0; from < ids.length; from += 100) {
    const articles = await loadSearchable(tx, ids.slice(from, from + 100))
    for (const read of await readArticles(tx, articles, book)) {
      const { id, language, publishedAt } = read.article
      entries.push({ article: { id, language, publishedAt }, terms: termsOf(read) })
    }
  }
  return entries
}

/** Writers take turns until their transaction ends; readers never wait. Returns the next document number. */
export async function lockIndex(tx: Tx): Promise<number> {
  const [state] = await runSql<{ next: number }>(tx, 'select next from search_state for update')
  return (state as { next: number }).next
}

async function insertPart(tx: Tx, part: Part): Promise<void> {
  await runSql(
    tx,
    `insert into search_part (first, docs, words, lengths, published, languages)
     values ($1, $2, $3, $4, $5, $6)`,
    [part.first, part.docs, part.words, part.lengths, part.published, part.languages],
  )
  await runSql(
    tx,
    `insert into search_posting (part, term, data)
     select $1, term, substring($2::bytea from start + 1 for size)
     from unnest($3::int[], $4::int[], $5::int[]) as posting (term, start, size)`,
    [part.first, part.postings, list(part.terms), list(part.starts), list(part.sizes)],
  )
  await runSql(
    tx,
    `insert into search_doc (article_id, doc, words)
     select id, $1 + number - 1, substring($2::bytea from start + 1 for size)
     from unnest($3::uuid[], $4::int[], $5::int[]) with ordinality as entry (id, start, size, number)`,
    [
      part.first,
      part.sequences,
      part.articles,
      list(part.sequenceStarts),
      list(part.sequenceSizes),
    ],
  )
}

/** A long list of numbers as PostgreSQL's array text: pg would quote each. */
function list(numbers: Int32Array): string {
  return `{${numbers.join(',')}}`
}
