import { type Db, runSql } from '#platform/database/database.ts'
import { hashOf } from '#platform/text/hash.ts'
import type { AskedWord } from './search-query.ts'
import type { Candidate } from './search-rank.ts'

/** A phrase as numbers: what may stand at each of its places. */
export type Phrase = Set<number>[]

/** Hebrew writes its particles as one word with what follows. */
const particles = [
  'ו',
  'ה',
  'ב',
  'ל',
  'מ',
  'ש',
  'כ',
  'וה',
  'וב',
  'ול',
  'ומ',
  'וש',
  'שה',
  'מה',
  'כש',
]

export function phraseOf(words: Pick<AskedWord, 'word' | 'script'>[]): Phrase {
  return words.map(({ word, script }) => {
    const forms = script === 'hebrew' ? [word, ...particles.map((letter) => letter + word)] : [word]
    return new Set(forms.map(hashOf))
  })
}

/** Whether the words stand in this order, one after the other. */
export function hasPhrase(words: Int32Array, phrase: Phrase): boolean {
  const last = words.length - phrase.length
  for (let at = 0; at <= last; at++) {
    let place = 0
    while (place < phrase.length && phrase[place]?.has(words[at + place] as number)) place++
    if (place === phrase.length) return true
  }
  return false
}

export interface LivingCandidate extends Candidate {
  articleId: string
}

const atOnce = 250

/**
 * The candidates that are still in the index and have every phrase of `wanted` and none of
 * `unwanted`, in their order, until `enough` are found. `isAll` when no candidate is left.
 */
export async function pickLiving(
  db: Db,
  candidates: Candidate[],
  wish: { wanted: Phrase[]; unwanted: Phrase[]; enough: number },
): Promise<{ found: LivingCandidate[]; isAll: boolean }> {
  const { wanted, unwanted, enough } = wish
  const read = wanted.length + unwanted.length > 0
  const found: LivingCandidate[] = []
  let at = 0
  while (at < candidates.length && found.length < enough) {
    const some = candidates.slice(at, at + (read ? atOnce : enough - found.length + 10))
    at += some.length
    const rows = await runSql<{ doc: number; article_id: string; words?: Buffer }>(
      db,
      `select doc, article_id ${read ? ', words' : ''} from search_doc where doc = any($1::int[])`,
      [some.map((candidate) => candidate.doc)],
    )
    const byDoc = new Map(rows.map((row) => [row.doc, row]))
    for (const candidate of some) {
      const row = byDoc.get(candidate.doc)
      if (!row) continue
      if (row.words) {
        const words = new Int32Array(new Uint8Array(row.words).buffer)
        if (!wanted.every((phrase) => hasPhrase(words, phrase))) continue
        if (unwanted.some((phrase) => hasPhrase(words, phrase))) continue
      }
      found.push({ ...candidate, articleId: row.article_id })
    }
  }
  return { found, isAll: at >= candidates.length }
}
