import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackedChromium } from './chromium.ts'

/** Where a Chrome or Edge usually stands on systems for which no browser comes along. */
const systemBrowsers: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
}

/**
 * A real browser for the tests of a file; close it in `afterAll`. It is the one `BROWSER_PATH`
 * names, else the one that came with npm (Linux on x64), else the machine's Chrome or Edge.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser()
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment } as Record<string, string>,
    // It opens our own pages only, and the sandbox does not work for root.
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage'],
  })
}

async function findBrowser(): Promise<{ executable: string; environment: object }> {
  const named = process.env.BROWSER_PATH
  if (named) return { executable: named, environment: {} }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return unpackedChromium(path.resolve('node_modules/.cache'))
  }
  const found = systemBrowsers[process.platform]?.find((file) => existsSync(file))
  if (found) return { executable: found, environment: {} }
  throw new Error('The browser tests need Chrome: install it, or set BROWSER_PATH to one.')
}
