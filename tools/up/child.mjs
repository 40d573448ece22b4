import { spawn } from 'node:child_process'
import fs from 'node:fs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program to its end, passing on what stops it: TERM, INT, HUP, and the death of the npm
 * that called us, because a TERM sent to npm ends npm alone.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (child) => void }} options
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function run(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const stop = (signal) => {
      // A terminal tells the whole group of an interrupt, and the child has heard it already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      // A closed terminal is no reason to end otherwise than by being told to.
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    }
    for (const signal of signals) process.on(signal, stop)
    const watch = whenOrphaned(() => child.kill('SIGTERM'))
    const done = () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, stop)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      done()
      resolve(signal ? 128 + (signalNumbers[signal] ?? 0) : (code ?? 1))
    })
    onStart?.(child)
  })
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return undefined
  const before = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(watch)
    act()
  }, 250)
  watch.unref()
  return watch
}

/** The parent, and on Linux its parent too: between npm and us there may stand a shell that outlives npm. */
function ancestors() {
  const parent = process.ppid
  try {
    const after = fs.readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return `${parent} ${after.split(' ')[1]}`
  } catch {
    return String(parent)
  }
}
