import { now } from '#platform/clock.ts'
import { type Db, runSql } from '#platform/database/database.ts'
import { correctQuestion } from './search-correct.ts'
import { groupsOf, type WordGroup } from './search-groups.ts'
import { describeHits, type SearchHit } from './search-hits.ts'
import { minutesOf } from './search-part.ts'
import { type LivingCandidate, phraseOf, pickLiving } from './search-phrase.ts'
import { type Postings, readPostings } from './search-postings.ts'
import { parseQuery, type Question, type SearchQuery } from './search-query.ts'
import { rank, type Ranking, tellingness } from './search-rank.ts'
import { authorTerm, sectionTerm } from './search-terms.ts'

export interface SearchResult {
  hits: SearchHit[]
  /** How many articles fit; when `isMore`, at least so many. */
  total: number
  isMore: boolean
  /** What was searched instead, when words of the question stand in no article. */
  corrected: string | null
  /** What may have been meant, though the question as asked finds something. */
  suggestion: string | null
  /** A "phrase" stands nowhere: its words were searched without their order. */
  phraseMissing: boolean
}

/** No reader goes further down a list. */
const mostListed = 1000
/** How many articles with all words of a phrase are looked at for the phrase itself. */
const mostForPhrase = 3000

/**
 * Finds articles for a reader's question: the best first though a word is missing. Takes at most
 * 100 hits at a time. Never fails because of what was typed.
 */
export async function search(db: Db, query: SearchQuery): Promise<SearchResult> {
  const asked = parseQuery(query.text)
  const nothing = { hits: [], total: 0, isMore: false, corrected: null, suggestion: null }
  if (!asked.words.length) return { ...nothing, phraseMissing: false }
  const languages = await searchLanguages(db, query.language)
  const filters = [
    ...(query.sectionIds ? [query.sectionIds.map(sectionTerm)] : []),
    ...(query.authorId ? [[authorTerm(query.authorId)]] : []),
  ]
  const first = await readQuestion(db, asked, { languages, filters })
  const better = await correctQuestion(db, asked, first)
  const reading = better.question
    ? await readQuestion(db, better.question, { languages, filters })
    : first
  const found = await find(db, query, { ...reading, filters })
  const offset = Math.max(0, Math.min(mostListed, Math.floor(query.offset ?? 0)))
  const page = found.living.slice(offset, offset + pageSize(query))
  return {
    hits: await describeHits(db, page, wantedOf(reading)),
    total: found.total,
    isMore: found.isMore,
    corrected: better.isReplaced ? reading.question.text : null,
    suggestion: better.suggestion,
    phraseMissing: found.phraseMissing,
  }
}

/** A question with the postings of its words. */
export interface Reading {
  question: Question
  groups: WordGroup[]
  excluded: number[]
  postings: Postings
}

async function readQuestion(
  db: Db,
  question: Question,
  among: { languages: string[]; filters: number[][] },
): Promise<Reading> {
  const groups = await groupsOf(db, question.words, among.languages)
  const without = await groupsOf(db, question.without, among.languages)
  const excluded = without.flatMap((group) => exactTerms(group))
  const terms = groups.flatMap((group) => group.terms.map(({ term }) => term))
  const postings = await readPostings(db, [...terms, ...excluded, ...among.filters.flat()])
  return { question, groups, excluded, postings }
}

/** Rough Hebrew stems would exclude too much: there only the word itself does. */
function exactTerms(group: WordGroup): number[] {
  const terms = group.script === 'hebrew' ? group.terms.slice(-1) : group.terms
  return terms.map(({ term }) => term)
}

async function searchLanguages(db: Db, own: string | undefined): Promise<string[]> {
  const rows = await runSql<{ language: string }>(
    db,
    'select distinct language from search_part, unnest(languages) language limit 12',
  )
  return [...new Set([...(own ? [own] : []), ...rows.map((row) => row.language)])]
}

type Search = Reading & { filters: number[][] }

interface Found {
  living: LivingCandidate[]
  total: number
  isMore: boolean
  phraseMissing: boolean
}

async function find(db: Db, query: SearchQuery, reading: Search): Promise<Found> {
  const enough = Math.min(mostListed, (query.offset ?? 0) + pageSize(query))
  const { phrases, withoutPhrases } = reading.question
  const unwanted = withoutPhrases.map(phraseOf)
  const wanted = phrases.map(phraseOf)
  const ranking = rankReading(query, reading, wanted.length + unwanted.length > 0)
  const { found, isAll } = await pickLiving(db, ranking.best, { wanted, unwanted, enough })
  if (!found.length && phrases.length) {
    const loose = { ...reading, question: { ...reading.question, phrases: [] } }
    return { ...(await find(db, query, loose)), phraseMissing: true }
  }
  const checked = isAll && ranking.total <= ranking.best.length
  const listed =
    wanted.length || unwanted.length ? found.length : Math.min(ranking.total, mostListed)
  const total = checked ? found.length : listed
  return { living: found, total, isMore: !checked && total < ranking.total, phraseMissing: false }
}

function pageSize(query: SearchQuery): number {
  return Math.max(1, Math.min(100, Math.floor(query.limit ?? 20)))
}

function rankReading(query: SearchQuery, reading: Search, hasPhrase: boolean): Ranking {
  const { postings, question } = reading
  const groups = usefulGroups(reading)
  const inPhrases = new Set(question.phrases.flatMap((words) => words.map(({ word }) => word)))
  let required = 0
  groups.forEach((group, i) => (required |= inPhrases.has(group.word) ? 1 << i : 0))
  return rank({
    parts: postings.parts,
    groups,
    required,
    excluded: reading.excluded,
    filters: reading.filters,
    from: query.from ? minutesOf(query.from) : -(2 ** 31),
    to: query.to ? minutesOf(query.to) : 2 ** 31,
    now: minutesOf(now()),
    averageLength: Math.max(1, postings.words / Math.max(1, postings.docs)),
    order: query.order ?? 'best',
    most: hasPhrase ? mostForPhrase : mostListed,
  })
}

/** Leaves words like "the" out and lets very frequent ones only add to the score, where others carry the question. */
function usefulGroups({ groups, postings }: Reading): WordGroup[] {
  const known = groups.filter((group) => docsOf(group, postings) > 0)
  const telling = known.filter((group) => !group.isCommon)
  const useful = telling.length ? telling : known
  const frequent = (group: WordGroup) =>
    postings.docs > 200 && docsOf(group, postings) > postings.docs * 0.4
  if (useful.every(frequent)) return useful
  return useful.map((group) => ({ ...group, isWeak: frequent(group) }))
}

/** About how many articles have a word (its most frequent term). */
export function docsOf(group: Pick<WordGroup, 'terms'>, postings: Postings): number {
  let most = 0
  for (const { term } of group.terms) {
    let bytes = 0
    for (const part of postings.parts) bytes += part.postings.get(term)?.length ?? 0
    most = Math.max(most, bytes / 3)
  }
  return most
}

function wantedOf(reading: Reading) {
  const terms = new Map<number, number>()
  const groups = usefulGroups(reading)
  const phrased = reading.groups.filter((group) =>
    reading.question.phrases.some((words) => words.some(({ word }) => word === group.word)),
  )
  for (const group of [...phrased, ...groups])
    for (const { term } of group.terms)
      terms.set(term, tellingness(docsOf(group, reading.postings), reading.postings.docs) + 0.01)
  return { terms, words: reading.groups.map((group) => group.word) }
}
