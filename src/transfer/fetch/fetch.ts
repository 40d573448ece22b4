import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { Agent, request } from 'undici'
import { isPublicAddress } from './address.ts'

export type Fetched = { ok: true; bytes: Uint8Array; url: string } | { ok: false; reason: string }

export interface Fetcher {
  /** Fetches one address. Never throws for what the other side does: it says why not. */
  fetch(url: string): Promise<Fetched>
  close(): Promise<void>
}

export interface FetcherOptions {
  /** Which addresses may be connected to. Only tests give another answer than the open internet. */
  mayReach?: (address: string) => boolean
  /** Ports that may be connected to: 80 and 443 unless configured. */
  ports?: number[]
  /** Names to addresses; the system's resolver unless a test brings its own. */
  resolve?: (name: string) => Promise<LookupAddress[]>
  /** The largest file taken, in bytes. */
  sizeLimit?: number
  /** The longest a whole fetch may take, in milliseconds. */
  timeLimit?: number
  connectLimit?: number
  signal?: AbortSignal
}

const HOPS = 5
/** When so many hosts were tried and none answered, there is no internet here: stop waiting for it. */
const HOSTS_UNTIL_OFFLINE = 6
const FAILURES_UNTIL_DEAD = 2

class Refused extends Error {}

/**
 * A fetcher for addresses that an archive names, which nobody has vouched for: it resolves names
 * itself and connects only to the address it has checked, follows redirects one checked hop at a
 * time, sends no cookies or credentials, and remembers hosts that do not answer.
 */
export function openFetcher(options: FetcherOptions = {}): Fetcher {
  const mayReach = options.mayReach ?? isPublicAddress
  const ports = options.ports ?? [80, 443]
  const sizeLimit = options.sizeLimit ?? 60_000_000
  const connectLimit = options.connectLimit ?? 5_000
  const hosts = rememberHosts()
  const agent = new Agent({
    connections: 4,
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    maxResponseSize: sizeLimit,
    connect: {
      timeout: connectLimit,
      lookup: checkedLookup(options.resolve ?? resolveAll, mayReach),
    },
  })

  async function hop(url: URL, signal: AbortSignal): Promise<URL | Uint8Array> {
    requireReachable(url, { mayReach, ports })
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': 'DearReader import',
        accept: 'image/*,*/*;q=0.5',
        'accept-encoding': 'identity',
      },
    })
    const { statusCode: status, headers, body } = answer
    if (status >= 300 && status < 400 && typeof headers.location === 'string') {
      await body.dump({ limit: 65_536 })
      if (!URL.canParse(headers.location, url.href)) throw new Refused('it redirects to no address')
      return new URL(headers.location, url)
    }
    if (status !== 200) {
      await body.dump({ limit: 65_536 })
      throw new Refused(`the server answers ${status}`)
    }
    if (Number(headers['content-length'] ?? 0) > sizeLimit) {
      body.destroy()
      throw new Refused(tooLarge(sizeLimit))
    }
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of body) {
      length += (part as Uint8Array).length
      if (length > sizeLimit) throw new Refused(tooLarge(sizeLimit))
      parts.push(part as Uint8Array)
    }
    return Buffer.concat(parts)
  }

  return {
    async fetch(address) {
      if (!URL.canParse(address)) return { ok: false, reason: 'it is no web address' }
      let url = new URL(address)
      const limits = [AbortSignal.timeout(options.timeLimit ?? 60_000)]
      if (options.signal) limits.push(options.signal)
      for (let count = 0; count <= HOPS; count++) {
        const known = hosts.whyNot(url.host)
        if (known !== null) return { ok: false, reason: known }
        try {
          const result = await hop(url, AbortSignal.any(limits))
          hosts.answered(url.host)
          if (!(result instanceof URL)) return { ok: true, bytes: result, url: url.href }
          url = result
        } catch (error) {
          options.signal?.throwIfAborted()
          const reason = explain(error, url)
          if (!(error instanceof Refused)) hosts.failed(url.host, reason)
          return { ok: false, reason }
        }
      }
      return { ok: false, reason: `it redirects more than ${HOPS} times` }
    },
    close: () => agent.close(),
  }
}

function tooLarge(limit: number): string {
  return `it is larger than ${Math.round(limit / 1e6)} MB`
}

const NOT_PUBLIC = 'it does not stand on the open internet'

/** What can be said before a name is looked up: scheme, credentials, port, literal address. */
function requireReachable(
  url: URL,
  { mayReach, ports }: { mayReach: (address: string) => boolean; ports: number[] },
): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refused('only http and https are fetched')
  if (url.username !== '' || url.password !== '')
    throw new Refused('an address with a password is not fetched')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!ports.includes(port)) throw new Refused(`port ${port} is not fetched from`)
  // A literal address is connected to without a look-up, so it is checked here. URL has already made
  // decimal, octal and hexadecimal spellings into dotted ones.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !mayReach(literal)) throw new Refused(NOT_PUBLIC)
}

async function resolveAll(name: string): Promise<LookupAddress[]> {
  return systemLookup(name, { all: true, verbatim: true })
}

/** Hands the socket only addresses that may be reached: what was checked is what is connected to. */
function checkedLookup(
  resolve: (name: string) => Promise<LookupAddress[]>,
  mayReach: (address: string) => boolean,
): LookupFunction {
  const open = async (name: string) => {
    const found = await resolve(name)
    const allowed = found.filter(({ address }) => mayReach(address))
    if (allowed.length === 0) throw new Refused(NOT_PUBLIC)
    return allowed
  }
  return (name, { all }, done) => {
    const answer = callbackify(open)
    answer(name, (error, found) => {
      const first = found?.[0]
      if (error || first === undefined) done(error, '', 4)
      else if (all) done(null, found)
      else done(null, first.address, first.family)
    })
  }
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'names cannot be looked up here: no internet?',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the host broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no way to the network',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'the host does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the host stopped in the middle',
  UND_ERR_SOCKET: 'the host broke off',
}

function explain(error: unknown, url: URL): string {
  if (error instanceof Refused) return error.message
  const { code, name, message, cause } = error as NodeJS.ErrnoException & { cause?: Error }
  if (cause instanceof Refused) return cause.message
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'it is too large'
  if (name === 'TimeoutError') return 'it takes too long'
  return REASONS[code ?? ''] ?? `${url.host}: ${message}`
}

/** Hosts that failed are not asked again in this run, and without any answer nobody is. */
function rememberHosts() {
  const failures = new Map<string, { count: number; reason: string }>()
  let anybody = false
  return {
    whyNot(host: string): string | null {
      const known = failures.get(host)
      if (known !== undefined && known.count >= FAILURES_UNTIL_DEAD) return known.reason
      if (!anybody && failures.size >= HOSTS_UNTIL_OFFLINE)
        return 'no host answers: there seems to be no internet'
      return null
    },
    answered(host: string): void {
      anybody = true
      failures.delete(host)
    },
    failed(host: string, reason: string): void {
      failures.set(host, { count: (failures.get(host)?.count ?? 0) + 1, reason })
    },
  }
}
