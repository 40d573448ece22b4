import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listRevisions } from '#newsroom/revisions.ts'
import { findByAddress, findArticle } from '#newsroom/articles.ts'
import { sanitiseBody } from '#newsroom/body.ts'
import { readFront } from '#newsroom/fronts.ts'
import { runSql } from '#platform/database/database.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { loadPaper } from '#platform/paper.ts'
import { folderStorage } from '#platform/storage.ts'
import { loadSample } from './load.ts'

const database = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), 'dear-reader-sample-'))
afterAll(() => rm(folder, { recursive: true }))
const enqueued: string[] = []
const ground = {
  database,
  storage: folderStorage(folder),
  jobs: { enqueue: async (_: unknown, { name }: { name: string }) => void enqueued.push(name) },
}
const now = new Date('2026-05-20T15:00:00Z')
const result = await loadSample(ground, { now, articles: 300 })
const count = async (sql: string): Promise<number> =>
  (await runSql<{ count: number }>(database.kysely, sql))[0]?.count ?? 0

test('an empty paper is filled to the number asked for', async () => {
  expect(result).toMatchObject({ articles: 300, written: 66, generated: 234 })
  expect(await count("select count(*) from article where state = 'published'")).toBe(300)
  expect(await count('select count(*) from article where published_at > now()')).toBe(0)
  expect((await loadPaper(database.kysely)).name).toBe('The Ostrel Lamplighter')
})

test('an article stands at its address with bylines, picture, tags, correction and revision', async () => {
  const at = await findByAddress(database.kysely, 'news', 'ferry-talks-hour-by-hour')
  const article = await findArticle(database.kysely, at?.id ?? '')
  expect(article).toMatchObject({ state: 'published', language: 'en', access: 'open' })
  expect(article?.bylines).toHaveLength(2)
  expect(article?.corrections).toHaveLength(2)
  expect(article?.publishedAt?.toISOString()).toBe('2026-05-18T10:05:00.000Z')
  expect(article?.lead?.credit).toBe('Illustration: The Ostrel Lamplighter')
  expect(await listRevisions(database.kysely, at?.id ?? '')).toHaveLength(1)
})

test('every picture of a body is in the paper', async () => {
  const rows = await runSql<{ body: string }>(
    database.kysely,
    `select body from article where body like '%<img%'`,
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const { body } of rows)
    for (const [, id] of body.matchAll(/src="\/media\/([0-9a-f-]{36})\//g))
      expect(await count(`select count(*) from media where id = '${id}'`)).toBe(1)
})

test('the home page is the one we laid out', async () => {
  const front = await readFront(database.kysely, null, new Date())
  expect(front.curated).toBe(true)
  expect(front.containers[0]?.cards[0]?.headline).toMatch(/brass band/)
  expect(await count('select count(*) from breaking_item')).toBe(6)
})

test('generated articles spread over ten years, and the sanitiser leaves them as they are', async () => {
  const years = await count('select count(distinct extract(year from published_at)) from article')
  expect(years).toBeGreaterThanOrEqual(10)
  const rows = await runSql<{ body: string }>(
    database.kysely,
    'select body from article where changed_at = published_at order by id limit 50',
  )
  for (const { body } of rows) expect(sanitiseBody(body)).toBe(body)
  expect(await count('select count(*) from search_doc')).toBe(300)
})

test('a paper that is not empty is left alone', async () => {
  await expect(loadSample(ground, { now })).rejects.toThrow(/not empty/)
  expect(await count('select count(*) from article')).toBe(300)
})
