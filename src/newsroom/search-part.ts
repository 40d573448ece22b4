import type { ArticleTerms, Searchable } from './search-terms.ts'

/** A part of the index, packed for the database. */
export interface Part {
  first: number
  docs: number
  /** Words of all its documents. */
  words: number
  lengths: Buffer
  published: Buffer
  languages: string[]
  /** Ascending, so that they are written where their neighbours lie. */
  terms: Int32Array
  starts: Int32Array
  sizes: Int32Array
  postings: Buffer
  articles: string[]
  sequenceStarts: Int32Array
  sequenceSizes: Int32Array
  sequences: Buffer
}

/** Bytes of one posting: the document's number in its block (2), the weighted count (1). */
export const postingBytes = 3

/** What the index takes of an article. */
export interface PartEntry {
  article: Pick<Searchable, 'id' | 'language' | 'publishedAt'>
  terms: ArticleTerms
}

/** Packs articles as a part whose document numbers begin at `first`. */
export function buildPart(first: number, entries: PartEntry[]): Part {
  const lengths = Buffer.alloc(entries.length * 2)
  const published = Buffer.alloc(entries.length * 4)
  entries.forEach(({ article, terms }, i) => {
    lengths.writeUInt16LE(Math.min(65_535, terms.length), i * 2)
    published.writeInt32LE(minutesOf(article.publishedAt), i * 4)
  })
  return {
    first,
    docs: entries.length,
    words: entries.reduce((sum, { terms }) => sum + terms.length, 0),
    lengths,
    published,
    languages: [...new Set(entries.map(({ article }) => article.language))],
    articles: entries.map(({ article }) => article.id),
    ...packPostings(first & 0xffff, entries),
    ...packSequences(entries),
  }
}

/** Publication times as the index keeps them. */
export function minutesOf(date: Date): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.floor(date.getTime() / 60_000)))
}

function packPostings(base: number, entries: PartEntry[]) {
  const sizeOf = new Map<number, number>()
  for (const { terms } of entries)
    for (const term of terms.counts.keys()) sizeOf.set(term, (sizeOf.get(term) ?? 0) + postingBytes)
  const terms = Int32Array.from(sizeOf.keys()).toSorted()
  const starts = new Int32Array(terms.length)
  const sizes = new Int32Array(terms.length)
  const next = new Map<number, number>()
  let total = 0
  terms.forEach((term, i) => {
    starts[i] = total
    next.set(term, total)
    total += sizes[i] = sizeOf.get(term) as number
  })
  const postings = Buffer.alloc(total)
  entries.forEach((entry, i) => {
    for (const [term, count] of entry.terms.counts) {
      const at = next.get(term) as number
      postings[at] = (base + i) & 0xff
      postings[at + 1] = (base + i) >>> 8
      postings[at + 2] = count
      next.set(term, at + postingBytes)
    }
  })
  return { terms, starts, sizes, postings }
}

function packSequences(entries: PartEntry[]) {
  const sequenceStarts = new Int32Array(entries.length)
  const sequenceSizes = new Int32Array(entries.length)
  let total = 0
  entries.forEach(({ terms }, i) => {
    sequenceStarts[i] = total
    total += sequenceSizes[i] = terms.words.byteLength
  })
  const sequences = Buffer.alloc(total)
  entries.forEach(({ terms }, i) => {
    const { buffer, byteOffset, byteLength } = terms.words
    sequences.set(new Uint8Array(buffer, byteOffset, byteLength), sequenceStarts[i])
  })
  return { sequenceStarts, sequenceSizes, sequences }
}
