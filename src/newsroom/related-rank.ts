import { type Candidate, lengthPrices, type RankPart, recency, tuning } from './search-rank.ts'
import { postingBytes } from './search-part.ts'
import type { IndexState } from './search-postings.ts'

/** A term of an article with how much it says about what the article is about. */
export interface TellingTerm {
  term: number
  weight: number
}

/*
 * Chosen by measuring on labelled news: the square root of the usual weight on each side (rare names
 * would else drown the topic), and many terms rather than the twelve best.
 */
export const relating = {
  mostTerms: 100,
  /** Terms in more than this share of all articles say nothing about a topic. */
  tooFrequent: 0.3,
  /** At most so many postings are added up for an article. */
  mostPostings: 250_000,
  rarity: 0.5,
  /** Of what an article has in common with itself, another must have this share to be related. */
  least: 0.03,
}

/** The terms of an article that say most about it, from how often it has each and how many others do. */
export function tellingTerms(counts: Map<number, number>, state: IndexState): TellingTerm[] {
  const most = Math.max(2, state.docs * relating.tooFrequent)
  const terms: { term: number; weight: number; having: number }[] = []
  for (const [term, count] of counts) {
    const having = state.having.get(term) ?? 0
    if (having < 2 || having > most) continue
    const rarity = Math.log(1 + (state.docs - having + 0.5) / (having + 0.5))
    // Once for each side of the comparison.
    const weight = (1 + Math.log(Math.max(1, count / 4))) * rarity ** (2 * relating.rarity)
    terms.push({ term, weight, having })
  }
  terms.sort((a, b) => b.weight - a.weight)
  let postings = 0
  return terms.slice(0, relating.mostTerms).filter(({ having }) => {
    postings += having
    return postings <= relating.mostPostings
  })
}

export interface Nearness {
  parts: RankPart[]
  averageLength: number
  /** The present, in minutes. */
  now: number
  most: number
}

/** The documents that have most of the terms, weighed as BM25 does, the nearest first. */
export function nearest(terms: TellingTerm[], among: Nearness): Candidate[] {
  const found: Candidate[] = []
  for (const part of among.parts) {
    const scores = addUp(terms, part, among.averageLength)
    let least = leastOf(found, among.most)
    for (let doc = 0; doc < part.docs; doc++) {
      const raw = scores[doc] as number
      if (raw <= 0 || raw * (1 + tuning.recent) <= least) continue
      const published = part.published[doc] as number
      const score = raw * recency(among.now - published)
      if (score <= least) continue
      found.push({ doc: part.first + doc, key: score, score, has: 0, published })
      if (found.length >= among.most * 4) least = keepBest(found, among.most)
    }
    keepBest(found, among.most)
  }
  return found
}

function addUp(terms: TellingTerm[], part: RankPart, averageLength: number): Float32Array {
  const scores = new Float32Array(part.docs)
  const prices = lengthPrices(part.lengths, averageLength)
  const base = part.first & 0xffff
  for (const { term, weight } of terms) {
    const data = part.postings.get(term)
    if (!data) continue
    for (let i = 0; i < data.length; i += postingBytes) {
      const doc = ((data[i] as number) | ((data[i + 1] as number) << 8)) - base
      const count = data[i + 2] as number
      scores[doc]! += (weight * count) / (count + (prices[doc] as number))
    }
  }
  return scores
}

function leastOf(sorted: Candidate[], most: number): number {
  return sorted.length < most ? 0 : (sorted.at(-1) as Candidate).score
}

/** Sorts and cuts in place; returns what the next one must exceed. */
function keepBest(found: Candidate[], most: number): number {
  found.sort((a, b) => b.score - a.score)
  if (found.length > most) found.length = most
  return leastOf(found, most)
}
