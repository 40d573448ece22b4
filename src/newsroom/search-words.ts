import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { WordBook } from './search-terms.ts'
import { oneSlipAway, slipsBetween } from '#platform/text/spelling.ts'

/** Numbers and very long words are nothing to correct a typing error to. */
const worthKeeping = /^\p{L}.{0,31}$/u

/** Counts words of newly indexed articles. Counts only grow, so they are about right, which is enough. */
export async function addWords(tx: Tx, book: WordBook): Promise<void> {
  const counts = new Map<string, number>()
  for (const shelf of book.values())
    for (const { word, docs } of shelf.values())
      if (worthKeeping.test(word)) counts.set(word, (counts.get(word) ?? 0) + docs)
  const words = [...counts.keys()].toSorted()
  await runSql(
    tx,
    `insert into search_word as known (word, docs)
     select * from unnest(string_to_array($1, ' '), string_to_array($2, ' ')::int[])
     on conflict (word) do update set docs = known.docs + excluded.docs`,
    [words.join(' '), words.map((word) => counts.get(word)).join(' ')],
  )
}

interface KnownWord {
  word: string
  docs: number
}

/**
 * What was probably meant by a folded word that no article has: the most used word one slip away,
 * one that looks alike, or two words written as one. Null when nothing comes close.
 */
export async function correctWord(db: Db, word: string): Promise<string | null> {
  if (word.length < 4 || word.length > 32 || /\d/.test(word)) return null
  const near = await mostUsed(db, oneSlipAway(word))
  if (near) return near.word
  const alike = word.length < 6 ? null : await lookAlike(db, word)
  return alike ?? apartWords(db, word)
}

/** A far more used word one slip away from a rare one, which is then itself perhaps a slip. */
export async function likelierWord(db: Db, word: string, docs: number): Promise<string | null> {
  if (word.length < 5 || /\d/.test(word)) return null
  const near = await mostUsed(db, oneSlipAway(word))
  return near && near.docs >= 100 * docs ? near.word : null
}

/** Known words that begin so, the most used first. */
export async function wordsBeginning(db: Db, word: string, most: number): Promise<string[]> {
  const rows = await runSql<KnownWord>(
    db,
    `select word, docs from search_word where word ^@ $1 and word >= $1 and word < $2
     order by docs desc limit $3`,
    [word, `${word}\u{10ffff}`, most],
  )
  return rows.map((row) => row.word)
}

async function mostUsed(db: Db, words: string[]): Promise<KnownWord | null> {
  if (!words.length) return null
  const rows = await runSql<KnownWord>(
    db,
    'select word, docs from search_word where word = any($1::text[]) order by docs desc limit 1',
    [words],
  )
  return rows[0] ?? null
}

/** "primeminister" → "prime minister": both halves must be known, and the rarer one well. */
async function apartWords(db: Db, word: string): Promise<string | null> {
  const cuts = Array.from({ length: Math.max(0, word.length - 5) }, (_, i) => i + 3)
  const halves = cuts.flatMap((cut) => [word.slice(0, cut), word.slice(cut)])
  if (!halves.length) return null
  const rows = await runSql<KnownWord>(
    db,
    'select word, docs from search_word where word = any($1::text[])',
    [halves],
  )
  const docs = new Map(rows.map((row) => [row.word, row.docs]))
  let best: { words: string; docs: number } | null = null
  for (const cut of cuts) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)]
    const both = Math.min(docs.get(left) ?? 0, docs.get(right) ?? 0)
    if (both > (best?.docs ?? 2)) best = { words: `${left} ${right}`, docs: both }
  }
  return best?.words ?? null
}

/** Words that share enough trigrams, at most two slips away (three in long words). */
async function lookAlike(db: Db, word: string): Promise<string | null> {
  const allowed = word.length < 10 ? 2 : 3
  const rows = await runSql<KnownWord>(
    db,
    `select word, docs from search_word
     where word % $1 and length(word) > 3 and length(word) between $2 and $3
     order by similarity(word, $1) desc limit 40`,
    [word, word.length - allowed, word.length + allowed],
  )
  const close = rows
    .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
    .filter((row) => row.slips <= allowed && row.word[0] === word[0])
    .toSorted((a, b) => a.slips - b.slips || b.docs - a.docs)
  return close[0]?.word ?? null
}
