import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const hasTaskset = spawnSync('taskset', ['--version']).status === 0

export interface Running {
  url: string
  pid: number
  stop(): Promise<void>
}

/** Runs a command of the built program to its end. Throws with what it said when it fails. */
export function dearReader(args: string[], settings: Record<string, string>): string {
  return execFileSync(process.execPath, [path.join(root, 'dist/server/cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent', ...settings },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

/** Starts the built newspaper on one core (where `taskset` is there) and waits until it serves. */
export async function startNewspaper(settings: Record<string, string>): Promise<Running> {
  const port = await freePort()
  return startServer(['dist/server/cli.js', 'start'], {
    ...{ PORT: String(port), LOG_LEVEL: 'silent' },
    ...settings,
  })
}

/** The reference: a bare node:http server that sends what it is given, on the same core. */
export async function startBare(answer: {
  headers: [string, string][]
  bodyFile: string
}): Promise<Running> {
  const port = await freePort()
  return startServer(['bench/bare.mjs'], {
    PORT: String(port),
    HEADERS: JSON.stringify(answer.headers),
    BODY: answer.bodyFile,
  })
}

async function startServer(script: string[], settings: Record<string, string>): Promise<Running> {
  const command = [process.execPath, ...script]
  const pinned = hasTaskset ? ['taskset', '-c', '0', ...command] : command
  const child = spawn(pinned[0] as string, pinned.slice(1), {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${settings.PORT}`
  await answering(url, child)
  return {
    url,
    pid: child.pid as number,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null)
      throw new Error(`The server at ${url} ended with ${child.exitCode}.`)
    const ok = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server at ${url} did not answer within a minute.`)
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Memory in megabytes of a process, and of PostgreSQL's processes of a data folder (each page counted once). */
export function megabytes(pid: number): number {
  const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(match?.[1] ?? 0) / 1024
}

export function postgresMegabytes(dataDir: string): number {
  const postmaster = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split(
    '\n',
  )[0]
  let kilobytes = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      if (pid !== postmaster && parent !== postmaster) continue
      kilobytes += Number(
        /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      )
    } catch {
      // It ended meanwhile.
    }
  }
  return kilobytes / 1024
}
