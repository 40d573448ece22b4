import { now } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { announce } from '#platform/outbox.ts'
import { nearest, relating, type TellingTerm, tellingTerms } from './related-rank.ts'
import {
  articlesRelatedTo,
  type Choices,
  loadChoices,
  loadLiving,
  loadRelated,
  type Relation,
  saveRelated,
} from './related-rows.ts'
import { loadSearchable } from './search-articles.ts'
import { minutesOf } from './search-part.ts'
import { type IndexState, readPostings, readState } from './search-postings.ts'
import type { Candidate } from './search-rank.ts'
import { readArticles, termsOf } from './search-terms.ts'

/** How many are kept; pages show the first ones. */
export const mostRelated = 10
/** Some of the nearest may be gone, banned or unlisted. */
const mostNear = 40
/** Articles whose postings are read together. */
const together = 20

/**
 * Works out an article's Related Content after it changed, and that of the articles it is or was
 * near (bounded), since it may belong in their lists. The search index must know it already.
 */
export async function computeRelated(tx: Tx, articleId: string): Promise<void> {
  const before = await articlesRelatedTo(tx, articleId, mostNear)
  await relateMany(tx, [articleId])
  const list = (await loadRelated(tx, [articleId])).get(articleId) ?? []
  const near = new Set([...before, ...list.map(({ relatedId }) => relatedId)])
  near.delete(articleId)
  await relateMany(tx, [...near])
}

/**
 * Works out the Related Content of many articles (an import's). Drafts, withdrawn and unlisted ones
 * have none and stand in no list. Announces `related.changed` with those whose list is another one now.
 */
export async function relateMany(tx: Tx, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together)
    const choices = await loadChoices(tx, some)
    const near = await nearestArticles(tx, some)
    const lists = new Map(some.map((id) => [id, listOf(near.get(id) ?? [], choices.get(id))]))
    const articleIds = await saveRelated(tx, lists)
    if (articleIds.length) await announce(tx, { type: 'related.changed', payload: { articleIds } })
  }
}

/** Pins first, as the editor ordered them; then the nearest that are not banned. */
function listOf(
  near: Relation[],
  choices: Choices = { pinned: [], banned: new Set() },
): Relation[] {
  const pinned = choices.pinned.map((relatedId) => ({ relatedId, score: 0 }))
  const taken = new Set(choices.pinned)
  const free = near.filter(
    ({ relatedId }) => !taken.has(relatedId) && !choices.banned.has(relatedId),
  )
  return [...pinned, ...free].slice(0, mostRelated)
}

async function nearestArticles(db: Db, ids: string[]): Promise<Map<string, Relation[]>> {
  const articles = await loadSearchable(db, ids)
  const counts = new Map<string, Map<number, number>>()
  for (const read of await readArticles(db, articles, new Map()))
    counts.set(read.article.id, topicCounts(read))
  for (let tries = 0; ; tries++) {
    const state = await readState(db, [
      ...new Set([...counts.values()].flatMap((some) => [...some.keys()])),
    ])
    const near = await nearestInState(db, counts, state)
    if (near) return near
    if (tries > 20) throw new Error('The search index does not hold still.')
  }
}

/** What an article is about: not where it stands, who wrote it, or words like "the". */
function topicCounts(read: Awaited<ReturnType<typeof readArticles>>[number]): Map<number, number> {
  const counts = new Map<number, number>()
  const { counts: all } = termsOf(read)
  for (const { words } of read.fields)
    for (const { isCommon, terms } of words)
      if (!isCommon) for (const [term] of terms) counts.set(term, all.get(term) ?? 0)
  return counts
}

async function nearestInState(
  db: Db,
  counts: Map<string, Map<number, number>>,
  state: IndexState,
): Promise<Map<string, Relation[]> | null> {
  const telling = new Map<string, TellingTerm[]>()
  for (const [id, some] of counts) telling.set(id, tellingTerms(some, state))
  const terms = [...telling.values()].flatMap((some) => some.map(({ term }) => term))
  const parts = await readPostings(db, state, terms)
  if (!parts) return null
  const found = new Map<string, Candidate[]>()
  for (const [id, some] of telling) {
    const averageLength = Math.max(1, state.words / Math.max(1, state.docs))
    const most = mostNear + 1
    found.set(id, nearest(some, { parts, averageLength, now: minutesOf(now()), most }))
  }
  const living = await loadLiving(db, [...found.values()].flat())
  const near = new Map<string, Relation[]>()
  for (const [id, candidates] of found) {
    const named = candidates.flatMap(({ doc, score }) => {
      const relatedId = living.get(doc)
      return relatedId ? [{ relatedId, score }] : []
    })
    // An article that is not among its own nearest is in no list, or not in the index yet.
    const own = named.find(({ relatedId }) => relatedId === id)?.score
    if (own === undefined) continue
    near.set(
      id,
      named.filter(({ relatedId, score }) => relatedId !== id && score >= own * relating.least),
    )
  }
  return near
}
