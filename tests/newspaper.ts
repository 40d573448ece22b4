import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import { readConfig } from '#platform/config.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { listen } from '#platform/http/server.ts'
import { openPlatform, type Platform } from '#platform/platform.ts'

export interface TestNewspaper {
  url: string
  app: App
  platform: Platform
  /** A path of it, as a browser would ask. */
  get(path: string, init?: RequestInit): Promise<Response>
}

/**
 * A whole newspaper on a database of its own, listening on 127.0.0.1, stopped after the test file.
 * With `beside`, a second node on the first one's database.
 */
export async function testNewspaper(
  options: { beside?: TestNewspaper } = {},
): Promise<TestNewspaper> {
  const url = options.beside?.platform.config.databaseUrl ?? (await testDatabase()).url
  const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-test-'))
  const config = readConfig(
    { DATABASE_URL: url, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
    folder,
  )
  const platform = await openPlatform(config, { serve: true })
  const app = await openApp(platform)
  const address = await listen(app.server, config)
  afterAll(async () => {
    await app.close()
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    url: address,
    app,
    platform,
    get: (place, init) => fetch(address + place, { redirect: 'manual', ...init }),
  }
}

/** Waits until something is so; fails after ten seconds. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (performance.now() < end) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  throw new Error('It did not become so within ten seconds.')
}
