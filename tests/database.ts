import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/platform/database/postgres.ts'
import { startExternalPostgres } from './external-postgres.ts'

const prefix = 'dear-reader-tests-'

/**
 * Before the run: one PostgreSQL for all test files, without flushing to the disk. `npm test --
 * --external` makes it one that is not ours; `-- --database-url postgres://…` takes that server,
 * on which we must be allowed to make databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DEAR_READER_TEST_DATABASE
  if (given && given !== 'external') {
    project.provide('databaseUrl', given)
    return async () => {}
  }
  sweepAfterTheDead()
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`))
  const sweepNow = (): void => sweep(folder)
  process.once('exit', sweepNow)
  const home = path.join(folder, 'postgres')
  const { url, stop } = given ? await startExternalPostgres(home) : await startOurs(home)
  project.provide('databaseUrl', url)
  return async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
    process.off('exit', sweepNow)
  }
}

async function startOurs(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = await startPostgres({
    folder,
    durable: false,
    settings: { max_connections: '200', autovacuum: 'off' },
  })
  const { host, user, database } = server.connection
  const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
  return { url, stop: () => server.stop() }
}

/** A run that was killed could not stop its server; the next one does. */
function sweepAfterTheDead(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (pid && !isAlive(pid)) sweep(path.join(tmpdir(), name))
  }
}

function sweep(folder: string): void {
  try {
    const pid = Number(
      readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
    )
    if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT')
  } catch {
    // no server, or not ours
  }
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // somebody else's
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
