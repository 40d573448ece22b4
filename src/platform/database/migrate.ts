import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Problem } from '#platform/problem.ts'
import { programFolder } from '#platform/root.ts'

const folder = path.join(programFolder, 'db/migrations')
/** Any number of nodes may start at once: one migrates, the others wait for this advisory lock. */
const migrating = 0x0dea_4eadf

/**
 * Brings a database to this program's tables. Forward only; each file runs in a transaction of its
 * own. Returns the names of the files that ran. Throws a Problem when a newer program made the database.
 */
export async function migrate(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrating])
    return await runMissing(client)
  } finally {
    await client.end()
  }
}

/** The names of this program's migrations, in order. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9-]+\.sql$/.test(name))
    .sort()
}

export function migrationText(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}

/** Runs one migration in the transaction the client is in. */
export async function runMigration(client: pg.Client, name: string): Promise<void> {
  await client.query(migrationText(name))
  await client.query('insert into migration (name) values ($1)', [name])
}

export const migrationTable =
  'create table if not exists migration (name text primary key, ran_at timestamptz not null default now())'

async function runMissing(client: pg.Client): Promise<string[]> {
  await client.query(migrationTable)
  const ran = await client.query<{ name: string }>('select name from migration')
  const done = new Set(ran.rows.map((row) => row.name))
  const ours = migrationNames()
  const unknown = [...done].filter((name) => !ours.includes(name))
  if (unknown.length)
    throw new Problem(
      `The database was made by a newer Dear Reader (it has ${unknown.at(-1)}): ` +
        'start that version, or restore a backup made with this one.',
    )
  const missing = ours.filter((name) => !done.has(name))
  for (const name of missing) {
    await client.query('begin')
    try {
      await runMigration(client, name)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
  }
  return missing
}
