import { expect, test } from 'vitest'
import { trustedHtml } from '#platform/html/safe.ts'
import { words } from '#platform/i18n.ts'
import { focalClasses, sourceSet } from './picture.ts'
import { presentBody } from './present-body.ts'

const present = (html: string) => presentBody(trustedHtml(html), words('en'))

test('a body of words alone is shown as it is stored', () => {
  const body = '<p>One <em>two</em>.</p><h2>Three</h2>'
  expect(present(body)).toBe(body)
})

test('a table gets a box that the keyboard can scroll', () => {
  expect(present('<table><tbody><tr><td>1</td></tr></tbody></table>')).toBe(
    '<div class="table-box" role="group" aria-label="Table" tabindex="0"><table><tbody><tr><td>1</td></tr></tbody></table></div>',
  )
})

test('our own pictures come in the width that is shown, others as they are', () => {
  const own = present(
    '<img src="/media/a1/1600.webp" alt="A" width="500" height="300" loading="lazy">',
  )
  expect(own).toContain(
    '<source type="image/avif" srcset="/media/a1/160.avif 160w, /media/a1/320.avif 320w, /media/a1/480.avif 480w"',
  )
  expect(own).toContain('alt="A" width="500" height="300"')
  const other = '<img src="https://example.org/a.png" alt="" width="3" height="4">'
  expect(present(other)).toBe(other)
})

test('no size is wider than the original, and a focal point becomes classes', () => {
  expect(sourceSet({ id: 'x', width: 100 }, 'webp')).toBe('/media/x/160.webp 160w')
  expect(focalClasses({ x: 0.22, y: 0.5 })).toBe('focal-x2')
  expect(focalClasses({ x: 2, y: -1 })).toBe('focal-x10 focal-y0')
  expect(focalClasses(undefined)).toBe('')
})

test('an aside stays in the text of reading modes, as a note', () => {
  expect(present('<aside class="factbox"><p>Eight days.</p></aside>')).toBe(
    '<div role="note" class="factbox"><p>Eight days.</p></div>',
  )
})

test('long lines of code can be scrolled with the keyboard', () => {
  expect(present('<pre><code>x</code></pre>')).toBe('<pre tabindex="0"><code>x</code></pre>')
})
