import type { IncomingMessage, ServerResponse } from 'node:http'
import { now } from '#platform/clock.ts'
import { type Encoding, chooseEncoding } from './press/encoding.ts'
import { entryOf, type KeptPage, refine, send } from './press/kept-page.ts'

/** A page as rendered: the same bytes for everyone. */
export interface RenderedPage {
  body: string | Buffer
  type: string
  /** What it shows (`article:<id>`, `section:<id>`, `breaking`…): when one of them changes, it is dropped. */
  shows: string[]
  /** The moment from which it is no longer true by itself (a breaking item ages out). */
  until?: Date | null
  status?: number
  cacheControl?: string
  /** False for what is compressed already (a face). */
  compress?: boolean
}

export interface Press {
  /** Answers a request whose page is kept; false when it is not. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** The page at an address: the kept one, or rendered now, once for all who ask meanwhile. */
  print(address: string, render: () => Promise<RenderedPage | null>): Promise<KeptPage | null>
  send(page: KeptPage, request: IncomingMessage, response: ServerResponse): void
  /** Drops every page that shows one of these. Returns how many. */
  drop(shown: Iterable<string>): number
  dropAll(): void
  readonly counts: { pages: number; bytes: number; hits: number; renders: number }
  stop(): void
}

/**
 * The press keeps pages, compressed, in at most `bytes` of memory; the least recently asked go first.
 * A page is compressed quickly when first asked, and well, beside the traffic, once it is asked again.
 */
export function openPress(options: { bytes: number }): Press {
  const kept = new Map<string, KeptPage>()
  const showing = new Map<string, Set<string>>()
  const printing = new Map<string, Promise<KeptPage | null>>()
  /** Drops that came while pages were being rendered: a page older than a drop of its own is not kept. */
  let drops: { at: number; shown: Set<string> | 'all' }[] = []
  let dropCount = 0
  let underway = 0
  const counts = { pages: 0, bytes: 0, hits: 0, renders: 0 }
  const refining = { queue: [] as KeptPage[], busy: false, stopped: false }

  const forget = (page: KeptPage) => {
    if (kept.get(page.address) !== page) return
    kept.delete(page.address)
    for (const key of page.shows) {
      const addresses = showing.get(key)
      addresses?.delete(page.address)
      if (addresses?.size === 0) showing.delete(key)
    }
    counts.bytes -= page.bytes
    counts.pages = kept.size
  }

  const keep = (page: KeptPage) => {
    const before = kept.get(page.address)
    if (before) forget(before)
    kept.set(page.address, page)
    for (const key of page.shows) {
      const addresses = showing.get(key)
      if (addresses) addresses.add(page.address)
      else showing.set(key, new Set([page.address]))
    }
    counts.bytes += page.bytes
    counts.pages = kept.size
    for (const oldest of kept.values()) {
      if (counts.bytes <= options.bytes) break
      forget(oldest)
    }
  }

  const resize = (page: KeptPage, change: number) => {
    page.bytes += change
    if (kept.get(page.address) === page) counts.bytes += change
  }

  const refineNext = async () => {
    if (refining.busy || refining.stopped) return
    refining.busy = true
    for (
      let page = refining.queue.shift();
      page && !refining.stopped;
      page = refining.queue.shift()
    )
      if (kept.get(page.address) === page) resize(page, await refine(page))
    refining.busy = false
  }

  const isFresh = (page: KeptPage) => page.until === null || page.until > now().getTime()

  const touch = (page: KeptPage) => {
    // Moving it to the end of the map is what makes the first in the map the least recently asked.
    kept.delete(page.address)
    kept.set(page.address, page)
    page.asked += 1
    if (page.asked === 2 && page.compress) {
      refining.queue.push(page)
      void refineNext()
    }
  }

  const write = (sending: {
    page: KeptPage
    encoding: Encoding
    request: IncomingMessage
    response: ServerResponse
  }) => {
    const grown = send(sending)
    if (grown) resize(sending.page, grown)
  }

  const renderAndKeep = async (address: string, render: () => Promise<RenderedPage | null>) => {
    const begun = dropCount
    counts.renders += 1
    underway += 1
    const rendered = await render().finally(() => (underway -= 1))
    if (!rendered) return null
    const page = entryOf(address, rendered)
    const overtaken = drops.some(
      ({ at, shown }) =>
        at > begun && (shown === 'all' || page.shows.some((key) => shown.has(key))),
    )
    if (underway === 0) drops = []
    if (!overtaken && isFresh(page) && (rendered.status ?? 200) === 200) keep(page)
    return page
  }

  return {
    counts,
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const page = kept.get(request.url as string)
      if (page === undefined) return false
      if (!isFresh(page)) {
        forget(page)
        return false
      }
      counts.hits += 1
      touch(page)
      write({
        page,
        encoding: chooseEncoding(request.headers['accept-encoding']),
        request,
        response,
      })
      return true
    },
    async print(address, render) {
      const page = kept.get(address)
      if (page && isFresh(page)) {
        counts.hits += 1
        touch(page)
        return page
      }
      const running = printing.get(address)
      if (running) return running
      const started = renderAndKeep(address, render).finally(() => {
        if (printing.get(address) === started) printing.delete(address)
      })
      printing.set(address, started)
      return started
    },
    send(page, request, response) {
      write({
        page,
        encoding: chooseEncoding(request.headers['accept-encoding']),
        request,
        response,
      })
    },
    drop(shown) {
      const keys = new Set(shown)
      dropCount += 1
      if (underway) {
        drops.push({ at: dropCount, shown: keys })
        // Whoever asks from now on must not be given what began before this fact was true.
        printing.clear()
      }
      const addresses = new Set<string>()
      for (const key of keys) for (const address of showing.get(key) ?? []) addresses.add(address)
      for (const address of addresses) forget(kept.get(address) as KeptPage)
      return addresses.size
    },
    dropAll() {
      dropCount += 1
      if (underway) {
        drops.push({ at: dropCount, shown: 'all' })
        printing.clear()
      }
      kept.clear()
      showing.clear()
      counts.bytes = 0
      counts.pages = 0
    },
    stop() {
      refining.stopped = true
    },
  }
}
