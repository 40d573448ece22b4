import { hashOf } from '#platform/text/hash.ts'
import { stemOf, stemmerFor } from '#platform/text/stems.ts'
import { type Token, tokenise } from '#platform/text/tokens.ts'

/** What of an article can be found. Texts are plain. */
export interface Searchable {
  id: string
  language: string
  headline: string
  kicker: string
  standfirst: string
  summary: string
  dateline: string
  caption: string
  body: string
  tags: string[]
  authors: string[]
  authorIds: string[]
  sectionId: string
  publishedAt: Date
}

/** An article's words, read once for all its uses. */
export interface ReadArticle {
  article: Searchable
  fields: { weight: number; tokens: Token[] }[]
}

export interface ArticleTerms {
  /** Each term's number → how often it stands there, weighted by field, in quarters (1–255). */
  counts: Map<number, number>
  /** The words in order as numbers, 0 between fields. */
  words: Int32Array
  /** How many words, for comparing long articles with short ones. */
  length: number
  /** The words as a reader may type them. */
  vocabulary: Set<string>
}

/** How much more a word says in a headline than in the body. */
const weights = { headline: 3, standfirst: 2, tags: 2, authors: 2, kicker: 1.5, summary: 1.5 }
/** A longer text is a book; its first part is searched. */
const mostLetters = 400_000

export function readArticle(article: Searchable): ReadArticle {
  const fields: [number, string][] = [
    [weights.headline, article.headline],
    [weights.kicker, article.kicker],
    [weights.standfirst, article.standfirst],
    [weights.summary, article.summary],
    ...article.tags.map((tag): [number, string] => [weights.tags, tag]),
    ...article.authors.map((name): [number, string] => [weights.authors, name]),
    [1, article.dateline],
    [1, article.body.slice(0, mostLetters)],
    [0.5, article.caption],
  ]
  return {
    article,
    fields: fields
      .map(([weight, text]) => ({ weight, tokens: text ? tokenise(text) : [] }))
      .filter((field) => field.tokens.length > 0),
  }
}

/** Which words must be known to which stemmer before `termsOf` is asked. */
export function wordsByStemmer(articles: ReadArticle[]): Map<string, Set<string>> {
  const byStemmer = new Map<string, Set<string>>()
  for (const { article, fields } of articles)
    for (const { tokens } of fields)
      for (const { word, script } of tokens) {
        const stemmer = stemmerFor(script, article.language)
        const words = byStemmer.get(stemmer)
        if (words) words.add(word)
        else byStemmer.set(stemmer, new Set([word]))
      }
  return byStemmer
}

/** The terms an article is found by. Its words' stems must be known (learnStems). */
export function termsOf({ article, fields }: ReadArticle): ArticleTerms {
  const sums = new Map<number, number>()
  const vocabulary = new Set<string>()
  const length = fields.reduce((sum, field) => sum + field.tokens.length, 0)
  const words = new Int32Array(length + fields.length)
  let at = 0
  for (const { weight, tokens } of fields) {
    for (const { word, script } of tokens) {
      for (const [term, share] of termsOfWord(word, stemmerFor(script, article.language)))
        sums.set(term, (sums.get(term) ?? 0) + weight * share)
      words[at++] = hashOf(word)
      vocabulary.add(word)
    }
    at++
  }
  const counts = new Map<number, number>()
  for (const [term, sum] of sums) counts.set(term, Math.max(1, Math.min(255, Math.round(sum * 4))))
  counts.set(sectionTerm(article.sectionId), 1)
  for (const id of article.authorIds) counts.set(authorTerm(id), 1)
  return { counts, words, length, vocabulary }
}

/** A word's terms and their shares: its stem; in Hebrew, where stems are rough, also the word itself. */
export function termsOfWord(word: string, stemmer: string): [number, number][] {
  const { stem } = stemOf(word, stemmer)
  if (stemmer !== 'hebrew') return [[hashOf(stem), 1]]
  return [
    [hashOf(`~${stem}`), 0.5],
    [hashOf(word), 0.5],
  ]
}

/** Sections and authors are terms too, so that searching inside one costs nothing more. */
export function sectionTerm(id: string): number {
  return hashOf(`/section ${id}`)
}

export function authorTerm(id: string): number {
  return hashOf(`/author ${id}`)
}
