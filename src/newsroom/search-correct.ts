import type { Db } from '#platform/database/database.ts'
import { tokenise } from '#platform/text/tokens.ts'
import type { Reading } from './search.ts'
import { docsOf } from './search-groups.ts'
import { type AskedWord, mostWords, type Question } from './search-query.ts'
import { correctWord, likelierWord, wordsBeginning } from './search-words.ts'

/** Longer questions live with a word that is missing. */
const mostCorrected = 4

export interface Correction {
  /** The question to search instead; null when the one asked will do. */
  question: Question | null
  /** Whether words were replaced, so that the reader must be told. */
  isReplaced: boolean
  suggestion: string | null
}

/**
 * Forgives typing errors. Words that stand in no article are replaced by what was probably meant;
 * beside rare words that are one slip away from a frequent one, that one is searched too and suggested.
 */
export async function correctQuestion(
  db: Db,
  asked: Question,
  reading: Reading,
): Promise<Correction> {
  const instead = new Map<string, string>()
  const likelier = new Map<string, string>()
  const rare = Math.max(1, reading.state.docs / 5000)
  let looked = 0
  for (const group of reading.groups) {
    if (group.isCommon || looked >= mostCorrected) continue
    const docs = docsOf(group, reading.state)
    if (docs > rare) continue
    looked++
    if (docs > 0) {
      const better = await likelierWord(db, group.word, docs)
      if (better) likelier.set(group.word, better)
      continue
    }
    const better = await replacement(db, group)
    if (better) instead.set(group.word, better)
  }
  if (!instead.size && !likelier.size)
    return { question: null, isReplaced: false, suggestion: null }
  const question = replaceWords(asked, instead)
  const added = question.words.filter(({ word }) => likelier.has(word))
  const suggested = likelier.size ? replaceWords(asked, new Map([...instead, ...likelier])) : null
  return {
    question: {
      ...question,
      words: [
        ...question.words,
        ...added.flatMap((word) => readAs(word, likelier.get(word.word) as string)),
      ].slice(0, mostWords),
    },
    isReplaced: instead.size > 0,
    suggestion: suggested?.text ?? null,
  }
}

async function replacement(
  db: Db,
  { word, script }: Pick<AskedWord, 'word' | 'script'>,
): Promise<string | null> {
  if (script === 'cjk' || script === 'unspaced') {
    // The index has pairs of characters: a single one stands for the pairs it begins.
    const pairs =
      script === 'cjk' && [...word].length === 1 ? await wordsBeginning(db, word, 8) : []
    return pairs.length ? pairs.join(' ') : null
  }
  const corrected = await correctWord(db, word)
  if (corrected || word.length < 3) return corrected
  return (await wordsBeginning(db, word, 1))[0] ?? null
}

/** The question with some of its words replaced, in its text too. */
function replaceWords(question: Question, instead: Map<string, string>): Question {
  const swap = (words: AskedWord[]): AskedWord[] =>
    words.flatMap((asked) => {
      const better = instead.get(asked.word)
      return better ? readAs(asked, better) : [asked]
    })
  let text = ''
  let at = 0
  for (const asked of question.words.toSorted((a, b) => a.start - b.start)) {
    const better = instead.get(asked.word)
    if (!better || asked.start < at) continue
    text += question.text.slice(at, asked.start) + better
    at = asked.end
  }
  return {
    ...question,
    text: text + question.text.slice(at),
    words: swap(question.words),
    phrases: question.phrases.map(swap),
  }
}

function readAs(asked: AskedWord, better: string): AskedWord[] {
  return tokenise(better).map(({ word, script }) => ({ ...asked, word, script }))
}
