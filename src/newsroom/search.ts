import { now } from '#platform/clock.ts'
import { type Db, runSql } from '#platform/database/database.ts'
import { correctQuestion } from './search-correct.ts'
import { groupsOf, type RankedGroup, usefulGroups, type WordGroup } from './search-groups.ts'
import { describeHits, type SearchHit } from './search-hits.ts'
import { minutesOf } from './search-part.ts'
import { type LivingCandidate, phraseOf, pickLiving } from './search-phrase.ts'
import { type IndexState, readPostings, readState } from './search-postings.ts'
import { parseQuery, type Question, type SearchQuery } from './search-query.ts'
import { rank, type Ranking, type RankPart } from './search-rank.ts'
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
  const found = await findSteadily(db, { query, asked, languages, filters })
  const { reading, correction } = found
  const offset = offsetOf(query)
  const page = found.living.slice(offset, offset + pageSize(query))
  return {
    hits: await describeHits(db, page, wantedOf(reading)),
    total: found.total,
    isMore: found.isMore,
    corrected: correction.isReplaced ? reading.question.text : null,
    suggestion: correction.suggestion,
    phraseMissing: found.phraseMissing,
  }
}

/** A question with the terms of its words, and in how many articles each stands. */
export interface Reading {
  question: Question
  groups: WordGroup[]
  excluded: number[]
  filters: number[][]
  state: IndexState
}

interface Asking {
  query: SearchQuery
  asked: Question
  languages: string[]
  filters: number[][]
}

/** The index may be merged between two reads of it: then all is read again. */
async function findSteadily(db: Db, asking: Asking) {
  for (let tries = 0; ; tries++) {
    const first = await readQuestion(db, asking.asked, asking)
    const correction = await correctQuestion(db, asking.asked, first)
    const reading = correction.question
      ? await readQuestion(db, correction.question, asking)
      : first
    const found = await find(db, asking.query, reading)
    if (found) return { ...found, reading, correction }
    if (tries > 20) throw new Error('The search index does not hold still.')
  }
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
  const state = await readState(db, [...terms, ...excluded, ...among.filters.flat()])
  return { question, groups, excluded, filters: among.filters, state }
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

interface Found {
  living: LivingCandidate[]
  total: number
  isMore: boolean
  phraseMissing: boolean
}

async function find(db: Db, query: SearchQuery, reading: Reading): Promise<Found | null> {
  const groups = usefulGroups(reading)
  const parts = await readPostings(db, reading.state, [
    ...groups.flatMap((group) => group.terms.map(({ term }) => term)),
    ...reading.excluded,
    ...reading.filters.flat(),
  ])
  if (!parts) return null
  const strict = await findIn(db, { query, reading, groups, parts })
  if (strict.living.length || !reading.question.phrases.length) return strict
  const loose = { ...reading, question: { ...reading.question, phrases: [] } }
  return { ...(await findIn(db, { query, reading: loose, groups, parts })), phraseMissing: true }
}

interface Finding {
  query: SearchQuery
  reading: Reading
  groups: RankedGroup[]
  parts: RankPart[]
}

async function findIn(db: Db, finding: Finding): Promise<Found> {
  const { query, reading } = finding
  const wanted = reading.question.phrases.map(phraseOf)
  const unwanted = reading.question.withoutPhrases.map(phraseOf)
  const hasPhrase = wanted.length + unwanted.length > 0
  const ranking = rankParts(finding, hasPhrase ? mostForPhrase : mostListed)
  const enough = Math.min(mostListed, offsetOf(query) + pageSize(query))
  const { found, isAll } = await pickLiving(db, ranking.best, { wanted, unwanted, enough })
  const isChecked = isAll && ranking.total <= ranking.best.length
  const listed = hasPhrase ? found.length : Math.min(ranking.total, mostListed)
  const total = isChecked ? found.length : listed
  return { living: found, total, isMore: !isChecked && total < ranking.total, phraseMissing: false }
}

function offsetOf(query: SearchQuery): number {
  return Math.max(0, Math.min(mostListed, Math.floor(query.offset ?? 0)))
}

function pageSize(query: SearchQuery): number {
  return Math.max(1, Math.min(100, Math.floor(query.limit ?? 20)))
}

function rankParts({ query, reading, groups, parts }: Finding, most: number): Ranking {
  const { state, question } = reading
  const inPhrases = new Set(question.phrases.flatMap((words) => words.map(({ word }) => word)))
  let required = 0
  groups.forEach((group, i) => (required |= inPhrases.has(group.word) ? 1 << i : 0))
  return rank({
    parts,
    groups,
    required,
    excluded: reading.excluded,
    filters: reading.filters,
    from: query.from ? minutesOf(query.from) : -(2 ** 31),
    to: query.to ? minutesOf(query.to) : 2 ** 31,
    now: minutesOf(now()),
    averageLength: Math.max(1, state.words / Math.max(1, state.docs)),
    order: query.order ?? 'best',
    most,
  })
}

function wantedOf(reading: Reading) {
  const terms = new Map<number, number>()
  const inPhrases = new Set(
    reading.question.phrases.flatMap((words) => words.map(({ word }) => word)),
  )
  for (const group of reading.groups)
    if (!group.isCommon || inPhrases.has(group.word))
      for (const { term } of group.terms) terms.set(term, 0.01)
  for (const group of usefulGroups(reading))
    for (const { term, weight } of group.terms) terms.set(term, weight + 0.01)
  return { terms, words: reading.groups.map((group) => group.word) }
}
