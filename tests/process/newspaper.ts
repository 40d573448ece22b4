import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

type Settings = Record<string, string>

export interface RunningCommand {
  child: ChildProcess
  /** What it said so far, on both outputs. */
  said(): string
  /** Resolves with its exit code once it has ended. */
  ended: Promise<number | null>
}

export interface RunningNewspaper extends RunningCommand {
  url: string
  /** From the command to the first answer it could give, in milliseconds. */
  readyAfter: number
}

/** Runs `node tools/up.mjs …` as a person would, with these settings and none of the machine's. */
export function command(args: string[], settings: Settings = {}): RunningCommand {
  const { PATH, HOME, TMPDIR } = process.env
  const inherited = { PATH, HOME, TMPDIR, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [path.resolve('tools/up.mjs'), ...args], {
    env: { ...inherited, ...settings } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: tmpdir(),
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, said: () => said, ended }
}

/** Starts the newspaper on a free port and waits until it serves. Stopped after the test. */
export async function newspaper(settings: Settings): Promise<RunningNewspaper> {
  const began = performance.now()
  const running = command(['start'], { PORT: '0', ...settings })
  const url = await Promise.race([
    until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(running.said())?.[0]),
    running.ended.then((code) => {
      throw new Error(`It ended with ${code}:\n${running.said()}`)
    }),
  ])
  return { ...running, url, readyAfter: performance.now() - began }
}

/** A data folder for one test. Whatever PostgreSQL still runs in it is stopped before it goes. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-data-'))
  onTestFinished(async () => {
    const pid = postmaster(folder)
    if (pid && isAlive(pid)) {
      process.kill(pid, 'SIGQUIT')
      await until(() => !isAlive(pid))
    }
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** The process of the PostgreSQL of a data folder; 0 when none runs there. */
export function postmaster(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

/** The newspaper's own process, which tools/up.mjs started. Linux only. */
export function program(launcher: number): number {
  const children = readFileSync(`/proc/${launcher}/task/${launcher}/children`, 'utf8')
  return Number(children.trim().split(' ')[0])
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A killed process whose parent has not looked yet is dead all the same.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Asks every few milliseconds until the answer is there. */
export async function until<T>(ask: () => T | undefined | false): Promise<T> {
  for (;;) {
    const answer = ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
