import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { anExport, anItem } from './an-export.ts'
import { isWxrHead } from './guess.ts'

const wxr = anExport(anItem())

test.each([
  ['an export', Buffer.from(wxr), true],
  ['an export that was packed', gzipSync(wxr), true],
  ['an export in UTF-16', Buffer.from(`\ufeff${wxr}`, 'utf16le'), true],
  [
    'a feed',
    Buffer.from(
      '<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
    ),
    false,
  ],
  [
    'a page that speaks of exports',
    Buffer.from('<!doctype html><p>Look for &lt;wp:wxr_version&gt; in it'),
    false,
  ],
  ['nothing', Buffer.alloc(0), false],
  ['half a packed file', Buffer.from([0x1f, 0x8b, 8, 0]), false],
])('%s is told from the rest', (_, head, expected) => {
  expect(isWxrHead(head)).toBe(expected)
})
