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
const mostLetters = 30_000

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
  await learnNeeded(db, [...read.values()], wanted.words)
  return found.flatMap(({ articleId, score }) => {
    const article = read.get(articleId)
    if (!article) return []
    const telling = tellingOf(article.language, wanted.terms)
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

/** Only words that begin like one that was asked for can share its stem: the others need not be looked up. */
async function learnNeeded(
  db: Db,
  articles: ReturnType<typeof readRow>[],
  words: string[],
): Promise<void> {
  const beginnings = new Set(words.map((word) => word.slice(0, 2)))
  const needed = new Map<string, Set<string>>()
  const add = (language: string, token: Token) => {
    if (!beginnings.has(token.word.slice(0, 2))) return
    const stemmer = stemmerFor(token.script, language)
    const known = needed.get(stemmer)
    if (known) known.add(token.word)
    else needed.set(stemmer, new Set([token.word]))
  }
  for (const { language, headline, lead, body } of articles)
    for (const { tokens } of [headline, lead, body])
      for (const token of tokens) add(language, token)
  for (const [stemmer, some] of needed) await learnStems(db, stemmer, some)
}

function tellingOf(language: string, terms: Map<number, number>): Telling {
  return ({ word, script }) => {
    for (const [term] of termsOfWord(word, stemmerFor(script, language))) {
      const value = terms.get(term)
      if (value) return value
    }
    return 0
  }
}
