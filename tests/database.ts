import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/platform/database/postgres.ts'

/**
 * Before the run: one PostgreSQL for all test files, without flushing to the disk; or the server
 * named by `npm test -- --database-url postgres://…`, on which we may make databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DEAR_READER_TEST_DATABASE_URL
  if (external) {
    project.provide('databaseUrl', external)
    return async () => {}
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'dear-reader-tests-'))
  const server = await startPostgres({
    folder: path.join(folder, 'postgres'),
    durable: false,
    settings: { max_connections: '200', autovacuum: 'off' },
  })
  const { host, user, database } = server.connection
  project.provide('databaseUrl', `postgres://${user}@localhost/${database}?host=${host}`)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
