import type { Db } from '#platform/database/database.ts'
import { hashOf } from '#platform/text/hash.ts'
import type { Script } from '#platform/text/scripts.ts'
import { learnStems, stemmerFor, stemOf } from '#platform/text/stems.ts'
import { tokenise } from '#platform/text/tokens.ts'

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

export interface ArticleTerms {
  /** Each term's number → how often it stands there, weighted by field, in quarters (1–255). */
  counts: Map<number, number>
  /** The words in order as numbers, 0 between fields. */
  words: Int32Array
  /** How many words, for comparing long articles with short ones. */
  length: number
}

/** A word met in the articles that are being read, looked up once for all its places. */
export interface MetWord {
  word: string
  stemmer: string
  hash: number
  terms: [term: number, share: number][]
  isCommon: boolean
  /** In how many of the articles it stands. */
  docs: number
  /** Used while an article's words are added up. */
  article: ReadArticle | null
  sum: number
}

/** The words of the articles being read, by stemmer. */
export type WordBook = Map<string, Map<string, MetWord>>

export interface ReadArticle {
  article: Searchable
  fields: { weight: number; words: MetWord[] }[]
  length: number
}

/** How much more a word says in a headline than in the body. */
const weights = { headline: 3, standfirst: 2, tags: 2, authors: 2, kicker: 1.5, summary: 1.5 }
/** A longer text is a book; its first part is searched. */
const mostLetters = 400_000

/** Reads articles' words, and learns what is new among them. */
export async function readArticles(
  db: Db,
  articles: Searchable[],
  book: WordBook,
): Promise<ReadArticle[]> {
  const met: MetWord[] = []
  const read = articles.map((article) => readArticle(article, { book, met }))
  for (const [stemmer, words] of Map.groupBy(met, (entry) => entry.stemmer)) {
    await learnStems(
      db,
      stemmer,
      words.map(({ word }) => word),
    )
    for (const entry of words) {
      entry.terms = termsOfWord(entry.word, stemmer)
      entry.isCommon = stemOf(entry.word, stemmer).isCommon
    }
  }
  return read
}

function readArticle(
  article: Searchable,
  { book, met }: { book: WordBook; met: MetWord[] },
): ReadArticle {
  const stemmers = new Map<Script, string>()
  const fields = textsOf(article).map(([weight, text]) => {
    const words = tokenise(text).map(({ word, script }) => {
      let stemmer = stemmers.get(script)
      if (stemmer === undefined)
        stemmers.set(script, (stemmer = stemmerFor(script, article.language)))
      let shelf = book.get(stemmer)
      if (!shelf) book.set(stemmer, (shelf = new Map()))
      let entry = shelf.get(word)
      if (!entry) {
        const hash = hashOf(word)
        entry = { word, stemmer, hash, terms: [], isCommon: false, docs: 0, article: null, sum: 0 }
        shelf.set(word, entry)
        met.push(entry)
      }
      return entry
    })
    return { weight, words }
  })
  return { article, fields, length: fields.reduce((sum, field) => sum + field.words.length, 0) }
}

function textsOf(article: Searchable): [weight: number, text: string][] {
  const texts: [number, string][] = [
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
  return texts.filter(([, text]) => text !== '')
}

/** The terms an article is found by. */
export function termsOf(read: ReadArticle): ArticleTerms {
  const { article, fields, length } = read
  const words = new Int32Array(length + fields.length)
  const different: MetWord[] = []
  let at = 0
  for (const field of fields) {
    for (const entry of field.words) {
      if (entry.article !== read) {
        entry.article = read
        entry.sum = 0
        entry.docs++
        different.push(entry)
      }
      entry.sum += field.weight
      words[at++] = entry.hash
    }
    at++
  }
  const sums = new Map<number, number>()
  for (const { terms, sum } of different)
    for (const [term] of terms) sums.set(term, (sums.get(term) ?? 0) + sum)
  for (const [term, sum] of sums) sums.set(term, Math.max(1, Math.min(255, Math.round(sum * 4))))
  sums.set(sectionTerm(article.sectionId), 1)
  for (const id of article.authorIds) sums.set(authorTerm(id), 1)
  return { counts: sums, words, length }
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
