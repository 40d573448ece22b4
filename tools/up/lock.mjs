import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const beat = 2_000
const staleAfter = 30_000

/**
 * Runs `work` while no other process of this clone does. A holder that died is replaced at once on
 * the same machine, and after half a minute without a sign of life anywhere else.
 * @param {string} file where the lock stands; its folder is made
 * @param {{ waiting: () => void, work: () => Promise<void> }} what `waiting` is called once, if another holds it
 */
export async function alone(file, { waiting, work }) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const mine = JSON.stringify({ nonce: randomUUID(), pid: process.pid, host: os.hostname() })
  let told = false
  while (!take(file, mine)) {
    if (!told) waiting()
    told = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const heart = setInterval(() => fs.utimesSync(file, new Date(), new Date()), beat)
  try {
    await work()
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
  if (theirs !== '' && isStale(file, theirs)) bury(file, theirs)
  return false
}

function isStale(file, text) {
  const quiet = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (quiet > staleAfter) return true
  const holder = parse(text)
  return holder !== null && holder.host === os.hostname() && !isAlive(holder.pid)
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
