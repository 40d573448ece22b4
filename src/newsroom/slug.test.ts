import { expect, test } from 'vitest'
import { freeSlug, isSlug, slugOf } from './slug.ts'

test.each([
  ['Über Straße & Café — “It’s” done', 'uber-strasse-cafe-its-done'],
  ['Łódź, ØRSTED, Þingvellir', 'lodz-orsted-thingvellir'],
  ['בְּרֵאשִׁית ברא, צה"ל', 'בראשית-ברא-צהל'],
  ['مُحَمَّد في المدينة', 'محمد-في-المدينة'],
  ['日本の首相が辞任', '日本の首相が辞任'],
  ['हिन्दी समाचार', 'हिन्दी-समाचार'],
  ['../../etc/passwd?x=1#y', 'etc-passwd-x-1-y'],
  ['😀', ''],
  ['word '.repeat(40), Array.from({ length: 16 }, () => 'word').join('-')],
])('%s becomes %s, and stays so', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
  expect(slugOf(slug)).toBe(slug)
  expect(isSlug(slug)).toBe(slug !== '')
})

test('a taken slug gets the first free number, and stays within the limit', () => {
  expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
  const long = 'x'.repeat(80)
  expect(freeSlug(long, new Set([long]))).toBe(`${'x'.repeat(78)}-2`)
})
