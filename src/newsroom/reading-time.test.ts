import { expect, test } from 'vitest'
import { plainText, summaryFrom } from './body-text.ts'
import { readingMinutes } from './reading-time.ts'
import { countWords } from './word-count.ts'

test.each([
  ['en', 430, 2],
  ['en-GB', 100, 1],
  ['he', 374, 2],
  ['ar', 414, 3],
  ['zh-Hant', 1020, 4],
  ['ja', 1071, 3],
  ['xx', 552, 3],
  ['en', 0, 1],
])('%s, %i long, is a %i minute read', (language, length, minutes) => {
  expect(readingMinutes(length, language)).toBe(minutes)
})

test.each([
  ['en', 'It’s a well-known fact – isn’t it? … 3.5 per cent', 9],
  ['he', 'בית־ספר, צה״ל ועוד', 4],
  ['ar', 'قال الوزير، يوم الثلاثاء', 4],
  ['zh', '中国首相访问 UN 总部。', 9],
  ['ja', 'これはテスト。', 6],
  ['th', 'ภาษาไทยง่าย', 3],
  ['en', '— … !', 0],
])('words of %s: %s', (language, text, words) => {
  expect(countWords(text, language)).toBe(words)
})

test('the words of a body are those a reader reads, a line for each block', () => {
  const body =
    '<h2>A &amp; B</h2>\n<p>one<br />two <em>three</em></p>\n<p><ruby>漢<rt>kan</rt></ruby></p>'
  expect(plainText(body)).toBe('A & B\none\ntwo three\n漢')
  expect(summaryFrom('<h2>H</h2><p>Short.</p>')).toBe('Short.')
  expect(summaryFrom(`<p>${'word '.repeat(100)}</p>`)).toMatch(/^(word ){40,}word…$/)
})
