import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const beat = 2_000
const staleAfter = 30_000
const helperAtMost = 10 * 60_000

/**
 * Runs `work` while no other process of this clone does. A holder that died is replaced at once on
 * the same machine (once its helper has ended too), and after half a minute without a sign of life
 * anywhere else.
 * @param {string} file where the lock stands; its folder is made
 * @param {{ waiting: () => void, work: (helper: (child) => void) => Promise<void> }} what
 *   `waiting` is called once, if another holds it; `work` names the child process that goes on
 *   when we are killed
 */
export async function alone(file, { waiting, work }) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const holder = { nonce: randomUUID(), pid: process.pid, host: os.hostname(), helper: 0 }
  let mine = JSON.stringify(holder)
  let told = false
  while (!take(file, mine)) {
    if (!told) waiting()
    told = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const heart = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), beat)
  try {
    await work((child) => {
      mine = JSON.stringify({ ...holder, helper: child.pid })
      fs.writeFileSync(file, mine)
    })
  } finally {
    clearInterval(heart)
    if (read(file) === mine) fs.rmSync(file, { force: true })
  }
}

function take(file, mine) {
  try {
    fs.writeFileSync(file, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const theirs = read(file)
  if (isStale(file, theirs)) bury(file, theirs)
  return false
}

function isStale(file, text) {
  const quiet = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  const holder = parse(text)
  if (holder?.host !== os.hostname()) return quiet > staleAfter
  // Numbers of processes are used again: one that is alive but silent is somebody else.
  if (isAlive(holder.pid) && quiet < staleAfter) return false
  return !(holder.helper && isAlive(holder.helper) && quiet < helperAtMost)
}

/** Of all who find the same dead holder exactly one may remove its lock: whoever makes its grave first. */
function bury(file, text) {
  const grave = `${file}.${parse(text)?.nonce ?? 'unreadable'}`
  try {
    fs.writeFileSync(grave, '', { flag: 'wx' })
  } catch (error) {
    if (error.code === 'EEXIST') return
    throw error
  }
  if (read(file) === text) fs.rmSync(file, { force: true })
  fs.rmSync(grave, { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
