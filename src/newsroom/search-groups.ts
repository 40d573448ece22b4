import type { Db } from '#platform/database/database.ts'
import type { Script } from '#platform/text/scripts.ts'
import { learnStems, stemmerFor, stemOf } from '#platform/text/stems.ts'
import type { AskedWord } from './search-query.ts'
import type { IndexState } from './search-postings.ts'
import { type Group, tellingness } from './search-rank.ts'
import { termsOfWord } from './search-terms.ts'

/** A word of the question as the index knows it. */
export interface WordGroup {
  word: string
  script: Script
  /** The terms that stand for it, each with its share. */
  terms: { term: number; share: number }[]
  /** How often the question has the word (at most 2). */
  weight: number
  /** A word like "the": asked for only when there is nothing else, and in phrases. */
  isCommon: boolean
}

/**
 * Words as groups of terms: each is stemmed as every language of the archive that is written in its
 * script would, for nobody says in which language they ask. Words that come twice count more.
 */
export async function groupsOf(
  db: Db,
  words: Pick<AskedWord, 'word' | 'script'>[],
  languages: string[],
): Promise<WordGroup[]> {
  const groups = new Map<string, WordGroup>()
  for (const { word, script } of words) {
    const known = groups.get(word)
    if (known) known.weight = Math.min(2, known.weight + 1)
    else groups.set(word, { word, script, terms: [], weight: 1, isCommon: false })
  }
  for (const group of groups.values()) {
    const stemmers = new Set(languages.map((language) => stemmerFor(group.script, language)))
    const shares = new Map<number, number>()
    for (const stemmer of stemmers) {
      await learnStems(db, stemmer, [...groups.keys()])
      for (const [term, share] of termsOfWord(group.word, stemmer)) shares.set(term, share)
      if (stemOf(group.word, stemmer).isCommon) group.isCommon = true
    }
    group.terms = Array.from(shares, ([term, share]) => ({ term, share }))
  }
  return [...groups.values()]
}

/** In how many articles a word stands (its most frequent term). */
export function docsOf(group: WordGroup, state: IndexState): number {
  return Math.max(0, ...group.terms.map(({ term }) => state.having.get(term) ?? 0))
}

export type RankedGroup = WordGroup & Group

/** So many postings are ranked in a few milliseconds, however large the archive is. */
const mostPostings = 250_000

/**
 * The words a question is ranked by: those that stand somewhere; not words like "the" where others
 * carry the question; the rarest first, and of the frequent ones as many as can be ranked quickly.
 */
export function usefulGroups(reading: { groups: WordGroup[]; state: IndexState }): RankedGroup[] {
  const { state } = reading
  const known = reading.groups
    .map((group) => ({ group, docs: docsOf(group, state) }))
    .filter(({ docs }) => docs > 0)
    .toSorted((a, b) => a.docs - b.docs)
  const telling = known.filter(({ group }) => !group.isCommon)
  let postings = 0
  const useful = (telling.length ? telling : known).filter(({ docs }, i) => {
    postings += docs
    return i === 0 || postings <= mostPostings
  })
  const isFrequent = (docs: number) => state.docs > 200 && docs > state.docs * 0.4
  const allFrequent = useful.every(({ docs }) => isFrequent(docs))
  return useful.map(({ group, docs }) => ({
    ...group,
    isWeak: !allFrequent && isFrequent(docs),
    terms: group.terms.map(({ term, share }) => ({
      term,
      share,
      weight: share * group.weight * tellingness(state.having.get(term) ?? 0, state.docs),
    })),
  }))
}
