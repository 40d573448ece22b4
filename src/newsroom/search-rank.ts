import { postingBytes } from './search-part.ts'

/*
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework"), exactly, over all
 * articles that hold a word: the postings come packed, so this is a loop over bytes.
 */

/** How soon more of the same word stops counting, and how much long articles pay for their length. */
export const tuning = {
  saturation: 1.5,
  length: 0.7,
  recent: 0.1,
  recentDays: 180,
  /** What share of the best article's words an article must have to be listed at all. */
  fits: 0.3,
  fitsForNewest: 0.75,
}

/** A part of the index as ranking needs it. */
export interface RankPart {
  first: number
  docs: number
  /** Words, by document. */
  lengths: Uint16Array
  /** Minutes since 1970, by document. */
  published: Int32Array
  postings: Map<number, Uint8Array>
}

/** One word of the question with all the terms that stand for it. */
export interface Group {
  /** Each with how much it counts: its share in the word times how much it tells. */
  terms: { term: number; weight: number }[]
  /** Says too little to fetch an article on its own account. */
  isWeak: boolean
}

export interface RankRequest {
  parts: RankPart[]
  /** At most 30. */
  groups: Group[]
  /** Bits of groups that an article must all have (phrases). */
  required: number
  excluded: number[]
  /** An article must have one term of each list. */
  filters: number[][]
  /** Published at or after, and before (minutes). */
  from: number
  to: number
  /** The present, in minutes. */
  now: number
  averageLength: number
  order: 'best' | 'newest'
  most: number
}

export interface Candidate {
  doc: number
  /** What it is ordered by. */
  key: number
  score: number
  /** Which groups the article has, as bits. */
  has: number
  published: number
}

export interface Ranking {
  /** Best first, at most `most`. */
  best: Candidate[]
  /** How many articles fit in all. */
  total: number
}

/** How much a term tells, from how many of all documents have it. */
export function tellingness(having: number, all: number): number {
  return Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))
}

/** Ranks every article that has one of the words, and keeps the best, or of those that fit well the newest. */
export function rank(request: RankRequest): Ranking {
  const scored = request.parts.map((part) => scorePart(request, part))
  let most = 0
  for (const { matching, cover } of scored)
    for (const doc of matching) if ((cover[doc] as number) > most) most = cover[doc] as number
  // A hair less: sums of the same weights differ with their order.
  const share = request.order === 'newest' ? tuning.fitsForNewest : tuning.fits
  const enough = most * share * 0.999

  const heap = new BestHeap(request.most)
  let total = 0
  scored.forEach(({ matching, has, scores, cover }, i) => {
    const part = request.parts[i] as RankPart
    for (const doc of matching) {
      if ((cover[doc] as number) < enough) continue
      total++
      const raw = scores[doc] as number
      const published = part.published[doc] as number
      if (request.order === 'best' && raw * (1 + tuning.recent) <= heap.least) continue
      const score = raw * recency(request.now - published)
      const key = request.order === 'newest' ? published + 2 ** 32 : score
      if (key > heap.least)
        heap.add({ doc: part.first + doc, key, score, has: has[doc] as number, published })
    }
  })
  return { best: heap.sorted(), total }
}

interface ScoredPart {
  scores: Float32Array
  /** How much of what the question says is in the document. */
  cover: Float32Array
  /** Which groups the document has, as bits. */
  has: Uint32Array
  /** The documents that match, as numbers in the part. */
  matching: Uint32Array
}

function scorePart(request: RankRequest, part: RankPart): ScoredPart {
  const { docs, first, postings } = part
  const scores = new Float32Array(docs)
  const cover = new Float32Array(docs)
  const has = new Uint32Array(docs)
  const base = first & 0xffff
  const prices = lengthPrices(part.lengths, request.averageLength)
  for (let number = 0; number < request.groups.length; number++) {
    const { terms } = request.groups[number] as Group
    const bit = 1 << number
    let worth = 0
    for (const { weight } of terms) worth = Math.max(worth, weight)
    for (const { term, weight } of terms) {
      const data = postings.get(term)
      if (!data) continue
      const scale = weight * (tuning.saturation + 1)
      for (let i = 0; i < data.length; i += postingBytes) {
        const doc = ((data[i] as number) | ((data[i + 1] as number) << 8)) - base
        const count = data[i + 2] as number
        scores[doc]! += (scale * count) / (count + (prices[doc] as number))
        const bits = has[doc] as number
        if ((bits & bit) === 0) {
          has[doc] = bits | bit
          cover[doc]! += worth
        }
      }
    }
  }
  return { scores, cover, has, matching: matchingDocs(request, part, has) }
}

function matchingDocs(request: RankRequest, part: RankPart, has: Uint32Array): Uint32Array {
  const { required, from, to } = request
  let strong = 0
  request.groups.forEach((group, number) => (strong |= group.isWeak ? 0 : 1 << number))
  const allowed = allowedDocs(part, request)
  const matching = new Uint32Array(part.docs)
  let count = 0
  for (let doc = 0; doc < part.docs; doc++) {
    const bits = has[doc] as number
    if ((bits & strong) === 0 || (bits & required) !== required) continue
    if (allowed && allowed[doc] !== request.filters.length) continue
    const published = part.published[doc] as number
    if (published >= from && published < to) matching[count++] = doc
  }
  return matching.subarray(0, count)
}

/** Between equally good articles, the newer one. */
export function recency(minutes: number): number {
  return 1 + tuning.recent * 2 ** (-Math.max(0, minutes) / (tuning.recentDays * 1440))
}

const keptPrices = new WeakMap<Uint16Array, { average: number; prices: Float32Array }>()

/** What each document pays for its length, in the quarters that postings count in. Kept until the average has moved. */
export function lengthPrices(lengths: Uint16Array, average: number): Float32Array {
  const known = keptPrices.get(lengths)
  if (known && Math.abs(known.average / average - 1) < 0.02) return known.prices
  const { saturation, length } = tuning
  const prices = Float32Array.from(
    lengths,
    (words) => 4 * saturation * (1 - length + (length * words) / average),
  )
  keptPrices.set(lengths, { average, prices })
  return prices
}

/** How many filters each document passes; 255 when it is excluded. Null when there is nothing to check. */
function allowedDocs(part: RankPart, request: RankRequest): Uint8Array | null {
  if (!request.filters.length && !request.excluded.length) return null
  const passed = new Uint8Array(part.docs)
  request.filters.forEach((terms, number) => {
    for (const term of terms)
      forEachDoc(part, term, (doc) => {
        if (passed[doc] === number) passed[doc] = number + 1
      })
  })
  for (const term of request.excluded) forEachDoc(part, term, (doc) => (passed[doc] = 255))
  return passed
}

function forEachDoc(part: RankPart, term: number, visit: (doc: number) => void): void {
  const data = part.postings.get(term)
  if (!data) return
  const base = part.first & 0xffff
  for (let i = 0; i < data.length; i += postingBytes)
    visit(((data[i] as number) | ((data[i + 1] as number) << 8)) - base)
}

/** Keeps the `most` highest scores of many. */
class BestHeap {
  least = -1
  private readonly items: Candidate[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add(item: Candidate): void {
    const { items } = this
    if (items.length < this.most) {
      items.push(item)
      if (items.length < this.most) return
      for (let at = (items.length >> 1) - 1; at >= 0; at--) this.sink(at)
    } else {
      items[0] = item
      this.sink(0)
    }
    this.least = (items[0] as Candidate).key
  }

  sorted(): Candidate[] {
    return this.items.toSorted((a, b) => b.key - a.key || b.doc - a.doc)
  }

  private sink(from: number): void {
    const { items } = this
    const item = items[from] as Candidate
    let at = from
    for (;;) {
      let child = at * 2 + 1
      if (child >= items.length) break
      if (child + 1 < items.length && keyAt(items, child + 1) < keyAt(items, child)) child++
      if (keyAt(items, child) >= item.key) break
      items[at] = items[child] as Candidate
      at = child
    }
    items[at] = item
  }
}

function keyAt(items: Candidate[], at: number): number {
  return (items[at] as Candidate).key
}
