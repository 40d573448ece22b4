import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'

const browser = await launchBrowser()
afterAll(() => browser.close())

test('the browser shows a page, runs its script and draws its text', async () => {
  const page = await browser.newPage()
  await page.setContent(`<p>Dear</p><button onclick="document.title = 'read'">Read</button>`)
  await page.getByRole('button', { name: 'Read' }).click()
  expect(await page.title()).toBe('read')
  const paragraph = await page.locator('p').evaluate((it) => {
    const range = document.createRange()
    range.selectNodeContents(it)
    return range.getBoundingClientRect().width
  })
  expect(paragraph).toBeGreaterThan(20)
  await page.close()
})

test('two readers have two browsers’ worth of storage', async () => {
  const [one, two] = await Promise.all([browser.newContext(), browser.newContext()])
  for (const reader of [one, two])
    await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }))
  const first = await one.newPage()
  const second = await two.newPage()
  for (const page of [first, second]) await page.goto('http://paper.example/')
  await first.evaluate(() => localStorage.setItem('seen', 'yes'))
  expect(await second.evaluate(() => localStorage.getItem('seen'))).toBeNull()
  await Promise.all([one.close(), two.close()])
})
