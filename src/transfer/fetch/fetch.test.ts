import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openFetcher, type FetcherOptions } from './fetch.ts'

let asked = 0
const answers: Record<string, RequestListener> = {
  '/picture': (_, answer) => answer.end('picture'),
  '/hop': (_, answer) => answer.writeHead(302, { location: '/picture' }).end(),
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/inside': (_, answer) =>
    answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/inside6': (_, answer) =>
    answer.writeHead(301, { location: `http://[::1]:${port}/picture` }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large': (_, answer) => answer.end(Buffer.alloc(2_000_000)),
  '/endless': (_, answer) => void answer.write('begin'),
  '/says-large': (_, answer) => answer.writeHead(200, { 'content-length': '999999999' }).write('x'),
}
const server = createServer((request, answer) => {
  asked++
  const listener = answers[request.url ?? ''] ?? ((_, missing) => missing.writeHead(404).end())
  listener(request, answer)
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const port = (server.address() as AddressInfo).port
afterAll(() => server.closeAllConnections())

/** A fetcher that may reach this test's own server and nothing else. */
const ours = (more: FetcherOptions = {}) =>
  openFetcher({ mayReach: (address) => address === '127.0.0.1', ports: [80, 443, port], ...more })
const at = (path: string) => `http://127.0.0.1:${port}${path}`

test('a file is fetched, also over a redirect', async () => {
  const fetcher = ours()
  const direct = await fetcher.fetch(at('/picture'))
  const hopped = await fetcher.fetch(at('/hop'))
  expect(direct.ok && Buffer.from(direct.bytes).toString()).toBe('picture')
  expect(hopped).toMatchObject({ ok: true, url: at('/picture') })
  await fetcher.close()
})

test.each([
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://0.0.0.0/',
  'http://[64:ff9b::7f00:1]/',
  'http://10.0.0.1/',
  'http://localhost/',
])('%s is refused without a connection', async (url) => {
  const fetcher = openFetcher()
  const before = asked
  expect(await fetcher.fetch(url)).toEqual({
    ok: false,
    reason: 'it does not stand on the open internet',
  })
  // On this server's own port too: the address is what is refused, not the silence of port 80.
  const open = openFetcher({ ports: [port] })
  const own = new URL(url)
  own.port = String(port)
  expect(await open.fetch(own.href)).toMatchObject({
    ok: false,
    reason: 'it does not stand on the open internet',
  })
  expect(asked).toBe(before)
  await fetcher.close()
  await open.close()
})

test('a name that leads to a private address is refused, whatever else it leads to first or later', async () => {
  const before = asked
  const fetcher = openFetcher({
    ports: [port],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  expect(await fetcher.fetch(`http://pictures.example:${port}/picture`)).toMatchObject({
    reason: 'it does not stand on the open internet',
  })
  expect(asked).toBe(before)
  await fetcher.close()
})

test('the address that was checked is the one connected to, though the name changes its mind', async () => {
  let lookups = 0
  const fetcher = ours({
    resolve: async () => [{ address: lookups++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }],
  })
  expect(await fetcher.fetch(`http://pictures.example:${port}/picture`)).toMatchObject({ ok: true })
  expect(lookups).toBe(1)
  await fetcher.close()
})

test.each([
  ['/inside', 'it does not stand on the open internet'],
  ['/inside6', 'it does not stand on the open internet'],
  ['/file', 'only http and https are fetched'],
  ['/loop', 'it redirects more than 5 times'],
  ['/nothing', 'the server answers 404'],
  ['/large', 'it is larger than 1 MB'],
  ['/says-large', 'it is larger than 1 MB'],
  ['/endless', 'it takes too long'],
])('%s ends with: %s', async (path, reason) => {
  const fetcher = ours({ sizeLimit: 1_000_000, timeLimit: 500 })
  expect(await fetcher.fetch(at(path))).toEqual({ ok: false, reason })
  await fetcher.close()
})

test.each([
  ['http://example.com:22/', 'port 22 is not fetched from'],
  ['ftp://example.com/', 'only http and https are fetched'],
  ['http://me:secret@example.com/', 'an address with a password is not fetched'],
  ['nonsense', 'it is no web address'],
])('%s is refused: %s', async (url, reason) => {
  const fetcher = openFetcher()
  expect(await fetcher.fetch(url)).toEqual({ ok: false, reason })
  await fetcher.close()
})

test('without an internet the first few hosts are waited for, the others are not', async () => {
  let lookups = 0
  const fetcher = openFetcher({
    resolve: async () => {
      lookups++
      throw Object.assign(new Error('no'), { code: 'EAI_AGAIN' })
    },
  })
  const reasons = new Set<string>()
  for (let host = 0; host < 50; host++) {
    const result = await fetcher.fetch(`https://host${host}.example/p.jpg`)
    if (!result.ok) reasons.add(result.reason)
  }
  expect(lookups).toBe(6)
  expect([...reasons]).toEqual([
    'names cannot be looked up here: no internet?',
    'no host answers: there seems to be no internet',
  ])
  await fetcher.close()
})
