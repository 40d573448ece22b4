import { expect, test } from 'vitest'
import { wpautop } from './wpautop.ts'

test.each([
  ['blank lines part paragraphs', 'one\n\ntwo', '<p>one</p>\n<p>two</p>\n'],
  ['a single line end is a break', 'one\ntwo', '<p>one<br />\ntwo</p>\n'],
  [
    'a block stands by itself',
    'one\n<h2>two</h2>\nthree',
    '<p>one</p>\n<h2>two</h2>\n<p>three</p>\n',
  ],
  [
    'a list is no paragraph',
    '<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
  ],
  [
    'a quotation gets its paragraph inside',
    '<blockquote>said</blockquote>',
    '<blockquote><p>said</p></blockquote>\n',
  ],
  [
    'preformatted text is left alone',
    'a\n<pre>x\n\ny</pre>\nb',
    '<p>a</p>\n<pre>x\n\ny</pre>\n<p>b</p>\n',
  ],
  ['two breaks are a new paragraph', 'a<br><br/>b', '<p>a</p>\n<p>b</p>\n'],
  [
    'a figure keeps its caption',
    '<figure>\n<img src="a">\n<figcaption>c</figcaption>\n</figure>',
    '<figure>\n<img src="a"><figcaption>c</figcaption></figure>\n',
  ],
  ['a line end inside a tag is no break', 'a <a\nhref="x">b</a>', '<p>a <a\nhref="x">b</a></p>\n'],
  ['what has paragraphs keeps them', '<p>a</p>\n<p>b</p>', '<p>a</p>\n<p>b</p>\n'],
  ['Windows line ends count', 'a\r\n\r\nb', '<p>a</p>\n<p>b</p>\n'],
  ['nothing stays nothing', ' \n ', ''],
])('%s', (_, typed, shown) => {
  expect(wpautop(typed)).toBe(shown)
})

test.each([
  ['spaces', ' '.repeat(300_000)],
  ['line ends', 'a\n \n'.repeat(60_000)],
  ['open tags', '<p><li'.repeat(50_000)],
  ['divs', '<div '.repeat(60_000)],
  ['preformatted', '<pre>'.repeat(60_000)],
  ['captions', '<figcaption>\n'.repeat(30_000)],
])('a third of a megabyte of %s takes no longer than other text', (_, nasty) => {
  const start = performance.now()
  wpautop(`a${nasty}b`)
  expect(performance.now() - start).toBeLessThan(3000)
})
