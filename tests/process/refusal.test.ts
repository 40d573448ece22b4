import { chmodSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '#platform/database/postgres.ts'
import { command, dataFolder, newspaper, postmaster } from './newspaper.ts'

/** Starts a newspaper that cannot start, and returns what it says. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { ended, said } = command(['start'], { PORT: '0', ...settings })
  const code = await ended
  expect({ code, said: said() }).toEqual({ code: 1, said: expect.any(String) })
  expect(said()).not.toMatch(/\n\s+at /)
  return said().trim()
}

test('a port that is taken is named, and the database is not left running', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const port = String((taken.address() as { port: number }).port)
  const DATA_DIR = dataFolder()
  const says = await refusal({ DATA_DIR, PORT: port })
  expect(says).toContain(`Port ${port}`)
  expect(says).toContain('set PORT')
  expect(says.split('\n')).toHaveLength(1)
  expect(postmaster(DATA_DIR)).toBe(0)
})

test('a data folder that cannot be made is named', async () => {
  const says = await refusal({ DATA_DIR: '/dev/null/paper' })
  expect(says).toContain('The data folder /dev/null/paper cannot be written')
  expect(says).toContain('DATA_DIR')
  expect(says.split('\n')).toHaveLength(1)
})

test.runIf(process.getuid?.() !== 0)('a data folder of somebody else’s is named', async () => {
  const DATA_DIR = dataFolder()
  chmodSync(DATA_DIR, 0o500)
  expect(await refusal({ DATA_DIR })).toContain(`The data folder ${DATA_DIR} cannot be written`)
})

test('all settings that are wrong are said at once', async () => {
  const wrong = {
    PORT: 'eighty',
    PUBLIC_URL: 'my paper',
    SECRET: 'short',
    DATABASE_URL: 'mysql://x',
  }
  const says = await refusal({ ...wrong, DATA_DIR: dataFolder() })
  for (const name of Object.keys(wrong)) expect(says).toContain(`${name}:`)
})

test('a database that does not answer is named', async () => {
  const says = await refusal({
    DATA_DIR: dataFolder(),
    DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/paper',
  })
  expect(says).toContain('DATABASE_URL')
  expect(says).not.toContain('secret')
  expect(says.split('\n')).toHaveLength(1)
})

test('a database that a newer program made is left alone', async () => {
  const DATA_DIR = dataFolder()
  const first = await newspaper({ DATA_DIR })
  first.child.kill('SIGTERM')
  await first.ended
  const server = await startPostgres({ folder: path.join(DATA_DIR, 'postgres') })
  const client = new pg.Client(server.connection)
  await client.connect()
  await client.query("insert into migration (name) values ('9999_from-tomorrow.sql')")
  await client.end()
  await server.stop()

  const says = await refusal({ DATA_DIR })
  expect(says).toContain('9999_from-tomorrow.sql')
  expect(says).toContain('newer Dear Reader')
  expect(says.split('\n')).toHaveLength(1)
})

test('a second newspaper on the same folder is refused, and the first goes on', async () => {
  const DATA_DIR = dataFolder()
  const first = await newspaper({ DATA_DIR })
  const says = await refusal({ DATA_DIR })
  expect(says).toContain(DATA_DIR)
  expect(says).toContain('DATA_DIR')
  expect(says.split('\n')).toHaveLength(1)
  expect((await fetch(first.url)).status).toBe(200)
})
