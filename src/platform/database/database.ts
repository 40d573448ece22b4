import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Problem } from '#platform/problem.ts'
import { type Connection } from './postgres.ts'
import type { Tables } from './tables.ts'

/** What shelf functions take: the database or the transaction they run in. */
export type Db = Kysely<Tables> | Transaction<Tables>
export type Tx = Transaction<Tables>

export interface Database {
  kysely: Kysely<Tables>
  pool: pg.Pool
  /** How a further connection of its own is made (LISTEN, the queue). */
  connection: pg.ClientConfig
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// Counts come as numbers (2^53 rows are enough for a newspaper), plain dates stay plain dates.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const oldest = 15

/** Opens a pool on a server. Takes an address (`postgres://…`) or a unix socket. Connects at first use. */
export function openDatabase(
  server: { url: string } | Connection,
  options: { connections?: number } = {},
): Database {
  const connection: pg.ClientConfig =
    'url' in server ? { connectionString: server.url } : { ...server }
  connection.application_name = 'dear-reader'
  const pool = new pg.Pool({ ...connection, max: options.connections ?? 12 })
  // An idle connection that breaks is replaced by the pool; without a listener the process would die.
  pool.on('error', () => {})
  // One that breaks between two statements of a transaction: the next statement says so, in time.
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    pool,
    connection,
    transaction: (work) => kysely.transaction().execute(work),
    close: () => kysely.destroy(),
  }
}

/** Throws a Problem that says what to do when the server cannot be used. */
export async function requireUsable(database: Database): Promise<void> {
  let found: number
  try {
    const result = await database.pool.query('show server_version_num')
    found = Math.floor(Number(result.rows[0].server_version_num) / 10_000)
  } catch (error) {
    throw new Problem(
      `The database does not answer (${(error as Error).message}): check DATABASE_URL and that PostgreSQL runs.`,
    )
  }
  if (found < oldest)
    throw new Problem(
      `The database is PostgreSQL ${found}; this program needs ${oldest} or newer: point DATABASE_URL to one.`,
    )
}

/** Runs plain SQL in a transaction or on the database; values are bound as $1, $2 … */
export async function runSql<Row>(db: Db, text: string, values: unknown[] = []): Promise<Row[]> {
  const result = await db.executeQuery(CompiledQuery.raw(text, values))
  return result.rows as Row[]
}
