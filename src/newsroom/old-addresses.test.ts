import { expect, test } from 'vitest'
import { normalisePath } from './old-addresses.ts'

test.each([
  ['/2014/12/25/ferry/', '/2014/12/25/ferry'],
  ['https://old.example/2014/ferry#comments', '/2014/ferry'],
  ['//2014///ferry', '/2014/ferry'],
  ['ferry', '/ferry'],
  ['', '/'],
  ['/', '/'],
  ['/?p=12', '/?p=12'],
  ['/index.php?p=12&amp', '/index.php?p=12&amp'],
  ['/a/?', '/a'],
  ['/%d7%a9%d7%9c%d7%95%d7%9d/', '/שלום'],
  ['/%D7%A9%D7%9C%D7%95%D7%9D', '/שלום'],
  ['/caf%C3%A9%ff', '/caf%C3%A9%ff'],
  ['/cafe\u0301', '/café'],
  ['/a%2Fb%00c', '/a%2Fb%00c'],
  ['/100%', '/100%'],
])('%s is kept as %s', (path, kept) => {
  expect(normalisePath(path)).toBe(kept)
})

test('normalising twice is normalising once', () => {
  for (const path of ['/a%2520b', '/%25', '/x?y=%26z', '/%E0%A4%A'])
    expect(normalisePath(normalisePath(path)), path).toBe(normalisePath(path))
})
