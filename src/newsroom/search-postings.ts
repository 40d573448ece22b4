import { type Db, runSql } from '#platform/database/database.ts'
import { postingBytes } from './search-part.ts'
import type { RankPart } from './search-rank.ts'

/** The parts of the index, and how many documents have each of the terms that were asked about. */
export interface IndexState {
  parts: { id: string; first: number; docs: number }[]
  /** Documents, and their words, in all. */
  docs: number
  words: number
  /** By term, over all parts. Terms that stand nowhere are missing. */
  having: Map<number, number>
}

/** Counts the documents that have each term, without reading their postings. */
export async function readState(db: Db, terms: number[]): Promise<IndexState> {
  const rows = await runSql<{
    id: string
    first: number
    docs: number
    words: number
    term: number | null
    bytes: number | null
  }>(
    db,
    `select id, first, docs, words, term, octet_length(data) as bytes from search_part
     left join search_posting on part = first and term = any($1::int[])
     order by first`,
    [list(terms)],
  )
  const state: IndexState = { parts: [], docs: 0, words: 0, having: new Map() }
  for (const { id, first, docs, words, term, bytes } of rows) {
    if (state.parts.at(-1)?.id !== id) {
      state.parts.push({ id, first, docs })
      state.docs += docs
      state.words += words
    }
    if (term !== null && bytes !== null)
      state.having.set(term, (state.having.get(term) ?? 0) + bytes / postingBytes)
  }
  return state
}

/** Reads the postings of terms in a state of the index; null when it has been merged since: read the state again. */
export async function readPostings(
  db: Db,
  state: IndexState,
  terms: number[],
): Promise<RankPart[] | null> {
  const arrays = await readArrays(db, state)
  if (!arrays) return null
  const wanted = [...new Set(terms)].filter((term) => state.having.has(term))
  // Not gathered as arrays: pg takes those apart letter by letter.
  const rows = await runSql<{ part: number; term: number; data: Buffer }>(
    db,
    'select part, term, data from search_posting where part = any($1::int[]) and term = any($2::int[])',
    [list(state.parts.map((part) => part.first)), list(wanted)],
  )
  const parts = state.parts.map((part, i) => ({
    ...part,
    ...(arrays[i] as PartArrays),
    postings: new Map<number, Uint8Array>(),
  }))
  const byFirst = new Map(parts.map((part) => [part.first, part]))
  let bytes = 0
  for (const { part, term, data } of rows) {
    byFirst.get(part)?.postings.set(term, data)
    bytes += data.length
  }
  const expected = wanted.reduce((sum, term) => sum + (state.having.get(term) ?? 0), 0)
  return bytes === expected * postingBytes ? parts : null
}

interface PartArrays {
  lengths: Uint16Array
  published: Int32Array
}

/** Parts never change: what was read once is kept. A merged part has another id. */
const kept = new Map<string, PartArrays>()

async function readArrays(db: Db, state: IndexState): Promise<PartArrays[] | null> {
  const missing = state.parts.filter((part) => !kept.has(part.id))
  if (missing.length) {
    if (kept.size > 500) kept.clear()
    const found = await runSql<{ id: string; lengths: Buffer; published: Buffer }>(
      db,
      'select id, lengths, published from search_part where id = any($1::uuid[])',
      [missing.map((part) => part.id)],
    )
    for (const row of found)
      kept.set(row.id, {
        lengths: new Uint16Array(new Uint8Array(row.lengths).buffer),
        published: new Int32Array(new Uint8Array(row.published).buffer),
      })
  }
  const arrays = state.parts.map((part) => kept.get(part.id))
  return arrays.every((entry) => entry !== undefined) ? arrays : null
}

/** A list of numbers as PostgreSQL's array text: pg would quote each. */
function list(numbers: number[]): string {
  return `{${numbers.join(',')}}`
}
