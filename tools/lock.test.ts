import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
// @ts-expect-error plain JavaScript, as it runs before anything is installed
import { alone as untyped } from './up/lock.mjs'

const alone = untyped as (
  file: string,
  what: { waiting: () => void; work: () => Promise<void> },
) => Promise<void>

function lockFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'lock')
}

const deadPid = (): number => spawnSync('true').pid

test('works one after the other, never two at a time', async () => {
  const file = lockFile()
  let inside = 0
  let most = 0
  const work = async (): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setTimeout(resolve, 30))
    inside -= 1
  }
  await Promise.all(Array.from({ length: 4 }, () => alone(file, { waiting: () => {}, work })))
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('a holder that died does not keep the others waiting', async () => {
  const file = lockFile()
  writeFileSync(file, JSON.stringify({ nonce: 'x', pid: deadPid(), host: hostname(), helper: 0 }))
  let done = false
  await alone(file, { waiting: () => {}, work: async () => void (done = true) })
  expect(done).toBe(true)
})

test('of many that find a dead holder one at a time gets in', async () => {
  const file = lockFile()
  writeFileSync(file, JSON.stringify({ nonce: 'x', pid: deadPid(), host: hostname(), helper: 0 }))
  const order: string[] = []
  const work = async (): Promise<void> => {
    order.push('in')
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push('out')
  }
  await Promise.all(Array.from({ length: 5 }, () => alone(file, { waiting: () => {}, work })))
  expect(order.join(' ')).toBe(Array.from({ length: 5 }, () => 'in out').join(' '))
})

test('while the helper of a dead holder still works, the others wait', async () => {
  const file = lockFile()
  const helper = spawn('sleep', ['0.6'])
  const holder = { nonce: 'x', pid: deadPid(), host: hostname(), helper: helper.pid }
  writeFileSync(file, JSON.stringify(holder))
  let ended = false
  helper.once('exit', () => (ended = true))
  let waited = false
  await alone(file, {
    waiting: () => (waited = true),
    work: async () => {
      expect({ ended, waited }).toEqual({ ended: true, waited: true })
      expect(readFileSync(file, 'utf8')).toContain(String(process.pid))
    },
  })
})

test('a failure inside lets the next one in', async () => {
  const file = lockFile()
  const work = (): Promise<void> => Promise.reject(new Error('no room on the disk'))
  await expect(alone(file, { waiting: () => {}, work })).rejects.toThrow('no room')
  expect(existsSync(file)).toBe(false)
})
