import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const empty = mkdtempSync(path.join(tmpdir(), 'dear-reader-config-'))

test('without any setting the newspaper serves on this machine from ./data', () => {
  const config = readConfig({}, empty)
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    publicUrl: null,
  })
  expect(config.dataDir).toBe(path.resolve('data'))
})

test('everything that is wrong is said at once, with what to write instead', () => {
  const wrong = {
    PORT: 'lots',
    PUBLIC_URL: 'paper.example',
    DATABASE_URL: 'mysql://x',
    SECRET: 'short',
  }
  expect(() => readConfig(wrong, empty)).toThrow(
    /PORT[^]*PUBLIC_URL[^]*https:[^]*DATABASE_URL[^]*postgres:[^]*SECRET/,
  )
})

test('the environment wins over the settings file, and an unknown name in the file is an error', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-config-'))
  const file = path.join(folder, 'dear-reader.config.json')
  writeFileSync(file, JSON.stringify({ PORT: 4000, HOST: '0.0.0.0' }))
  expect(readConfig({ PORT: '5000' }, folder)).toMatchObject({ port: 5000, host: '0.0.0.0' })
  writeFileSync(file, JSON.stringify({ PROT: 4000 }))
  expect(() => readConfig({}, folder)).toThrow('PROT is not a setting')
  writeFileSync(file, '{ PORT: 4000')
  expect(() => readConfig({}, folder)).toThrow('is not a JSON object')
})
