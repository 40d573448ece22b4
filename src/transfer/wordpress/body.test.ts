import { expect, test } from 'vitest'
import { renderBody, type BodySource } from './body.ts'

const pictures: Record<string, { url: string; alt: string; caption: string }> = {
  5: { url: 'https://h.example/u/five.jpg', alt: 'Five', caption: 'The fifth' },
  6: { url: 'https://h.example/u/six.jpg', alt: 'Six', caption: '' },
}
const source: BodySource = {
  attachment: (id) => pictures[id] ?? null,
  attached: () => ['6'],
  reusable: (id) => (id === '9' ? '<!-- wp:paragraph --><p>Again</p><!-- /wp:paragraph -->' : null),
  footnotes: '[{"id":"n1","content":"See <em>page 3</em>"}]',
}
const html = (typed: string) => renderBody(typed, source).html
const removed = (typed: string) => Object.fromEntries(renderBody(typed, source).removed)
const five =
  '<figure><img src="https://h.example/u/five.jpg" alt="Five"><figcaption>The fifth</figcaption></figure>'
const six = '<figure><img src="https://h.example/u/six.jpg" alt="Six"></figure>'

test.each([
  ['a paragraph', '<!-- wp:paragraph -->\n<p>Hi</p>\n<!-- /wp:paragraph -->', '<p>Hi</p>'],
  [
    'columns',
    '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column"><!-- wp:paragraph --><p>A</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->',
    '<p>A</p>',
  ],
  [
    'a button',
    '<!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link" href="/join">Join</a></div><!-- /wp:button -->',
    '<p><a href="/join">Join</a></p>',
  ],
  [
    'an embed with a caption',
    '<!-- wp:embed {"url":"https://youtu.be/abc","type":"video"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abc\n</div><figcaption>Film</figcaption></figure>\n<!-- /wp:embed -->',
    '<figure class="embed"><a href="https://youtu.be/abc">YouTube</a><figcaption>Film</figcaption></figure>',
  ],
  [
    'an image in the size it was uploaded',
    '<!-- wp:image {"id":5} -->\n<figure class="wp-block-image"><img src="https://h.example/u/five-300x200.jpg" alt="" class="wp-image-5"/></figure>\n<!-- /wp:image -->',
    '<figure class="wp-block-image"><img src="https://h.example/u/five.jpg" alt="Five"></figure>',
  ],
  [
    'a gallery of the older kind',
    '<!-- wp:gallery --><figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="https://a.example/1.jpg"/><figcaption>One</figcaption></figure></li><li class="blocks-gallery-item"><figure><img src="https://a.example/2.jpg"/></figure></li></ul></figure><!-- /wp:gallery -->',
    '<figure class="gallery">\n<figure><img src="https://a.example/1.jpg" alt=""><figcaption>One</figcaption></figure>\n<figure><img src="https://a.example/2.jpg" alt=""></figure>\n</figure>',
  ],
  [
    'a file',
    '<!-- wp:file --><div class="wp-block-file"><object data="x.pdf"></object><a href="https://h.example/x.pdf">Report</a><a href="https://h.example/x.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
    '<p><a href="https://h.example/x.pdf">Report</a></p>',
  ],
  ['a reusable block', '<!-- wp:block {"ref":9} /-->', '<p>Again</p>'],
  [
    'footnotes',
    '<!-- wp:footnotes /-->',
    '<section class="footnotes"><ol><li id="n1">See <em>page 3</em></li></ol></section>',
  ],
  [
    'more and spacer, which say nothing',
    '<!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:spacer --><div style="height:9px"></div><!-- /wp:spacer --><!-- wp:separator --><hr class="x"/><!-- /wp:separator -->',
    '<hr>',
  ],
  [
    'text between blocks',
    'typed\n\nhere\n\n<!-- wp:paragraph --><p>Hi</p><!-- /wp:paragraph -->',
    '<p>typed</p>\n<p>here</p>\n<p>Hi</p>',
  ],
  [
    'an address alone in a paragraph',
    '<!-- wp:paragraph --><p>https://vimeo.com/12</p><!-- /wp:paragraph -->',
    '<figure class="embed"><a href="https://vimeo.com/12">Vimeo</a></figure>',
  ],
  [
    'a block that is never closed',
    '<!-- wp:group --><div><!-- wp:paragraph --><p>Hi</p>',
    '<p>Hi</p>',
  ],
])('from blocks: %s', (_, typed, shown) => {
  expect(html(typed)).toBe(shown)
})

test.each([
  [
    'a caption',
    '[caption id="a" width="300"]<a href="https://h.example/u/x.jpg"><img class="wp-image-5" src="https://h.example/u/five-300x200.jpg" /></a> On <em>deck</em>[/caption]',
    '<figure><img src="https://h.example/u/five.jpg" alt="Five"><figcaption>On <em>deck</em></figcaption></figure>',
  ],
  [
    'a gallery of ids',
    'a\n[gallery ids="5,6"]\nb',
    `<p>a</p>\n\n<figure class="gallery">\n${five}\n${six}\n</figure>\n\n<p>b</p>`,
  ],
  ['a gallery of what was uploaded there', '[gallery]', six],
  [
    'an address alone on its line',
    'See:\nhttps://www.youtube.com/watch?v=abc&t=3\nnow',
    '<p>See:</p>\n<figure class="embed"><a href="https://www.youtube.com/watch?v=abc&amp;t=3">YouTube</a></figure>\n<p>now</p>',
  ],
  [
    'an address in a sentence',
    'See https://youtu.be/abc now',
    '<p>See https://youtu.be/abc now</p>',
  ],
  [
    '[embed]',
    '[embed width="5"]https://h.example/film[/embed]',
    '<figure class="embed"><a href="https://h.example/film">h.example</a></figure>',
  ],
  [
    '[youtube] with an id',
    '[youtube abc_d-1]',
    '<figure class="embed"><a href="https://www.youtube.com/watch?v=abc_d-1">YouTube</a></figure>',
  ],
  [
    'a frame',
    '<iframe src="//www.youtube.com/embed/abc?rel=0" width="1"></iframe>',
    '<figure class="embed"><a href="https://www.youtube.com/watch?v=abc">YouTube</a></figure>',
  ],
  [
    '[audio]',
    '[audio mp3="https://h.example/a.mp3"][/audio]',
    '<figure><audio controls preload="none" src="https://h.example/a.mp3"><a href="https://h.example/a.mp3">a.mp3</a></audio></figure>',
  ],
  [
    'layout shortcodes around text',
    '[vc_row][vc_column width="1/2"]Hello[/vc_column][/vc_row]',
    '<p>Hello</p>',
  ],
  ['an escaped shortcode', 'Write [[gallery ids="5"]] so', '<p>Write [gallery ids="5"] so</p>'],
  [
    'words in brackets',
    '“[He] said it [sic] [the minister] [Video] [IMG_12]”',
    '<p>“[He] said it [sic] [the minister] [Video] [IMG_12]”</p>',
  ],
  ['brackets in code', '<pre>a[data_x y="1"]</pre>', '<pre>a[data_x y="1"]</pre>'],
  ['<!--more-->', 'one\n<!--more-->\ntwo', '<p>one</p>\n<p>two</p>'],
  [
    'a picture alone',
    '<img class="alignleft" src="https://h.example/u/z.jpg" alt="Z" width="3" height="2" />',
    '<figure><img src="https://h.example/u/z.jpg" alt="Z" width="3" height="2"></figure>',
  ],
  [
    'a lazy picture and its double',
    '<noscript><img src="https://h.example/l.jpg"></noscript><img data-src="https://h.example/l.jpg" src="data:image/gif;base64,R0">',
    '<figure><img src="https://h.example/l.jpg" alt=""></figure>',
  ],
  ['CDATA that a writer wanted to show', 'a <![CDATA[ b ]]> c', '<p>a &lt;![CDATA[ b ]]> c</p>'],
  ['script', 'a<script>alert(1)</script>', '<p>a</p>'],
])('typed in the classic editor: %s', (_, typed, shown) => {
  expect(html(typed)).toBe(shown)
})

test('a picture whose address names no host is looked for on its site', () => {
  const { html: shown } = renderBody('<img src="/u/a.jpg">', {
    ...source,
    base: 'https://h.example/',
  })
  expect(shown).toBe('<figure><img src="https://h.example/u/a.jpg" alt=""></figure>')
})

test('what shows nothing without WordPress is named, with how often', () => {
  expect(removed('[contact-form][poll id="3"] [poll id="4"] [gallery ids="404"]')).toEqual({
    'shortcode [contact-form]': 1,
    'shortcode [poll]': 2,
    'gallery picture 404, which is not in the file': 1,
  })
  expect(removed('<!-- wp:latest-posts /--><!-- wp:block {"ref":1} /-->')).toEqual({
    'block latest-posts': 1,
    'reusable block 1, which is not in the file': 1,
  })
})

test('a body that pretends to hold what was put aside gets nothing of it', () => {
  expect(html('[embed]https://youtu.be/abc[/embed]<figure kept-0></figure>')).not.toMatch(
    /abc.*abc.*abc/s,
  )
})

test('a reusable block that holds itself ends', () => {
  const self = { ...source, reusable: () => '<p>x</p><!-- wp:block {"ref":9} /-->' }
  expect(renderBody('<!-- wp:block {"ref":9} /-->', self).html.length).toBeLessThan(1000)
})

test.each([
  ['brackets', '[a [b] '.repeat(40_000)],
  ['openings', '[a b="'.repeat(40_000)],
  ['nested shortcodes', '[x_y]'.repeat(20_000) + '[/x_y]'.repeat(20_000)],
  ['blocks', '<!-- wp:group -->'.repeat(10_000)],
  ['comments', '<!--'.repeat(60_000)],
  ['frames', '<iframe '.repeat(40_000)],
  ['scripts', '<script>'.repeat(40_000)],
  ['pictures', '<img <img '.repeat(30_000)],
  ['links', '<a href="'.repeat(30_000)],
])('hundreds of kilobytes of %s take no longer than other text', (_, nasty) => {
  const start = performance.now()
  html(nasty)
  expect(performance.now() - start).toBeLessThan(3000)
})
