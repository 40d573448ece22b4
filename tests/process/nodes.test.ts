import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrationNames } from '#platform/database/migrate.ts'
import { newId } from '#platform/ids.ts'
import { dataFolder, newspaper } from './newspaper.ts'

test('nodes that start at once on one empty database all serve, and one of them migrates', async () => {
  const name = `dr_nodes_${newId().replaceAll('-', '')}`
  const server = inject('databaseUrl')
  const url = new URL(server)
  url.pathname = `/${name}`
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query(`create database ${name}`)
  try {
    const nodes = await Promise.all(
      Array.from({ length: 3 }, () =>
        newspaper({ DATA_DIR: dataFolder(), DATABASE_URL: url.href }),
      ),
    )
    for (const node of nodes) expect((await fetch(node.url)).status).toBe(200)
    const client = new pg.Client(url.href)
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'select name from migration order by name',
    )
    await client.end()
    expect(rows.map((row) => row.name)).toEqual(migrationNames())
    for (const { child } of nodes) child.kill('SIGTERM')
    expect(await Promise.all(nodes.map((node) => node.ended))).toEqual([0, 0, 0])
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
})
