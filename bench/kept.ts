import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { load, type Measured } from './load.ts'
import { type Running, startBare } from './newspaper.ts'
import type { Row } from './run.ts'

export interface Ground {
  newspaper: Running
  client: pg.Client
  folder: string
  articles: number
}

const connections = 16
const browser = { 'Accept-Encoding': 'gzip, deflate, br' }

/** Addresses of published articles, spread over the whole archive. */
export async function addresses(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ address: string }>(
    `select '/' || s.slug || '/' || a.slug as address from article a join section s on s.id = a.section_id
     where a.state = 'published' order by md5(a.id::text) limit $1`,
    [count],
  )
  return rows.map((row) => encodeURI(row.address))
}

/** A bare server that sends the very bytes and headers the newspaper sends for a page. */
async function bareFor(ground: Ground, address: string): Promise<Running> {
  const url = ground.newspaper.url + address
  const answer = await fetch(url, { headers: browser })
  const plain = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } })
  const length = Number(answer.headers.get('content-length'))
  const bodyFile = path.join(ground.folder, 'bare-body')
  // fetch has already unpacked it; for the wire only the number of bytes counts.
  writeFileSync(bodyFile, Buffer.from(await plain.arrayBuffer()).subarray(0, length))
  await answer.arrayBuffer()
  const own = ['connection', 'date', 'keep-alive', 'transfer-encoding']
  const headers = [...answer.headers].filter(([name]) => !own.includes(name))
  return startBare({ headers, bodyFile })
}

const median = (numbers: number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** A kept article page against a bare node:http server: in turn, five times each. */
export async function measureKept(ground: Ground): Promise<Row[]> {
  const [address = '/'] = await addresses(ground.client, 1)
  for (let n = 0; n < 5; n += 1) await fetch(ground.newspaper.url + address, { headers: browser })
  await new Promise((resolve) => setTimeout(resolve, 500)) // until it is compressed well
  const bare = await bareFor(ground, address)
  const ours: Measured[] = []
  const theirs: Measured[] = []
  for (let round = 0; round < 6; round += 1) {
    const seconds = round === 0 ? 1 : 3 // the first round only warms up
    const b = await load({ url: bare.url, connections, seconds, headers: browser })
    const a = await load({
      url: ground.newspaper.url + address,
      connections,
      seconds,
      headers: browser,
    })
    if (round === 0) continue
    ours.push(a)
    theirs.push(b)
  }
  await bare.stop()
  const ratio = median(ours.map((a, n) => a.perSecond / (theirs[n]?.perSecond ?? 1)))
  const tail = median(ours.map((a, n) => a.p99 / (theirs[n]?.p99 ?? 1)))
  const rate = (all: Measured[]) => Math.round(median(all.map((one) => one.perSecond)))
  const failed = ours.some((one) => one.failed)
  return [
    {
      what: 'kept article page, against bare node:http',
      figure: `${ratio.toFixed(3)} (${rate(ours)}/s : ${rate(theirs)}/s)`,
      reach: '≥ 0.95',
      ok: ratio >= 0.95 && !failed,
    },
    {
      what: 'kept article page, p99 against bare node:http',
      figure: `${tail.toFixed(2)} (${median(ours.map((one) => one.p99)).toFixed(2)} ms)`,
      reach: '≤ 1.3',
      ok: tail <= 1.3,
    },
  ]
}

/** Articles nobody has asked for yet, each asked once. */
export async function measureUnkept(ground: Ground): Promise<Row[]> {
  const all = await addresses(ground.client, 40_000)
  const [warm = '/'] = all
  const bare = await bareFor(ground, warm)
  const theirs = await load({ url: bare.url, connections, seconds: 4, headers: browser })
  await bare.stop()
  let asked = 1
  const pathOf = () => all[asked++ % all.length] ?? '/'
  const { url } = ground.newspaper
  await load({ url, connections, seconds: 2, headers: browser, pathOf })
  const ours = await load({ url, connections, seconds: 8, headers: browser, pathOf })
  const fresh = asked <= all.length
  const ratio = ours.perSecond / theirs.perSecond
  return [
    {
      what: `article not yet kept, archive of ${ground.articles}`,
      figure: `${ratio.toFixed(4)} (${Math.round(ours.perSecond)}/s, p99 ${ours.p99.toFixed(0)} ms)`,
      reach: '≥ 0.016',
      ok: ratio >= 0.016 && !ours.failed && fresh,
    },
  ]
}
