import { expect, test } from 'vitest'
import type { Arrival, ArrivingArticle } from '../arrival.ts'
import { readFeed } from './read.ts'

async function read(feed: string | Uint8Array, baseUrl?: string): Promise<Arrival[]> {
  const bytes = typeof feed === 'string' ? new TextEncoder().encode(feed) : feed
  const arrivals: Arrival[] = []
  for await (const arrival of readFeed(bytes, { baseUrl })) arrivals.push(arrival)
  return arrivals
}

async function articles(feed: string | Uint8Array): Promise<ArrivingArticle[]> {
  return (await read(feed)).filter((arrival) => arrival.kind === 'article')
}

const rss = (item: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>
  <link>https://post.example/</link>${head}<item>${item}</item></channel></rss>`

test('an RSS item becomes an article with author, tags, time and its old address', async () => {
  const arrivals = await read(
    rss(`<title>Ferry returns &amp; sails</title><link>https://post.example/2014/12/ferry?lang=en</link>
      <guid isPermaLink="false">77</guid><author>ruth@post.example (Ruth Amari)</author>
      <category>Sea</category><category>Harbour</category><pubDate>Thu, 25 Dec 2014 20:27:00 +0200</pubDate>
      <description>&lt;p&gt;It came &lt;b&gt;back&lt;/b&gt;.&lt;/p&gt;</description>`),
  )
  expect(arrivals.map(({ kind }) => kind)).toEqual(['paper', 'author', 'tag', 'tag', 'article'])
  expect(arrivals[0]).toMatchObject({ name: 'The Harbour Post', url: 'https://post.example/' })
  expect(arrivals.at(-1)).toMatchObject({
    key: '77',
    headline: 'Ferry returns & sails',
    body: '<p>It came <b>back</b>.</p>',
    publishedAt: new Date('2014-12-25T18:27:00Z'),
    authorKeys: ['Ruth Amari'],
    tagKeys: ['Sea', 'Harbour'],
    oldPaths: ['/2014/12/ferry?lang=en'],
  })
})

test('the full content is the body and the description its summary', async () => {
  const [article] = await articles(
    rss(`<title>T</title><description>In short.</description>
      <content:encoded><![CDATA[<p>At length.</p>]]></content:encoded>`),
  )
  expect(article).toMatchObject({ body: '<p>At length.</p>', summary: 'In short.' })
})

test('markup that was escaped twice is markup again, and plain words become paragraphs', async () => {
  const [twice] = await articles(
    rss('<title>T</title><description>&amp;lt;p&amp;gt;Hi&amp;lt;/p&amp;gt;</description>'),
  )
  const [plain] = await articles(
    rss('<title>T</title><description>One\n\nTwo &lt; 3</description>'),
  )
  expect(twice?.body).toBe('<p>Hi</p>')
  expect(plain?.body).toBe('<p>One</p>\n<p>Two &lt; 3</p>')
})

test('relative addresses are made whole by xml:base, or by the link of the entry', async () => {
  const [atom] = await articles(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry><id>1</id><title>T</title>
     <link href="story"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="p.jpg" alt=""/></div></content></entry></feed>`,
  )
  const [item] = await articles(
    rss(
      '<title>T</title><link>https://b.example/1/</link><description>&lt;a href="more"&gt;m&lt;/a&gt;</description>',
    ),
  )
  expect(atom?.body).toContain('src="https://a.example/x/p.jpg"')
  expect(atom?.oldPaths).toEqual(['/x/story'])
  expect(item?.body).toContain('href="https://b.example/1/more"')
})

test('the widest attached picture leads, and sound is kept as a link', async () => {
  const [article] = await articles(
    rss(`<title>T</title><description>Words</description>
      <media:thumbnail url="https://p.example/small.jpg" width="80"/>
      <media:content url="https://p.example/wide.jpg" medium="image" width="1200"><media:credit>Dana</media:credit></media:content>
      <enclosure url="https://p.example/talk.mp3" type="audio/mpeg" length="1"/>`),
  )
  expect(article?.lead).toEqual({ url: 'https://p.example/wide.jpg', credit: 'Dana' })
  expect(article?.body).toContain('<a href="https://p.example/talk.mp3">talk.mp3</a>')
})

test('undeclared entities, missing ends and a document type of its own do no harm', async () => {
  const [article] = await articles(
    `<!DOCTYPE rss [<!ENTITY paper "The Post">]><rss><channel><item><title>caf&eacute; &paper; &nope;</title>
     <description>x`,
  )
  expect(article?.headline).toBe('café The Post &nope;')
})

test('an unreadable date and a file that breaks off are named', async () => {
  const arrivals = await read('<rss><channel><item><title>T</title><pubDate>soon</pubDate>')
  const notes = arrivals.filter((arrival) => arrival.kind === 'note')
  expect(notes.map(({ reason }) => reason)).toEqual([
    'its date “soon” cannot be read',
    'the file ends in the middle of an entry; what came before it was read',
  ])
})

test.each([
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
])('%s is read by its mark', async (encoding, one, two) => {
  const bytes = Buffer.from(`\ufeff${rss('<title>שלום</title>')}`, 'utf16le')
  if (encoding === 'utf-16be') bytes.swap16()
  expect([bytes[0], bytes[1]]).toEqual([one, two])
  expect((await articles(bytes))[0]?.headline).toBe('שלום')
})

test('the declared encoding is believed, and bytes that are no UTF-8 are windows-1252', async () => {
  const hebrew = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="windows-1255"?><rss><channel><item><title>'),
    Buffer.from([0xf9, 0xec, 0xe5, 0xed]),
    Buffer.from('</title></item></channel></rss>'),
  ])
  const western = Buffer.from(
    '<rss><channel><item><title>café</title></item></channel></rss>',
    'latin1',
  )
  expect((await articles(hebrew))[0]?.headline).toBe('שלום')
  expect((await articles(western))[0]?.headline).toBe('café')
})

test('a JSON feed is read, its broken items counted', async () => {
  const arrivals = await read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Post',
      home_page_url: 'https://post.example/',
      authors: [{ name: 'Ruth' }],
      items: [
        {
          id: 5,
          url: '/a',
          content_html: '<p>Hello there.</p>',
          tags: ['x'],
          date_published: '2014-12-25T20:27:00Z',
        },
        'nonsense',
      ],
    }),
  )
  expect(arrivals.find(({ kind }) => kind === 'article')).toMatchObject({
    key: '5',
    headline: 'Hello there.',
    authorKeys: ['Ruth'],
    oldPaths: ['/a'],
  })
  expect(arrivals.at(-1)).toMatchObject({ kind: 'note', outcome: 'broken', count: 1 })
})

test('what is no feed is called so', async () => {
  for (const text of ['', 'hello', '<html><body>x</body></html>', '{"a":1}', '[1]']) {
    expect((await read(text)).at(-1), text).toMatchObject({ kind: 'note', outcome: 'broken' })
  }
})

test('markup nested a hundred thousand deep and a swarm of entities end calmly', async () => {
  const deep = await articles(rss(`<title>T</title><description>${'<b>'.repeat(100_000)}x`))
  expect(deep[0]?.headline).toBe('T')
  const laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
  expect((await articles(`${laughs}${rss('<title>&c;</title>')}`))[0]?.headline).toBe('&b;&b;')
})
