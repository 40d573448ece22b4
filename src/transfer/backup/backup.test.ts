import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runSql } from '#platform/database/database.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { newId } from '#platform/ids.ts'
import { folderStorage } from '#platform/storage.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-backup-'))
const full = { database: await testDatabase(), storage: folderStorage(path.join(folder, 'full')) }
const empty = { database: await testDatabase(), storage: folderStorage(path.join(folder, 'empty')) }
const file = path.join(folder, 'paper.tar.gz')

async function fillPaper() {
  const { kysely } = full.database
  const above = newId()
  const below = newId()
  // The section above sorts after the one below it, so that no order of rows would do by luck.
  await runSql(
    kysely,
    `insert into section (id, slug, title, language) values ($1, 'world', 'World', 'en')`,
    [above],
  )
  await runSql(
    kysely,
    `insert into section (id, parent_id, slug, title, language) values ($1, $2, 'asia', 'Asia "and\ttabs"', 'en')`,
    [below, above],
  )
  for (let n = 0; n < 300; n += 1)
    await runSql(
      kysely,
      `insert into article (id, state, section_id, slug, language, headline, body, published_at)
       values ($1, 'published', $2, $3, 'he', $4, $5, now())`,
      [newId(), below, `article-${n}`, `כותרת ${n}`, `<p>${'שלום \\ world\n'.repeat(2000)}</p>`],
    )
  await full.storage.put('media/aa/picture.jpg', Buffer.from([0, 255, 10, 13, 0]))
}

const fingerprint = (ground: typeof full) =>
  runSql<{ all: string }>(
    ground.database.kysely,
    `select md5(string_agg(a::text, '|' order by id)) || (select md5(string_agg(t::text, '|' order by t::text)) from article_tally t) as all from article a`,
  ).then((rows) => rows[0]?.all)

test('a backup brings every row and file into an empty paper, and the paper goes on from there', async () => {
  await fillPaper()
  const made = await backUp(full, file)
  expect(made.rows.article).toBe(300)
  expect(made.files).toBe(1)
  const brought = await restore(empty, file)
  expect(brought).toEqual(made)
  expect(await fingerprint(empty)).toBe(await fingerprint(full))
  const picture = await empty.storage.get('media/aa/picture.jpg')
  const chunks: Buffer[] = []
  for await (const chunk of picture ?? []) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks)).toEqual(Buffer.from([0, 255, 10, 13, 0]))
  // Foreign keys, triggers and counters are back.
  await expect(
    runSql(empty.database.kysely, `update article set section_id = $1`, [newId()]),
  ).rejects.toThrow(/foreign key/)
  await runSql(empty.database.kysely, `insert into outbox (type, payload) values ('x', '{}')`)
  await runSql(empty.database.kysely, `delete from article where slug = 'article-7'`)
  const tally = await runSql<{ articles: number }>(
    empty.database.kysely,
    'select sum(articles)::int as articles from article_tally where section_id is null',
  )
  expect(tally[0]?.articles).toBe(299)
})

test('a paper that is not empty is not overwritten', async () => {
  await expect(restore(full, file)).rejects.toThrow('This paper is not empty')
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6))],
  ['no archive at all', () => Buffer.from('hello')],
  ['another archive', () => Buffer.from('H4sIAAAAAAAAAwMAAAAAAAAAAAA=', 'base64')],
])('a backup that is %s changes nothing', async (_name, spoil) => {
  const target = {
    database: await testDatabase(),
    storage: folderStorage(path.join(folder, 'spoilt')),
  }
  const spoilt = path.join(folder, 'spoilt.tar.gz')
  writeFileSync(spoilt, spoil(readFileSync(file)))
  await expect(restore(target, spoilt)).rejects.toThrow(/nothing was changed/)
  const left = await target.database.pool.query('select count(*) as count from section')
  expect(left.rows[0].count).toBe(0)
})
