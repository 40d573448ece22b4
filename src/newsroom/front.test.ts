import { expect, test } from 'vitest'
import { now } from '#platform/clock.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { breakNews, removeBreaking } from './break-news.ts'
import { liveBreaking } from './breaking.ts'
import { readFront } from './fronts.ts'
import { publishFront } from './publish-front.ts'
import { anArticle, aSection, noJobs } from './testing.ts'

const db = await testDatabase()
const ground = { database: db, jobs: noJobs }
const news = await aSection(db, 'News')
const sport = await aSection(db, 'Sport')
const articles: string[] = []
for (let at = 0; at < 24; at++)
  articles.unshift(
    (await anArticle(db, { headline: `Story ${at}`, sectionId: at % 2 ? sport : news })).id,
  )

test('a front that nobody has made is made of the newest, and no card stands on it twice', async () => {
  const front = await readFront(db.kysely, null, now())
  expect([front.curated, front.containers.map(({ id }) => id)]).toEqual([
    false,
    ['top', 'section-1', 'section-2'],
  ])
  expect(front.containers[0]?.cards.map(({ id }) => id)).toEqual(articles.slice(0, 6))
  const all = front.containers.flatMap(({ cards }) => cards.map(({ id }) => id))
  expect(new Set(all).size).toBe(all.length)
  expect(front.containers.map(({ cards }) => cards.length)).toEqual([6, 4, 6])
})

test('cards placed by hand come first, with their own words, and the rest fills itself', async () => {
  const placed = articles[9] as string
  const containers = [
    { id: 'top', layout: 'lead' as const, size: 3, fill: { of: 'paper' as const } },
    {
      id: 'picks',
      layout: 'grid' as const,
      size: 2,
      cards: [{ articleId: articles[0] as string }, { articleId: placed, headline: 'Own words' }],
    },
  ]
  expect(
    await publishFront(ground, { sectionId: null, containers, by: 'ruth', version: 0 }),
  ).toEqual({ ok: true, number: 1 })
  const front = await readFront(db.kysely, null, now())
  expect(front.containers.map(({ cards }) => cards.map(({ id }) => id))).toEqual([
    articles.slice(1, 4),
    [articles[0], placed],
  ])
  expect(front.containers[1]?.cards[1]?.headline).toBe('Own words')
})

test('two editors of one front cannot overwrite each other, and a planned one waits for its time', async () => {
  const at = new Date(now().getTime() + 3_600_000)
  const empty = { sectionId: sport, containers: [], by: 'ruth', version: 0, at }
  const both = await Promise.all([publishFront(ground, empty), publishFront(ground, empty)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-by-another', theirs: 1 })
  expect((await readFront(db.kysely, sport, now())).curated).toBe(false)
})

test('breaking news leads to its article, ages out by itself and can be taken away', async () => {
  const item = {
    headline: 'Storm',
    language: 'en',
    articleId: articles[0] as string,
    hours: 2,
    by: 'ruth',
  }
  const made = await breakNews(ground, item)
  expect(await breakNews(ground, { ...item, link: 'javascript:alert(1)' })).toEqual({
    ok: false,
    reason: 'bad-link',
  })
  const [live] = await liveBreaking(db.kysely, now())
  expect(live).toMatchObject({ headline: 'Storm', href: '/sport/story-23' })
  expect(await liveBreaking(db.kysely, new Date(now().getTime() + 2 * 3_600_000 + 1000))).toEqual(
    [],
  )
  expect(await removeBreaking(db, made.ok ? made.id : '')).toEqual({ ok: true })
  expect(await liveBreaking(db.kysely, now())).toEqual([])
})
