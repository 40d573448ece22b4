import { expect, test } from 'vitest'
import { testDatabase } from '#platform/database/testing.ts'

const first = await testDatabase()
const second = await testDatabase()

test('each test database has the tables and none of the others’ rows', async () => {
  await first.pool.query("insert into tag (id, slug, title) values ($1, 'x', 'X')", [
    '01890000-0000-7000-8000-000000000000',
  ])
  const counts = await Promise.all(
    [first, second].map((db) => db.pool.query('select count(*) as n from tag')),
  )
  expect(counts.map((result) => result.rows[0].n)).toEqual([1, 0])
})
