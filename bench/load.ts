import net from 'node:net'

export interface Load {
  url: string
  connections: number
  seconds: number
  headers?: Record<string, string>
  /** Which path the n-th request asks for; the url's own when left out. */
  pathOf?: (n: number) => string
}

export interface Measured {
  requests: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  worst: number
  /** Answers that were not 200. */
  failed: number
}

/**
 * Asks over keep-alive connections, one request at a time each, for so many seconds; times are in
 * milliseconds. It speaks plain sockets: an HTTP client would be busier than the server it measures.
 */
export async function load({
  url,
  connections,
  seconds,
  headers = {},
  pathOf,
}: Load): Promise<Measured> {
  const place = new URL(url)
  const own = place.pathname + place.search
  const rest = `Host: ${place.host}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
  const times: number[] = []
  let asked = 0
  let failed = 0
  const end = performance.now() + seconds * 1000
  const next = () => {
    asked += 1
    return `GET ${pathOf ? pathOf(asked) : own} HTTP/1.1\r\n${rest}`
  }

  const began = performance.now()
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = net.connect(Number(place.port), place.hostname)
          socket.setNoDelay(true)
          let sent = 0
          let missing = -1
          let head = ''
          const ask = () => {
            sent = performance.now()
            socket.write(next())
          }
          const answered = () => {
            times.push(performance.now() - sent)
            missing = -1
            head = ''
            if (performance.now() < end) return ask()
            socket.end()
            resolve()
          }
          socket.on('connect', ask)
          socket.on('error', reject)
          socket.on('data', (chunk) => {
            if (missing < 0) {
              head += chunk.toString('latin1')
              const at = head.indexOf('\r\n\r\n')
              if (at < 0) return
              const length = /content-length: (\d+)/i.exec(head)
              if (!head.startsWith('HTTP/1.1 200')) failed += 1
              missing = Number(length?.[1] ?? 0) - (head.length - at - 4)
            } else missing -= chunk.length
            if (missing <= 0) answered()
          })
        }),
    ),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    requests: times.length,
    perSecond: times.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    worst: at(1),
    failed,
  }
}
