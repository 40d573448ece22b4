import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate, migrationNames, migrationText } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL on which the tests may make databases: postgres://… (tests/database.ts provides it). */
    databaseUrl: string
  }
}

/**
 * A migrated, empty database of its own for one test file, cloned from a template and dropped after
 * the file. Call it at the top of the file: `const db = await testDatabase()`.
 */
export async function testDatabase(): Promise<Database & { url: string }> {
  const server = inject('databaseUrl')
  const name = `dr_test_${newId().replaceAll('-', '')}`
  await onServer(server, async (client) => {
    const template = await readyTemplate(client, server)
    await client.query(`create database ${name} template ${template}`)
  })
  const url = withDatabase(server, name)
  const database = openDatabase({ url })
  afterAll(async () => {
    await database.close()
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return { ...database, url }
}

/** The template is named after the migrations' text: an old one is never used by mistake. */
async function readyTemplate(client: pg.Client, server: string): Promise<string> {
  const text = migrationNames().map((name) => migrationText(name))
  const template = `dr_template_${createHash('sha256').update(text.join()).digest('hex').slice(0, 16)}`
  // Held to the end of this connection: the files of a run begin at once, and cloning needs a template nobody is in.
  await client.query('select pg_advisory_lock(4711)')
  const known = await client.query('select 1 from pg_database where datname = $1', [template])
  if (known.rowCount) return template
  const making = `${template}_new`
  await client.query(`drop database if exists ${making} with (force)`)
  await client.query(`create database ${making}`)
  await migrate({ connectionString: withDatabase(server, making) })
  await client.query(`alter database ${making} rename to ${template}`)
  return template
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
