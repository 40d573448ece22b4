import { type Db, runSql } from '#platform/database/database.ts'
import type { RankPart } from './search-rank.ts'

/** The parts of the index with the postings of some terms: one state of it, whatever is written meanwhile. */
export interface Postings {
  parts: RankPart[]
  /** Documents, and their words, in all. */
  docs: number
  words: number
  languages: string[]
}

interface PartRow {
  first: number
  docs: number
  words: number
  languages: string[]
  terms: number[] | null
  data: Buffer[] | null
}

interface PartArrays {
  lengths: Uint16Array
  published: Int32Array
}

/** Parts never change: what was read once is kept. A merged part has another size. */
const kept = new Map<string, PartArrays>()

/** Reads the postings of some terms. */
export async function readPostings(db: Db, terms: number[]): Promise<Postings> {
  for (;;) {
    const rows = await runSql<PartRow>(
      db,
      `select first, docs, words, languages, terms, data from search_part
       left join lateral (
         select array_agg(term) as terms, array_agg(data) as data
         from search_posting where part = first and term = any($1::int[])
       ) on true order by first`,
      [terms],
    )
    const arrays = await readArrays(db, rows)
    // A merge came between the two reads: read again.
    if (!arrays) continue
    return {
      docs: rows.reduce((sum, row) => sum + row.docs, 0),
      words: rows.reduce((sum, row) => sum + row.words, 0),
      languages: [...new Set(rows.flatMap((row) => row.languages))],
      parts: rows.map((row, i) => ({
        first: row.first,
        docs: row.docs,
        ...(arrays[i] as PartArrays),
        postings: new Map(row.terms?.map((term, j) => [term, row.data?.[j] as Uint8Array])),
      })),
    }
  }
}

async function readArrays(db: Db, rows: PartRow[]): Promise<PartArrays[] | null> {
  const missing = rows.filter((row) => !kept.has(keyOf(row)))
  if (missing.length) {
    if (kept.size > 500) kept.clear()
    const found = await runSql<{ first: number; docs: number; lengths: Buffer; published: Buffer }>(
      db,
      'select first, docs, lengths, published from search_part where first = any($1::int[])',
      [missing.map((row) => row.first)],
    )
    for (const row of found)
      kept.set(keyOf(row), {
        lengths: new Uint16Array(new Uint8Array(row.lengths).buffer),
        published: new Int32Array(new Uint8Array(row.published).buffer),
      })
  }
  const arrays = rows.map((row) => kept.get(keyOf(row)))
  return arrays.every((entry) => entry !== undefined) ? arrays : null
}

function keyOf(row: { first: number; docs: number }): string {
  return `${row.first} ${row.docs}`
}
