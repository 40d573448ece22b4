import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { breakNews } from '#newsroom/break-news.ts'
import { editArticle } from '#newsroom/edit.ts'
import { accepted, anArticle, aSection, noJobs } from '#newsroom/testing.ts'
import { withdrawArticle } from '#newsroom/withdraw.ts'
import { publishArticle } from '#newsroom/publish.ts'
import { testNewspaper, until } from './newspaper.ts'

const paper = await testNewspaper()
const second = await testNewspaper({ beside: paper })
const { database } = paper.platform
const world = await aSection(database, 'World')
const asia = await aSection(database, 'Asia', world)

const text = async (path: string, init?: RequestInit) => (await paper.get(path, init)).text()

test('an open article is there for everyone, whole, and says so to machines', async () => {
  const article = await anArticle(database, {
    sectionId: asia,
    headline: 'Open & free',
    body: '<p>First.</p><p>Last.</p>',
  })
  const answer = await paper.get(`/asia/${article.slug}`)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toMatch(/<p>First.<\/p>\s*<p>Last.<\/p>/)
  expect(html).toContain('Open &amp; free')
  expect(html).toContain('"isAccessibleForFree":true')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a premium article gives headline and standfirst and not one word of its body', async () => {
  const article = await anArticle(database, {
    sectionId: asia,
    headline: 'For partners',
    standfirst: 'What it is about.',
    body: '<p>Sequestered.</p>',
    access: 'premium',
  })
  const html = await text(`/asia/${article.slug}`)
  expect(html).toContain('What it is about.')
  expect(html).toContain('"isAccessibleForFree":false')
  expect(html).not.toContain('Sequestered')
  for (const feed of ['/feed.xml', '/feed.json', '/asia/feed.xml'])
    expect(await text(feed)).not.toContain('Sequestered')
})

test('a page is the same bytes for everyone, whatever they send along', async () => {
  const article = await anArticle(database, { sectionId: asia, headline: 'Same bytes' })
  const plain = await paper.get(`/asia/${article.slug}`)
  const dressed = await paper.get(`/asia/${article.slug}?utm_source=x`, {
    headers: { cookie: 'session=dana; partner=1', 'user-agent': 'Phone', 'accept-language': 'he' },
  })
  expect(await dressed.text()).toBe(await plain.text())
  expect(dressed.headers.get('etag')).toBe(plain.headers.get('etag'))
  expect(plain.headers.get('set-cookie')).toBeNull()
})

test('whoever publishes sees it on every page within moments, on every node', async () => {
  for (const node of [paper, second])
    for (const place of ['/', '/world', '/asia', '/feed.xml', '/archive']) await node.get(place)
  const article = await anArticle(database, { sectionId: asia, headline: 'Fresh from the press' })
  for (const node of [paper, second]) {
    for (const place of ['/', '/world', '/asia', '/feed.xml', '/sitemap.xml'])
      await until(async () => {
        const page = await (await node.get(place)).text()
        return page.includes(place === '/sitemap.xml' ? 'sitemaps/20' : 'Fresh from the press')
      })
    expect((await node.get(`/asia/${article.slug}`)).status).toBe(200)
  }
  accepted(
    await editArticle(database, {
      id: article.id,
      by: 'ruth',
      version: article.version,
      content: { headline: 'Fresh from the printer' },
    }),
  )
  for (const node of [paper, second])
    for (const place of ['/', `/asia/${article.slug}`])
      await until(async () =>
        (await (await node.get(place)).text()).includes('Fresh from the printer'),
      )
})

test('breaking news is on every page in moments', async () => {
  const article = await anArticle(database, { sectionId: asia, headline: 'Calm day' })
  expect(await text(`/asia/${article.slug}`)).not.toContain('Bridge closed')
  await breakNews(
    { database, jobs: noJobs },
    { headline: 'Bridge closed', language: 'en', hours: 2, by: 'ruth' },
  )
  for (const place of [`/asia/${article.slug}`, '/', '/breaking'])
    await until(async () => (await text(place)).includes('Bridge closed'))
})

test('an address that has changed leads to the new one, and a withdrawn article is gone', async () => {
  const article = await anArticle(database, { sectionId: asia, headline: 'Moving house' })
  const moved = accepted(
    await editArticle(database, {
      id: article.id,
      by: 'ruth',
      version: article.version,
      content: { slug: 'moved-house' },
    }),
  )
  const old = await paper.get('/asia/moving-house')
  expect([old.status, old.headers.get('location')]).toEqual([301, '/asia/moved-house'])
  await paper.get('/asia/moved-house')
  accepted(
    await withdrawArticle(database, { id: article.id, by: 'ruth', reason: 'It was not true.' }),
  )
  await until(async () => (await paper.get('/asia/moved-house')).status === 410)
  expect(await text('/asia/moved-house')).toContain('It was not true.')
  accepted(await publishArticle(database, { id: moved.id, by: 'ruth' }))
  await until(async () => (await paper.get('/asia/moved-house')).status === 200)
})

test.each([
  ['/nowhere', 404],
  ['/asia/nothing-here', 404],
  ['/topic/none', 404],
  ['/author/nobody', 404],
  ['/archive/2014/13', 404],
  ['/archive/1066', 404],
  ['/archive/9999/12/31', 404],
  ['/asia?page=0', 404],
  ['/asia?page=999', 404],
  ['/asia?page=x', 404],
  ['/asia?page=1&page=2', 404],
  ['/sitemaps/2014-77.xml', 404],
  ['/sitemaps/passwd.xml', 404],
  ['/media/nothing/800.avif', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/%ff%fe', 404],
  ['/%', 404],
  ['/asia/%00', 404],
  ['/..%2f..%2fetc%2fpasswd', 404],
  [`/${'a'.repeat(5000)}`, 404],
  [`/search?q=${'%F0%9F%92%A9'.repeat(700)}`, 200],
  ['/search?q=a&section[]=x&page=-1&from=yesterday', 200],
  ['/search?q=a&q=b', 200],
])('%s is answered with %i and a page that helps', async (path, status) => {
  const answer = await paper.get(path)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain('<form')
  expect((await paper.get('/healthz')).status).toBe(200)
})

test('a cookie of a megabyte is refused and the next request served', async () => {
  const status = await raw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(1_000_000)}\r\n\r\n`)
  expect(status).toContain(' 431 ')
  expect((await paper.get('/')).status).toBe(200)
})

test('what is no HTTP at all is answered calmly', async () => {
  expect(await raw('hello\r\n\r\n')).toContain(' 400 ')
  expect((await paper.get('/')).status).toBe(200)
})

test('HEAD gives the headers of GET without a body', async () => {
  for (const path of ['/', '/asia', '/feed.xml', '/robots.txt', '/favicon.svg']) {
    const head = await paper.get(path, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  }
})

test('an article is found by its words a moment after it is published', async () => {
  await anArticle(database, {
    sectionId: asia,
    headline: 'Zanzibar spice market',
    body: '<p>Cloves and cardamom.</p>',
  })
  await until(async () => (await text('/search?q=cardamom')).includes('Zanzibar'))
})

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const place = new URL(paper.url)
    const socket = connect(Number(place.port), place.hostname, () => socket.write(request))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
  })
}
