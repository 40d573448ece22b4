import { expect, test } from 'vitest'
import { plainText } from '#newsroom/body-text.ts'
import { countWords } from '#newsroom/word-count.ts'
import { composeArticle } from './compose.ts'
import { vocabularySize } from './vocabulary.ts'

const hundred = Array.from({ length: 200 }, (_, seed) => composeArticle(seed, 2020))

test('the same seed makes the same article, another makes another', () => {
  expect(composeArticle(7, 2020)).toEqual(composeArticle(7, 2020))
  expect(composeArticle(7, 2020).body).not.toBe(composeArticle(8, 2020).body)
})

test('articles are between 250 and 800 words long', () => {
  for (const { body } of hundred) {
    const words = countWords(plainText(body))
    expect(words).toBeGreaterThan(250)
    expect(words).toBeLessThan(800)
  }
})

test('no gap stays open', () => {
  for (const article of hundred)
    expect(`${article.headline}${article.standfirst}${article.body}`).not.toMatch(/[{}]|undefined/)
})

test('names and trade words are many, and some far more frequent than others', () => {
  expect(vocabularySize).toBeGreaterThan(60_000)
  const seen = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++) {
    const town = composeArticle(seed, 2020).dateline
    if (town) seen.set(town, (seen.get(town) ?? 0) + 1)
  }
  expect(seen.size).toBeGreaterThan(300)
  expect(Math.max(...seen.values())).toBeGreaterThan(20)
})
