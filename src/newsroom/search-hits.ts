import { type Db, runSql } from '#platform/database/database.ts'
import type { SafeHtml } from '#platform/html/safe.ts'
import { plainText } from '#platform/text/plain.ts'
import { learnStems, stemmerFor } from '#platform/text/stems.ts'
import { type Token, tokenise } from '#platform/text/tokens.ts'
import { excerpt, highlight, opening, type Telling } from './search-excerpt.ts'
import { termsOfWord } from './search-terms.ts'

/** One article of a result, its words that were asked for in <mark>. */
export interface SearchHit {
  articleId: string
  headlineHtml: SafeHtml
  excerptHtml: SafeHtml
  score: number
}

interface ArticleRow {
  id: string
  language: string
  access: string
  headline: string
  standfirst: string
  summary: string
  body: string
}

/** What was asked for: each term and how much it tells, and the words it came from. */
export interface Wanted {
  terms: Map<number, number>
  words: string[]
}

/** Deeper in a text nobody looks for an excerpt. */
const mostLetters = 20_000

/** Makes hits of articles, in their order; those no longer published are left out. */
export async function describeHits(
  db: Db,
  found: { articleId: string; score: number }[],
  wanted: Wanted,
): Promise<SearchHit[]> {
  // A premium article is found by its body, but only its open parts are shown.
  const rows = await runSql<ArticleRow>(
    db,
    `select id, language, access, headline, standfirst, summary,
       case when access = 'open' then left(body, $2) else '' end as body
     from article where id = any($1::uuid[]) and state = 'published'`,
    [found.map((hit) => hit.articleId), mostLetters],
  )
  const read = new Map(rows.map((row) => [row.id, readRow(row)]))
  const values = await learnValues(db, [...read.values()], wanted)
  return found.flatMap(({ articleId, score }) => {
    const article = read.get(articleId)
    if (!article) return []
    const known = values.get(article.language)
    const telling: Telling = (token) => known?.get(token.word) ?? 0
    const excerptHtml =
      excerpt(article.body, telling) ??
      excerpt(article.lead, telling) ??
      opening(article.lead.text || article.body.text)
    return [{ articleId, headlineHtml: highlight(article.headline, telling), excerptHtml, score }]
  })
}

function readRow(row: ArticleRow) {
  return {
    language: row.language,
    headline: tokenised(row.headline),
    lead: tokenised(plainText(row.standfirst) || plainText(row.summary)),
    body: tokenised(plainText(row.body).replace(/<[^>]*$/, '')),
  }
}

function tokenised(text: string) {
  return { text, tokens: tokenise(text) }
}

/**
 * What each word of the texts tells about the question, by language. Only words that begin like one
 * that was asked for can share its stem: the others are not even looked up.
 */
async function learnValues(
  db: Db,
  articles: ReturnType<typeof readRow>[],
  wanted: Wanted,
): Promise<Map<string, Map<string, number>>> {
  const beginnings = new Set(wanted.words.map(beginningOf))
  const hasHebrew = wanted.words.some((word) => /[\u05d0-\u05ea]/.test(word))
  const byLanguage = new Map<string, Map<string, Token>>()
  for (const { language, headline, lead, body } of articles) {
    let words = byLanguage.get(language)
    if (!words) byLanguage.set(language, (words = new Map()))
    for (const { tokens } of [headline, lead, body])
      for (const token of tokens)
        if (beginnings.has(beginningOf(token.word)) || (hasHebrew && token.script === 'hebrew'))
          words.set(token.word, token)
  }
  const values = new Map<string, Map<string, number>>()
  for (const [language, words] of byLanguage) {
    const byStemmer = Map.groupBy(words.values(), (token) => stemmerFor(token.script, language))
    const known = new Map<string, number>()
    for (const [stemmer, tokens] of byStemmer) {
      await learnStems(
        db,
        stemmer,
        tokens.map((token) => token.word),
      )
      for (const { word } of tokens) {
        const worth = termsOfWord(word, stemmer).map(([term]) => wanted.terms.get(term) ?? 0)
        known.set(word, Math.max(...worth))
      }
    }
    values.set(language, known)
  }
  return values
}

function beginningOf(word: string): number {
  return (word.charCodeAt(0) << 16) | (word.length > 1 ? word.charCodeAt(1) : 0)
}
