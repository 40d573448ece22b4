import { expect, test } from 'vitest'
import { setClock } from '#platform/clock.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { dayRange } from '#platform/time.ts'
import { createAuthor } from './arrange-authors.ts'
import { changeSection } from './arrange-sections.ts'
import { changeTag, mergeTags, tagCalled } from './arrange-tags.ts'
import { readArticlePage } from './article-page.ts'
import { correctArticle } from './correct.ts'
import { archiveCounts, neighbourDays, newest, numberedPage, type Scope } from './lists.ts'
import { whereNow } from './moves.ts'
import { accepted, anArticle, aSection } from './testing.ts'
import { withdrawArticle } from './withdraw.ts'

const db = await testDatabase()
await db.pool.query(`insert into paper (settings) values ('{"zone": "Asia/Jerusalem"}')`)
const news = await aSection(db, 'News')
const city = await aSection(db, 'City', news)
const sport = await aSection(db, 'Sport')
const dana = await createAuthor(db, { name: 'Dana Levi' })
const flood = await tagCalled(db, 'Flood')
if (!dana.ok || !flood.ok) throw new Error('no fixture')

// One article every nine hours for a hundred days, in turn in three sections.
const ids: string[] = []
for (let at = 0; at < 240; at++) {
  setClock(new Date(Date.UTC(2020, 0, 1) + at * 9 * 3_600_000))
  const article = await anArticle(db, {
    headline: `Story ${at}`,
    sectionId: [news, city, sport][at % 3] as string,
    bylines:
      at % 4
        ? []
        : [
            { authorId: dana.author.id, role: 'writer' },
            { authorId: dana.author.id, role: 'photographer' },
          ],
    tagIds: at % 5 ? [] : [flood.tag.id],
  })
  ids.unshift(article.id)
}
setClock(null)

const scopes: [string, Scope, (at: number) => boolean][] = [
  ['the paper', { of: 'paper' }, () => true],
  ['a section with what lies in it', { of: 'sections', ids: [news, city] }, (at) => at % 3 !== 2],
  ['a tag', { of: 'tag', id: flood.tag.id }, (at) => at % 5 === 0],
  ['an author', { of: 'author', id: dana.author.id }, (at) => at % 4 === 0],
]

test.each(scopes)(
  'numbered pages and pages by cursor of %s give each article once, newest first',
  async (_, scope, belongs) => {
    const wanted = ids.filter((__, index) => belongs(239 - index))
    const numbered: string[] = []
    for (let page = 1; ; page++) {
      const found = await numberedPage(db.kysely, scope, { page, size: 7 })
      expect([found.total, found.pages]).toEqual([wanted.length, Math.ceil(wanted.length / 7)])
      if (!found.cards.length) break
      numbered.push(...found.cards.map((card) => card.id))
    }
    expect(numbered).toEqual(wanted)
    const followed: string[] = []
    for (let cards = await newest(db.kysely, scope, { limit: 50 }); cards.length;) {
      followed.push(...cards.map((card) => card.id))
      const last = cards.at(-1)
      cards = last ? await newest(db.kysely, scope, { limit: 50, after: last }) : []
    }
    expect(followed).toEqual(wanted)
  },
)

test('a day of the archive is a day in the paper’s zone, and its count is the length of its list', async () => {
  const days = await archiveCounts(db.kysely, { year: 2020, month: 2 })
  for (const { period, articles } of days) {
    const span = dayRange('Asia/Jerusalem', period) ?? undefined
    const list = await numberedPage(db.kysely, { of: 'paper' }, { page: 1, size: 5, span })
    expect([period, list.total, list.cards.length]).toEqual([period, articles, articles])
  }
  expect(days).toHaveLength(29)
  expect(await archiveCounts(db.kysely)).toEqual([{ period: '2020', articles: 240 }])
  expect((await archiveCounts(db.kysely, { year: 2020 })).map(({ period }) => period)).toEqual([
    '2020-01',
    '2020-02',
    '2020-03',
  ])
  expect(await neighbourDays(db.kysely, '2020-02-01')).toEqual({
    before: '2020-01-31',
    after: '2020-02-02',
  })
})

test('with another zone the days are counted anew', async () => {
  const zone = (name: string) =>
    db.pool.query('update paper set settings = $1', [JSON.stringify({ zone: name })])
  const january = async () =>
    (await archiveCounts(db.kysely, { year: 2020, month: 1 })).map(({ articles }) => articles)
  const before = await january()
  await zone('Pacific/Auckland')
  expect(await january()).not.toEqual(before)
  await zone('Asia/Jerusalem')
  expect(await january()).toEqual(before)
})

test('withdrawing takes an article out of every list and count; summing up changes nothing', async () => {
  const before = (await archiveCounts(db.kysely))[0]?.articles ?? 0
  const article = await anArticle(db, {
    headline: 'Short life',
    sectionId: sport,
    tagIds: [flood.tag.id],
  })
  expect((await newest(db.kysely, { of: 'tag', id: flood.tag.id }, { limit: 1 }))[0]?.id).toBe(
    article.id,
  )
  await db.pool.query('select compact_tally()')
  accepted(await withdrawArticle(db, { id: article.id, by: 'ruth', reason: 'x' }))
  for (const sql of ['compact_tally()', 'retally()']) {
    await db.pool.query(`select ${sql}`)
    expect((await archiveCounts(db.kysely)).reduce((sum, year) => sum + year.articles, 0)).toBe(
      before,
    )
  }
  expect((await newest(db.kysely, { of: 'tag', id: flood.tag.id }, { limit: 1 }))[0]?.id).not.toBe(
    article.id,
  )
})

test('a page of the site has an address but stands in no list', async () => {
  const article = await anArticle(db, { headline: 'About us', sectionId: sport })
  await db.pool.query('update article set listed = false where id = $1', [article.id])
  expect((await newest(db.kysely, { of: 'paper' }, { limit: 1 }))[0]?.id).not.toBe(article.id)
  expect((await readArticlePage(db.pool, 'sport', 'about-us'))?.headline).toBe('About us')
})

test('an article’s page is read whole in one query', async () => {
  const article = await anArticle(db, {
    headline: 'Everything',
    sectionId: city,
    kicker: 'Local',
    tagIds: [flood.tag.id],
    bylines: [{ authorId: dana.author.id, role: 'reporter' }],
  })
  await correctArticle(db, { id: article.id, by: 'ruth', text: 'Corrected.' })
  await db.pool.query(
    'insert into related (article_id, position, related_id, score) values ($1, 0, $2, 1)',
    [article.id, ids[0]],
  )
  const page = await readArticlePage(db.pool, 'city', 'everything')
  expect(page).toMatchObject({
    id: article.id,
    state: 'published',
    kicker: 'Local',
    lead: null,
    sections: [{ slug: 'news' }, { slug: 'city' }],
    bylines: [{ name: 'Dana Levi', slug: 'dana-levi', role: 'reporter' }],
    tags: [{ slug: 'flood' }],
    corrections: [{ text: 'Corrected.' }],
    related: [{ id: ids[0], headline: 'Story 239' }],
  })
  expect(page?.corrections[0]?.madeAt).toBeInstanceOf(Date)
  expect(page?.related[0]?.publishedAt).toBeInstanceOf(Date)
  expect(await readArticlePage(db.pool, 'city', 'nothing')).toBeNull()
})

test('renaming a section moves its articles’ addresses without a row for each', async () => {
  const town = await aSection(db, 'Town')
  await anArticle(db, { headline: 'Market day', sectionId: town })
  expect((await changeSection(db, { id: town, slug: 'village' })).ok).toBe(true)
  expect((await changeSection(db, { id: town, slug: 'hamlet' })).ok).toBe(true)
  expect(await whereNow(db.kysely, '/town')).toEqual({ target: '/hamlet' })
  expect(await whereNow(db.kysely, '/town/market-day')).toEqual({ target: '/hamlet/market-day' })
  expect(await whereNow(db.kysely, '/town/never-was')).toBeNull()
  expect(await changeSection(db, { id: town, slug: 'account' })).toEqual({
    ok: false,
    reason: 'reserved',
  })
  expect(await changeSection(db, { id: news, parentId: city })).toEqual({
    ok: false,
    reason: 'own-descendant',
  })
})

test('merging and renaming tags keeps every article and every address', async () => {
  const floods = await tagCalled(db, 'Floods')
  if (!floods.ok) throw new Error(floods.reason)
  await anArticle(db, { headline: 'Both', sectionId: sport, tagIds: [flood.tag.id, floods.tag.id] })
  const only = await anArticle(db, { headline: 'One', sectionId: sport, tagIds: [floods.tag.id] })
  const before = (
    await numberedPage(db.kysely, { of: 'tag', id: flood.tag.id }, { page: 1, size: 5 })
  ).total
  expect((await mergeTags(db, { from: floods.tag.id, into: flood.tag.id })).ok).toBe(true)
  const after = await numberedPage(db.kysely, { of: 'tag', id: flood.tag.id }, { page: 1, size: 5 })
  expect([after.total, after.cards[0]?.id]).toEqual([before + 1, only.id])
  expect((await changeTag(db, { id: flood.tag.id, title: 'High water' })).ok).toBe(true)
  expect(await whereNow(db.kysely, '/topic/floods')).toEqual({ target: '/topic/high-water' })
  expect(await whereNow(db.kysely, '/topic/flood')).toEqual({ target: '/topic/high-water' })
})
