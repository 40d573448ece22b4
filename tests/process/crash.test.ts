import { spawn } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from '#platform/database/postgres.ts'
import { dataFolder, isAlive, newspaper, postmaster, program, until } from './newspaper.ts'

async function tagsIn(folder: string): Promise<Set<string>> {
  const server = await startPostgres({ folder: path.join(folder, 'postgres') })
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from tag')
  await client.end()
  await server.stop()
  return new Set(rows.map((row) => row.id))
}

/** Another of our processes that writes rows to the paper, one after the other, and names each that is in. */
function writer(folder: string): { written: () => string[]; kill: () => void } {
  const file = path.join(import.meta.dirname, 'writer.ts')
  const child = spawn(process.execPath, [file, path.join(folder, 'postgres')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  // A last line without its end was cut off, and acknowledged nothing.
  return { written: () => text.split('\n').slice(0, -1), kill: () => child.kill('SIGKILL') }
}

test('after kill -9 of the program, the next start takes over its PostgreSQL', async () => {
  const DATA_DIR = dataFolder()
  const first = await newspaper({ DATA_DIR })
  const database = postmaster(DATA_DIR)
  process.kill(program(first.child.pid ?? 0), 'SIGKILL')
  expect(await first.ended).not.toBe(0)
  expect(isAlive(database)).toBe(true)

  const second = await newspaper({ DATA_DIR })
  expect(postmaster(DATA_DIR)).toBe(database)
  expect((await fetch(second.url)).status).toBe(200)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(isAlive(database)).toBe(false)
})

test('after kill -9 of everything amid writes, no acknowledged write is missing', async () => {
  const DATA_DIR = dataFolder()
  const first = await newspaper({ DATA_DIR })
  const database = postmaster(DATA_DIR)
  const { written, kill } = writer(DATA_DIR)
  await until(() => written().length > 200)
  for (const pid of [program(first.child.pid ?? 0), database]) process.kill(pid, 'SIGKILL')
  kill()
  await first.ended

  const second = await newspaper({ DATA_DIR })
  expect((await fetch(second.url)).status).toBe(200)
  const kept = await tagsIn(DATA_DIR)
  const missing = written().filter((id) => !kept.has(id))
  expect(missing).toEqual([])
  expect(written().length).toBeGreaterThan(200)
})
