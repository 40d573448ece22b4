import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { setClock } from '#platform/clock.ts'
import { openPress, type Press, type RenderedPage } from './press.ts'

const servers: Server[] = []
afterEach(() => {
  setClock(null)
  for (const server of servers.splice(0)) server.close()
})

const page = (
  body: string,
  shows: string[] = [],
  more: Partial<RenderedPage> = {},
): RenderedPage => ({
  body,
  type: 'text/html; charset=utf-8',
  shows,
  ...more,
})

async function serve(press: Press, render: (address: string) => Promise<RenderedPage | null>) {
  const server = createServer(async (request, response) => {
    if (press.answer(request, response)) return
    const printed = await press.print(request.url as string, () => render(request.url as string))
    if (printed) press.send(printed, request, response)
    else response.writeHead(404).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a hundred readers who ask for the same missing page make it be rendered once', async () => {
  const press = openPress({ bytes: 1e6 })
  let renders = 0
  const render = async () => {
    renders += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    return page('<p>News</p>')
  }
  const printed = await Promise.all(Array.from({ length: 100 }, () => press.print('/a', render)))
  expect(renders).toBe(1)
  expect(new Set(printed).size).toBe(1)
})

test('a fact drops exactly the pages that show what changed', async () => {
  const press = openPress({ bytes: 1e6 })
  await press.print('/a', async () => page('a', ['article:1', 'section:1']))
  await press.print('/b', async () => page('b', ['article:2', 'section:1']))
  expect(press.drop(['article:1'])).toBe(1)
  expect(press.counts.pages).toBe(1)
  expect(press.drop(['section:1'])).toBe(1)
  expect(press.counts.bytes).toBe(0)
})

test('a page whose rendering began before a fact is sent but not kept', async () => {
  const press = openPress({ bytes: 1e6 })
  let finish = () => {}
  const old = press.print('/a', async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    return page('old', ['article:1'])
  })
  press.drop(['article:1'])
  const fresh = await press.print('/a', async () => page('new', ['article:1']))
  finish()
  await old
  const again = await press.print('/a', async () => page('never'))
  expect(again).toBe(fresh)
  expect(press.counts.pages).toBe(1)
})

test('an unrelated fact does not keep a page from being kept', async () => {
  const press = openPress({ bytes: 1e6 })
  let finish = () => {}
  const printing = press.print('/a', async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    return page('a', ['article:1'])
  })
  press.drop(['article:2'])
  finish()
  await printing
  expect(press.counts.pages).toBe(1)
})

test('memory stays within its bound and the least recently asked pages go first', async () => {
  const press = openPress({ bytes: 50_000 })
  const body = 'x'.repeat(8000)
  for (const address of ['/1', '/2', '/3', '/4']) await press.print(address, async () => page(body))
  await press.print('/1', async () => page('never rendered'))
  await press.print('/5', async () => page(body))
  expect(press.counts.bytes).toBeLessThanOrEqual(50_000)
  let rendered = 0
  await press.print('/1', async () => {
    rendered += 1
    return page(body)
  })
  expect(rendered).toBe(0)
})

test('a page is dropped by itself at the moment from which it is no longer true', async () => {
  const press = openPress({ bytes: 1e6 })
  setClock(new Date('2026-01-01T10:00:00Z'))
  let renders = 0
  const render = async () => {
    renders += 1
    return page('a', [], { until: new Date('2026-01-01T11:00:00Z') })
  }
  await press.print('/a', render)
  setClock(new Date('2026-01-01T10:59:00Z'))
  await press.print('/a', render)
  expect(renders).toBe(1)
  setClock(new Date('2026-01-01T11:00:01Z'))
  await press.print('/a', render)
  expect(renders).toBe(2)
})

test('a failed rendering is not remembered', async () => {
  const press = openPress({ bytes: 1e6 })
  await expect(press.print('/a', () => Promise.reject(new Error('no database')))).rejects.toThrow(
    'no database',
  )
  expect((await press.print('/a', async () => page('a')))?.status).toBe(200)
})

test('every encoding carries the same words, also after the good compression', async () => {
  const press = openPress({ bytes: 1e6 })
  const text = '<p>שלום עולם, dear reader</p>'.repeat(50)
  const url = await serve(press, async () => page(text))
  const fetchAs = async (encoding: string) => {
    const answer = await raw(`${url}/a`, { 'accept-encoding': encoding })
    const plain =
      answer.encoding === 'br'
        ? brotliDecompressSync(answer.body)
        : answer.encoding === 'gzip'
          ? gunzipSync(answer.body)
          : answer.body
    return { ...answer, text: plain.toString() }
  }
  for (let round = 0; round < 3; round += 1) {
    for (const [asked, got] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
      ['br;q=0, gzip;q=0.5', 'gzip'],
    ] as const) {
      const answer = await fetchAs(asked)
      expect(answer.encoding).toBe(got)
      expect(answer.text).toBe(text)
      expect(answer.vary).toBe('Accept-Encoding')
    }
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
})

test('a browser that has the page gets 304 and no body', async () => {
  const press = openPress({ bytes: 1e6 })
  const url = await serve(press, async () => page('<p>News</p>', ['article:1']))
  const first = await fetch(`${url}/a`)
  const etag = first.headers.get('etag') as string
  expect(first.headers.get('surrogate-key')).toBe('article:1')
  const second = await fetch(`${url}/a`, { headers: { 'if-none-match': etag } })
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
})

async function raw(url: string, headers: Record<string, string>) {
  const { request } = await import('node:http')
  return new Promise<{ body: Buffer; encoding?: string; vary?: string }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          body: Buffer.concat(chunks),
          encoding: response.headers['content-encoding'],
          vary: response.headers.vary,
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}
