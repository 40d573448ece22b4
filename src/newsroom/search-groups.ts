import type { Db } from '#platform/database/database.ts'
import type { Script } from '#platform/text/scripts.ts'
import { learnStems, stemmerFor, stemOf } from '#platform/text/stems.ts'
import type { AskedWord } from './search-query.ts'
import type { Group } from './search-rank.ts'
import { termsOfWord } from './search-terms.ts'

/** A word of the question as the index knows it. */
export interface WordGroup extends Group {
  word: string
  script: Script
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
    else groups.set(word, { word, script, terms: [], weight: 1, isWeak: false, isCommon: false })
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
