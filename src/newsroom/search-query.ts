import type { Script } from '#platform/text/scripts.ts'
import { tokenise } from '#platform/text/tokens.ts'

/** What a reader asks for. */
export interface SearchQuery {
  /** As typed: words, "phrases", -without. */
  text: string
  /** Only in these sections (a section's page passes it and those beneath it). */
  sectionIds?: string[]
  authorId?: string
  /** Published at or after `from` and before `to`. */
  from?: Date | null
  to?: Date | null
  /** The best matches first, or of those that fit well the newest. */
  order?: 'best' | 'newest'
  offset?: number
  limit?: number
  /** The paper's language: how words in its script are stemmed besides the articles' own. */
  language?: string
}

export interface AskedWord {
  word: string
  script: Script
  /** As the reader wrote it. */
  written: string
  /** Where it stands in the question, for showing a correction. */
  start: number
  end: number
}

/** A question taken apart. Never fails: what means nothing is left out. */
export interface Question {
  text: string
  /** All words that are asked for, those of phrases too, in order. */
  words: AskedWord[]
  phrases: AskedWord[][]
  without: AskedWord[]
  withoutPhrases: AskedWord[][]
}

/** Longer questions are read to here; nobody types more. */
const mostLetters = 1000
export const mostWords = 30

const quotes = /["“”„«»「」『』]/
const minus = /[-−–]/
const letter = /[\p{L}\p{N}]/u
const hebrew = /[\u05d0-\u05ea]/

/** Takes a question apart: words, "phrases", -without, -"without a phrase". */
export function parseQuery(asked: string): Question {
  const text = asked
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, mostLetters)
  const question: Question = { text, words: [], phrases: [], without: [], withoutPhrases: [] }
  let at = 0
  while (at < text.length) {
    const negated = startsNegation(text, at)
    const from = negated ? at + 1 : at
    if (isQuote(text, from)) {
      let end = from + 1
      while (end < text.length && !isQuote(text, end)) end++
      const words = wordsOf(text, from + 1, end)
      // A quote that is never closed is only a stray sign.
      if (end < text.length) {
        addPhrase(question, words, negated)
        at = end + 1
        continue
      }
      at = from + 1
      continue
    }
    let end = from + 1
    while (
      end < text.length &&
      !isQuote(text, end) &&
      !(negated && /\s/.test(text[end] as string))
    ) {
      if (!negated && startsNegation(text, end)) break
      end++
    }
    const words = wordsOf(text, from, end)
    if (!negated) question.words.push(...words)
    else if (words.length > 1) question.withoutPhrases.push(words)
    else question.without.push(...words)
    at = end
  }
  question.words = question.words.slice(0, mostWords)
  question.without = question.without.slice(0, mostWords)
  question.phrases = question.phrases.slice(0, 8)
  question.withoutPhrases = question.withoutPhrases.slice(0, 8)
  return question
}

function addPhrase(question: Question, words: AskedWord[], negated: boolean): void {
  if (negated) {
    if (words.length > 1) question.withoutPhrases.push(words)
    else question.without.push(...words)
    return
  }
  question.words.push(...words)
  if (words.length > 1) question.phrases.push(words)
}

function startsNegation(text: string, at: number): boolean {
  if (!minus.test(text[at] as string) || (at > 0 && !/[\s(]/.test(text[at - 1] as string)))
    return false
  const next = text.slice(at + 1, at + 3)
  return letter.test(next.slice(0, 1)) || letter.test(next) || quotes.test(next.slice(0, 1))
}

/** A quotation mark, but not the one inside a Hebrew abbreviation (צה"ל). */
function isQuote(text: string, at: number): boolean {
  if (!quotes.test(text[at] ?? '')) return false
  return !(hebrew.test(text[at - 1] ?? '') && hebrew.test(text[at + 1] ?? ''))
}

function wordsOf(text: string, from: number, to: number): AskedWord[] {
  return tokenise(text.slice(from, to)).map(({ word, script, start, end }) => ({
    word,
    script,
    written: text.slice(from + start, from + end),
    start: from + start,
    end: from + end,
  }))
}
