import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { anExport, anItem, only } from './an-export.ts'
import { readWxr } from './read-wxr.ts'

async function arrivalsFromFile(bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'wxr-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'export.xml')
  await writeFile(path, bytes)
  return Array.fromAsync(readWxr(path))
}

const many = Array.from({ length: 300 }, (_, at) => anItem({ id: at + 1, body: `${Math.sin(at)}` }))
const text = anExport(...many)

test('a packed export is read as it is', async () => {
  const arrivals = await arrivalsFromFile(gzipSync(text))
  expect(only(arrivals, 'article')).toHaveLength(300)
  expect(only(arrivals, 'note')).toEqual([])
})

test('a packed export that breaks off gives what was whole', async () => {
  const packed = gzipSync(text)
  const arrivals = await arrivalsFromFile(packed.subarray(0, packed.length / 2))
  expect(only(arrivals, 'article').length).toBeGreaterThan(50)
  expect(only(arrivals, 'note')).toMatchObject([{ outcome: 'broken' }])
})

test('a packed export that is damaged ends in a note, not in an error', async () => {
  const packed = gzipSync(text)
  const middle = Math.floor(packed.length / 2)
  packed.fill(0xff, middle, middle + 40)
  const arrivals = await arrivalsFromFile(packed)
  expect(only(arrivals, 'note').some(({ outcome }) => outcome === 'broken')).toBe(true)
})

test('progress ends at the whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wxr-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'a.xml'), text)
  const seen: [number, number][] = []
  const onProgress = (done: number, all: number) => seen.push([done, all])
  await Array.fromAsync(readWxr(join(folder, 'a.xml'), { onProgress }))
  expect(seen.at(-1)).toEqual([Buffer.byteLength(text) * 2, Buffer.byteLength(text) * 2])
})

test('a file that is not there is an error of reading', async () => {
  await expect(Array.fromAsync(readWxr('/nowhere/export.xml'))).rejects.toThrow(/ENOENT/)
})
