import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { startPostgres } from '#platform/database/postgres.ts'

export interface Databases {
  /** An empty, migrated database of its own. */
  fresh(): Promise<Database>
  folder: string
  close(): Promise<void>
}

/** A PostgreSQL in a folder of its own, gone at the end. `durable` writes to the disk as in real use. */
export async function openDatabases({ durable = false } = {}): Promise<Databases> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-reader-cases-'))
  const server = await startPostgres({ folder: join(folder, 'postgres'), durable })
  const opened: Database[] = []
  const admin = openDatabase({ ...server.connection, database: 'postgres' })
  let count = 0
  return {
    folder,
    async fresh() {
      const name = `cases_${++count}`
      await admin.pool.query(`create database ${name}`)
      const database = openDatabase({ ...server.connection, database: name })
      await migrate(database.connection)
      opened.push(database)
      return database
    },
    async close() {
      for (const database of [...opened, admin]) await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
