import { expect, test } from 'vitest'
import { extractPage } from './extract.ts'
import { aPage, letterHtml, storyHtml } from './fixtures/page.ts'
import { englishStory } from './fixtures/texts.ts'

const zone = 'Asia/Jerusalem'
const texts = (html: string): string[] =>
  html.split('\n').map((line) => line.replace(/<[^>]+>/g, '').trim())

test('a page gives its facts and its story and nothing of what stands around it', () => {
  const page = extractPage(aPage(), { zone })
  expect(page).toMatchObject({
    headline: 'Dock workers end strike after all-night talks in Port Amber',
    byline: ['Ruth Cohen', 'Omar Haddad'],
    kicker: 'Labour',
    standfirst:
      'Eleven days without a ship: how the harbour board came to give way on night shifts.',
    dateline: 'PORT AMBER',
    language: 'en',
    siteName: 'The Harbour Herald',
    canonicalUrl: 'https://herald.example/news/dock-strike-ends',
    trouble: null,
    cut: false,
  })
  expect(page.publishedAt?.toISOString()).toBe('2014-12-25T18:27:00.000Z')
  expect(texts(page.html)).toEqual(englishStory)
  expect(page.leadPicture).toEqual({
    url: 'https://herald.example/img/harbour-dawn-1200x800.jpg',
    alt: 'Cranes at dawn',
    caption: 'Cranes stood still for eleven days.',
    credit: 'Lena Varga',
  })
})

test.each([
  ['before', letterHtml + storyHtml.join('\n')],
  ['inside', [...storyHtml.slice(0, 2), letterHtml, ...storyHtml.slice(2)].join('\n')],
  ['behind', storyHtml.join('\n') + letterHtml],
  [
    'inside, by line breaks in one element,',
    [
      ...storyHtml.slice(0, 2),
      letterHtml.replaceAll('</p>\n<p>', '<br><br>'),
      ...storyHtml.slice(2),
    ].join('\n'),
  ],
])('a letter to the reader %s the story inside its article element is left out', (_, body) => {
  expect(texts(extractPage(aPage({ body }), { zone }).html)).toEqual(englishStory)
})

test('a letter longer than the story does not become the story', () => {
  const page = extractPage(aPage({ body: letterHtml + storyHtml.slice(0, 2).join('\n') }), { zone })
  expect(texts(page.html)).toEqual(englishStory.slice(0, 2))
})

test('pointers, films of other players and hover cards go, the sentence around them stays', () => {
  const body = [
    storyHtml[0],
    '<p><strong>Read also:</strong> <a href="/ferry">Ferry fares to rise in spring, operator says</a></p>',
    '<figure class="video"><iframe src="https://player.example/9"></iframe><figcaption>Watch how the cranes started</figcaption></figure>',
    '<p>The minister, <span><a href="/p/1">Ana Brook</a><span><img src="/a.jpg"><a href="/p/1">Ana Brook</a> <a href="/x">Ana Brook opens a bridge over the northern river</a></span></span>, was not in the room when the talks ended, her office said.</p>',
    ...storyHtml.slice(1),
  ].join('\n')
  const page = extractPage(aPage({ body }), { zone })
  expect(page.text).not.toMatch(/Ferry|Watch how|opens a bridge/)
  expect(page.text).toContain('The minister, Ana Brook, was not in the room')
})

test('what the page states for machines is believed before what it shows', () => {
  const stated = {
    '@type': 'NewsArticle',
    headline: 'Dock workers end strike',
    datePublished: '2014-12-25T20:27:00Z',
    dateModified: '2014-12-26T08:00:00Z',
    author: [{ name: 'Ruth Cohen' }],
    articleSection: 'Labour',
    keywords: ['strike', 'harbour'],
  }
  const page = extractPage(
    aPage({ head: `<script type="application/ld+json">${JSON.stringify(stated)}</script>` }),
    { zone },
  )
  expect(page).toMatchObject({
    byline: ['Ruth Cohen'],
    section: 'Labour',
    tags: ['strike', 'harbour'],
  })
  expect(page.publishedAt?.toISOString()).toBe('2014-12-25T20:27:00.000Z')
  expect(page.updatedAt?.toISOString()).toBe('2014-12-26T08:00:00.000Z')
})

test('a body that only the JSON-LD tells is taken from there', () => {
  const stated = {
    '@type': 'NewsArticle',
    headline: 'Dock workers end strike',
    articleBody: englishStory.join('\n'),
  }
  const page = extractPage(
    `<html lang="en"><head><title>Dock workers end strike</title><script type="application/ld+json">${JSON.stringify(stated)}</script></head><body><div id="app"></div></body></html>`,
  )
  expect(page.text).toContain('“We went in with one demand')
})

test('pictures, links and lists of the body keep what they need and addresses become whole', () => {
  const body = `${storyHtml.join('\n')}<ul><li>First of the three demands that were met this week</li><li>Second of them</li></ul><p>See <a href="/report" onclick="x()" class="y">the report of the harbour board</a>, which was published on Friday morning.</p>`
  const { html } = extractPage(aPage({ body }), { zone })
  expect(html).toContain('<li>Second of them</li>')
  expect(html).toContain(
    '<a href="https://herald.example/report">the report of the harbour board</a>',
  )
})

test.each([
  ['', 'empty'],
  [
    '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>nginx</p></body></html>',
    'error-page',
  ],
  [
    `<html><head><title>The Harbour Herald</title></head><body>${'<h3><a href="/a">A headline of some story that is told elsewhere</a></h3>'.repeat(30)}</body></html>`,
    'list-of-links',
  ],
])('a page that is no article says why (%#)', (html, trouble) => {
  expect(extractPage(html).trouble).toBe(trouble)
})

test('absurd nesting and size end in a result', () => {
  expect(extractPage('<div>'.repeat(100_000) + storyHtml.join('')).text).toContain(
    'Dock workers in the capital',
  )
  expect(
    extractPage(aPage({ body: '<p>One and the same line of text here.</p>'.repeat(40_000) })).cut,
  ).toBe(true)
})
