import { expect, test } from 'vitest'
import { aMeta, anExport, anItem, arrivalsFrom, only } from './an-export.ts'

const categories = `<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>news</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[News &amp; Views]]></wp:cat_name></wp:category>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>%d7%97%d7%95%d7%a5</wp:category_nicename><wp:category_parent>news</wp:category_parent><wp:cat_name><![CDATA[חוץ]]></wp:cat_name></wp:category>
`
const inCategory = (slug: string, name: string) =>
  `<category domain="category" nicename="${slug}"><![CDATA[${name}]]></category>`

async function articleFrom(item: string, ...before: string[]) {
  const arrivals = await arrivalsFrom(anExport(...before, item))
  const [article] = only(arrivals, 'article')
  if (!article) throw new Error('no article arrived')
  return { article, arrivals, notes: only(arrivals, 'note') }
}

test('a post arrives as an article with its place, time, author and old addresses', async () => {
  const more = `${inCategory('news', 'News')}<category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category>
<wp:is_sticky>1</wp:is_sticky>${aMeta('_wp_old_slug', 'old-harbour')}`
  const { article, arrivals } = await articleFrom(anItem({ more }), categories)
  expect(article).toMatchObject({
    key: '7',
    headline: 'The harbour opens',
    body: '<p>It opened on Tuesday.</p>',
    state: 'published',
    publishedAt: new Date('2014-12-25T18:27:00Z'),
    slug: 'harbour-7',
    language: 'en-GB',
    authorKeys: ['ruth'],
    sectionKeys: ['news'],
    tagKeys: ['sea'],
    pinned: true,
    oldPaths: ['/2014/12/harbour-7/', '/?p=7', '/2014/12/old-harbour/'],
  })
  expect(only(arrivals, 'paper')).toMatchObject([{ name: 'The Harbour Post', language: 'en-GB' }])
  expect(only(arrivals, 'author')).toMatchObject([
    { key: 'ruth', name: 'Ruth Shore', email: 'ruth@harbour.example' },
  ])
  expect(only(arrivals, 'section')).toMatchObject([
    { key: 'news', title: 'News & Views', oldPath: '/category/news/' },
    { key: 'חוץ', title: 'חוץ', parentKey: 'news', oldPath: '/category/news/%D7%97%D7%95%D7%A5/' },
  ])
})

test.each([
  ['draft', { state: 'draft' }, []],
  ['pending', { state: 'in-review' }, []],
  ['future', { state: 'scheduled', scheduledFor: new Date('2014-12-25T18:27:00Z') }, []],
  ['private', { state: 'draft' }, ['private, so it is kept as a draft']],
])('a post that is %s does not become public', async (status, expected, reasons) => {
  const { article, notes } = await articleFrom(anItem({ status }))
  expect(article).toMatchObject(expected)
  expect(article.publishedAt).toBeUndefined()
  expect(notes.map(({ reason }) => reason)).toEqual(reasons)
})

test('a post behind a password becomes a draft, and that is said', async () => {
  const { article, notes } = await articleFrom(
    anItem({ more: '<wp:post_password>open sesame</wp:post_password>' }),
  )
  expect(article.state).toBe('draft')
  expect(notes).toMatchObject([
    { outcome: 'altered', key: '7', reason: expect.stringContaining('password') },
  ])
})

test('what is left out is named: bin, menus, comments, types nobody reads', async () => {
  const comment = '<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>'
  const arrivals = await arrivalsFrom(
    anExport(
      anItem({ id: 1, status: 'trash', title: 'Gone' }),
      anItem({ id: 2, type: 'nav_menu_item' }),
      anItem({ id: 3, type: 'nav_menu_item' }),
      anItem({ id: 4, type: 'widget_box' }),
      anItem({ id: 5, type: 'news', more: comment }),
      anItem({ id: 6, type: 'dispatch', body: 'Long enough to be read. '.repeat(30) }),
    ),
  )
  expect(only(arrivals, 'article').map(({ key }) => key)).toEqual(['5', '6'])
  expect(only(arrivals, 'note').map(({ what, count }) => [what, count])).toEqual([
    ['post 1 “Gone”', undefined],
    ['comments', 1],
    ['nav_menu_item', 2],
    ['widget_box', 1],
  ])
})

test('the primary category is the article’s section, whatever comes first', async () => {
  const both = inCategory('news', 'News') + inCategory('%d7%97%d7%95%d7%a5', 'חוץ')
  const more = both + aMeta('_yoast_wpseo_primary_category', '3')
  const { article } = await articleFrom(anItem({ more }), categories)
  expect(article.sectionKeys).toEqual(['חוץ', 'news'])
})

test('without a primary category, the one in the address is the section, and Uncategorized the last', async () => {
  const more =
    inCategory('uncategorized', 'Uncategorized') +
    inCategory('sea', 'Sea') +
    inCategory('2014', 'Year')
  const { article } = await articleFrom(anItem({ more }))
  expect(article.sectionKeys).toEqual(['2014', 'sea', 'uncategorized'])
})

test('other taxonomies become tags, a language plugin’s the language, those of themes are noted', async () => {
  const more = `<category domain="place" nicename="haifa">Haifa</category><category domain="language" nicename="he">עברית</category><category domain="post_format" nicename="post-format-aside">Aside</category>`
  const { article, notes } = await articleFrom(anItem({ more }))
  expect(article).toMatchObject({ tagKeys: ['place:haifa'], language: 'he', sectionKeys: [] })
  expect(notes.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['taxonomy post_format', 'left-out'],
    ['taxonomy place', 'altered'],
  ])
})

test('co-authors sign in their order, guests too, though the guest stands later in the file', async () => {
  const more = `<category domain="author" nicename="cap-omar-west">omar-west</category><category domain="author" nicename="cap-ruth">ruth</category><category domain="author" nicename="cap-ruth">ruth</category>`
  const guest = anItem({
    id: 90,
    type: 'guest-author',
    title: 'Omar',
    more: aMeta('cap-user_login', 'omar-west') + aMeta('cap-display_name', 'Omar West'),
  })
  const arrivals = await arrivalsFrom(anExport(anItem({ more }), guest))
  expect(only(arrivals, 'article')).toMatchObject([{ authorKeys: ['omar-west', 'ruth'] }])
  expect(only(arrivals, 'author').map(({ name }) => name)).toEqual(['Ruth Shore', 'Omar West'])
})

test('pictures arrive with what is known of them, lead the article, and fill galleries before they come', async () => {
  const more = aMeta('_thumbnail_id', '31')
  const picture = anItem({
    id: 31,
    type: 'attachment',
    status: 'inherit',
    title: 'Boats',
    body: '',
    more: `<wp:attachment_url>https://harbour.example/u/boats.jpg</wp:attachment_url>${aMeta('_wp_attachment_image_alt', 'Three boats')}${aMeta('_media_credit', 'Dana Lev')}`,
  })
  const arrivals = await arrivalsFrom(
    anExport(anItem({ body: '[gallery ids="31"]', more }), picture),
  )
  const [article] = only(arrivals, 'article')
  expect(article?.lead).toEqual({
    mediaKey: '31',
    url: 'https://harbour.example/u/boats.jpg',
    alt: 'Three boats',
  })
  expect(article?.body).toBe(
    '<figure><img src="https://harbour.example/u/boats.jpg" alt="Three boats"></figure>',
  )
  expect(only(arrivals, 'media')).toMatchObject([
    {
      key: '31',
      url: 'https://harbour.example/u/boats.jpg',
      title: 'Boats',
      alt: 'Three boats',
      credit: 'Dana Lev',
    },
  ])
})

test('a lead picture that is not in the file is noted', async () => {
  const { article, notes } = await articleFrom(anItem({ more: aMeta('_thumbnail_id', '404') }))
  expect(article.lead).toBeUndefined()
  expect(notes).toMatchObject([{ outcome: 'left-out', what: 'picture 404' }])
})

test('titles for search engines are filled in, or left where they need WordPress', async () => {
  const more =
    aMeta('_yoast_wpseo_title', '%%title%% %%sep%% %%sitename%%') +
    aMeta('_yoast_wpseo_metadesc', 'About %%category%%')
  const { article } = await articleFrom(anItem({ more }))
  expect(article.searchTitle).toBe('The harbour opens – The Harbour Post')
  expect(article.searchDescription).toBeUndefined()
})

test('a title is text: entities decoded, tags gone; a post without one is called by its first words', async () => {
  const { article } = await articleFrom(
    anItem({ title: 'Fish &amp; <em>chips</em> &#8211; 3 < 4' }),
  )
  expect(article.headline).toBe('Fish & chips – 3 < 4')
  const untitled = await articleFrom(
    anItem({ title: '', body: 'The boats came home. Then it rained.' }),
  )
  expect(untitled.article.headline).toBe('The boats came home')
  expect(untitled.notes).toMatchObject([{ outcome: 'altered', key: '7' }])
})

test('a time without UTC is taken by the clock the site had that month, else in the paper’s zone', async () => {
  const bare = anItem({ id: 8 })
    .replace('2014-12-25 18:27:00', '0000-00-00 00:00:00')
    .replace('2014-12-25 20:27:00', '2014-12-03 10:00:00')
  const summer = bare.replaceAll('2014-12-03', '2015-07-03').replaceAll('>8<', '>9<')
  const arrivals = await arrivalsFrom(anExport(anItem(), bare, summer), { zone: 'Asia/Tokyo' })
  expect(only(arrivals, 'article').map(({ publishedAt }) => publishedAt?.toISOString())).toEqual([
    '2014-12-25T18:27:00.000Z',
    '2014-12-03T08:00:00.000Z',
    '2015-07-03T01:00:00.000Z',
  ])
})

test('two sites in one file keep their ids apart, one site in two channels does not', async () => {
  const first = anExport(anItem({ id: 1 }))
  const other = anExport(anItem({ id: 1 })).replaceAll('harbour.example', 'hill.example')
  const same = anExport(anItem({ id: 2 }))
  const arrivals = await arrivalsFrom(first + other + same)
  expect(only(arrivals, 'article').map(({ key }) => key)).toEqual(['1', '2:1', '2'])
  expect(only(arrivals, 'paper')).toHaveLength(3)
})

test('an item told twice keeps its key; another item with the same id gets one of its own', async () => {
  const other = anItem({ id: 7 }).replaceAll('harbour-7', 'pier')
  const arrivals = await arrivalsFrom(anExport(anItem(), anItem(), other))
  expect(only(arrivals, 'article').map(({ key }) => key)).toEqual(['7', '7', '7~pier'])
})

test('the site’s front is no old address of the page that stood on it', async () => {
  const { article } = await articleFrom(
    anItem({ type: 'page' }).replace('/2014/12/harbour-7/', '/'),
  )
  expect(article).toMatchObject({ page: true, oldPaths: ['/?page_id=7', '/?p=7'] })
})

test.each([
  [
    'no version',
    anExport(anItem()).replace(/<wp:wxr_version>.*?<\/wp:wxr_version>/, ''),
    /version is missing/,
  ],
  ['an invalid version', anExport(anItem()).replace('>1.2<', '>abc<'), /“abc” is invalid/],
  ['nothing at all', '', /version is missing/],
])('a file with %s is refused in one sentence', async (_, text, reason) => {
  const arrivals = await arrivalsFrom(text)
  expect(arrivals).toMatchObject([
    { kind: 'note', outcome: 'broken', reason: expect.stringMatching(reason) },
  ])
})

test('a file that breaks off gives what was whole and says where it broke', async () => {
  const text = anExport(anItem({ id: 1 }), anItem({ id: 2 }))
  const arrivals = await arrivalsFrom(text.slice(0, text.length - 120))
  expect(only(arrivals, 'article')).toHaveLength(1)
  expect(only(arrivals, 'note')).toMatchObject([
    { outcome: 'broken', what: expect.stringMatching(/^line \d+$/) },
  ])
})

test('an old export (WXR 1.0) names its authors and categories only in its items', async () => {
  const text = anExport(
    anItem({
      more: '<category><![CDATA[Sea]]></category><category domain="category" nicename="sea"><![CDATA[Sea]]></category><category domain="tag" nicename="fish"><![CDATA[Fish]]></category>',
    }),
  )
    .replace(/<wp:author>.*<\/wp:author>/, '')
    .replace('>1.2<', '>1.0<')
  const arrivals = await arrivalsFrom(text)
  expect(only(arrivals, 'article')).toMatchObject([
    { authorKeys: ['ruth'], sectionKeys: ['sea'], tagKeys: ['fish'] },
  ])
  expect(only(arrivals, 'author')).toMatchObject([{ key: 'ruth' }])
  expect(only(arrivals, 'section')).toHaveLength(1)
})
