import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gunzipSync,
  gzip,
  gzipSync,
} from 'node:zlib'
import { brotliDecompressSync } from 'node:zlib'
import { securityHeaders } from '#platform/http/security.ts'
import { firstPaintHash } from '../look/first-paint.ts'
import type { RenderedPage } from '../press.ts'
import type { Encoding } from './encoding.ts'

/** A page in memory, with its bytes in the encodings that were asked for. */
export interface KeptPage {
  address: string
  status: number
  etag: string
  shows: string[]
  until: number | null
  asked: number
  compress: boolean
  bytes: number
  headers: string[]
  variants: Partial<Record<Encoding, Variant>>
}

interface Variant {
  body: Buffer
  headers: (string | number)[]
}

/** What a page costs beside its bodies: headers, keys, the entries of the maps. */
const overhead = 2048

/**
 * A browser asks again each time (and gets 304); a CDN may keep the page for a minute and, while it
 * fetches a new one, for another. The purge hook makes it sooner.
 */
const defaultCacheControl = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60'

const security = Object.entries(securityHeaders([firstPaintHash])).flat()

export function entryOf(address: string, rendered: RenderedPage): KeptPage {
  const identity = Buffer.from(rendered.body)
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  const keys = rendered.shows.join(' ')
  const page: KeptPage = {
    address,
    status: rendered.status ?? 200,
    // Weak: the encodings of one page share it, and a better compression changes no meaning.
    etag: `W/"${hash}"`,
    shows: rendered.shows,
    until: rendered.until?.getTime() ?? null,
    asked: 1,
    compress: rendered.compress ?? true,
    bytes: identity.length + overhead,
    headers: [
      ...['Content-Type', rendered.type],
      ...['Cache-Control', rendered.cacheControl ?? defaultCacheControl],
      ...['ETag', `W/"${hash}"`, 'Vary', 'Accept-Encoding'],
      ...['Surrogate-Key', keys, 'Cache-Tag', rendered.shows.join(',')],
      ...security,
    ],
    variants: {},
  }
  page.variants.identity = {
    body: identity,
    headers: headersFor(page, 'identity', identity.length),
  }
  return page
}

/** Writes the page. Returns by how many bytes it grew in memory to do so. */
export function send(sending: {
  page: KeptPage
  encoding: Encoding
  request: IncomingMessage
  response: ServerResponse
}): number {
  const { page, request, response } = sending
  const encoding = page.compress ? sending.encoding : 'identity'
  const before = page.variants[encoding]
  const variant = before ?? (page.variants[encoding] = quickly(page, encoding))
  const condition = request.headers['if-none-match']
  if (condition !== undefined && matches(condition, page.etag) && page.status === 200) {
    response.writeHead(304, page.headers)
    response.end()
  } else {
    response.writeHead(page.status, variant.headers as string[])
    if (request.method === 'HEAD') response.end()
    else response.end(variant.body)
  }
  return before ? 0 : variant.body.length
}

/** Compresses well what was compressed quickly. Returns the change of its size in memory. */
export async function refine(page: KeptPage): Promise<number> {
  const body = plainBody(page)
  const asked =
    page.variants.identity !== undefined &&
    page.variants.br === undefined &&
    page.variants.gzip === undefined
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
    promisify(gzip)(body, { level: 9 }),
  ])
  const before = sizeOf(page)
  page.variants.br = { body: br, headers: headersFor(page, 'br', br.length) }
  page.variants.gzip = { body: gz, headers: headersFor(page, 'gzip', gz.length) }
  // The plain bytes are the largest and the rarest asked: kept only where somebody does ask for them.
  if (!asked) delete page.variants.identity
  return sizeOf(page) - before
}

function quickly(page: KeptPage, encoding: Encoding): Variant {
  const plain = plainBody(page)
  const body =
    encoding === 'br'
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })
      : encoding === 'gzip'
        ? gzipSync(plain, { level: 1 })
        : plain
  return { body, headers: headersFor(page, encoding, body.length) }
}

function plainBody(page: KeptPage): Buffer {
  const { identity, gzip: zipped, br } = page.variants
  if (identity) return identity.body
  if (zipped) return gunzipSync(zipped.body)
  return brotliDecompressSync((br as Variant).body)
}

function headersFor(page: KeptPage, encoding: Encoding, length: number): (string | number)[] {
  const encoded = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  return [...page.headers, ...encoded, 'Content-Length', String(length)]
}

function sizeOf(page: KeptPage): number {
  let bytes = overhead
  for (const variant of Object.values(page.variants)) bytes += variant.body.length
  return bytes
}

function matches(condition: string, etag: string): boolean {
  return (
    condition === '*' ||
    condition.split(',').some((part) => part.trim().replace(/^(W\/)?/, 'W/') === etag)
  )
}
