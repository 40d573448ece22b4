import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeHTML } from 'entities'
import { receivePictures } from '#newsroom/receive.ts'
import { sanitiseBody } from '#newsroom/body.ts'
import { now } from '#platform/clock.ts'
import { runSql } from '#platform/database/database.ts'
import { type Fetcher, openFetcher } from './fetch/fetch.ts'
import type { Finishing } from './finish.ts'
import { SAVED_PICTURES } from './page/local-pictures.ts'
import { pageRoot, savedPictures } from './readers.ts'
import { countWaiting, doneWaiting, loadWishes, nextWaiting, type PictureWish } from './waiting.ts'

/** Articles looked at together, and pictures on their way at once. */
const ARTICLES = 40
const AT_ONCE = 8

/** A picture that is here: what an article's body and lead need of it. */
interface Here {
  ok: true
  mediaId: string
  width: number
  height: number
}

/** Takes the bytes of a picture in: decoded, measured, kept once however often it comes. */
export type TakePicture = (picture: {
  bytes: Uint8Array
  name: string
  sourceUrl: string
  alt: string
  caption: string
  credit: string
}) => Promise<Here | { ok: false; reason: string }>

type Brought = Here | { reason: string }

/**
 * Brings the pictures that articles show from elsewhere: from a copy of the uploads folder, or fetched
 * from their address. What cannot be had stays as it is, is named in the report, and is tried again by
 * the next run.
 */
export async function bringPictures(finishing: Finishing): Promise<void> {
  const { writer, options, reporter } = finishing
  const total = await writer.transaction((tx) => countWaiting(tx, 'pictures'))
  if (total === 0) return
  const fetcher =
    options.fetchMedia && !writer.dryRun
      ? (options.fetcher ?? openFetcher({ signal: options.signal }))
      : null
  const brought = new Map<string, Promise<Brought>>()
  let after: string | null = null
  let done = 0
  try {
    for (;;) {
      options.signal?.throwIfAborted()
      const from: string | null = after
      const wishes: PictureWish[] = await writer.transaction(async (tx) =>
        loadWishes(tx, await nextWaiting(tx, 'pictures', { after: from, limit: ARTICLES })),
      )
      if (wishes.length === 0) return
      const addresses = [...new Set(wishes.flatMap(addressesOf))]
      await inTurns(addresses, AT_ONCE, async (address) => {
        if (!brought.has(address)) brought.set(address, bring(address, { finishing, fetcher }))
        await brought.get(address)
      })
      for (const wish of wishes) await hang(wish, { finishing, brought })
      after = wishes.at(-1)?.id ?? null
      done += wishes.length
      options.onProgress?.({ phase: 'pictures', done, total, counts: reporter.counts })
    }
  } finally {
    if (fetcher !== null && options.fetcher === undefined) await fetcher.close()
  }
}

const PICTURE = /(<img\b[^>]*?\bsrc=")(https?:\/\/[^"]+)(")/g

function addressesOf({ body, lead }: PictureWish): string[] {
  const shown = [...body.matchAll(PICTURE)].map(([, , address]) => decodeHTML(address ?? ''))
  return lead === null ? shown : [lead.url, ...shown]
}

interface Bringing {
  finishing: Finishing
  fetcher: Fetcher | null
}

/** One picture: known from before, found in the folder, or fetched. */
async function bring(address: string, { finishing, fetcher }: Bringing): Promise<Brought> {
  const { writer, options, reporter } = finishing
  const known = await knownPicture(address, finishing)
  if (known !== null) return known
  const found =
    (await besidePage(address, finishing)) ?? (await fromFolder(address, options.mediaFolder))
  let bytes = found
  let reason =
    options.mediaFolder === undefined ? 'it was not fetched' : 'it is not in the uploads folder'
  if (bytes === null && writer.dryRun && options.fetchMedia) reason = 'it would be fetched'
  if (bytes === null && fetcher !== null && !address.startsWith(SAVED_PICTURES)) {
    const fetched = await fetchEither(fetcher, address)
    if (fetched.ok) bytes = fetched.bytes
    else reason = fetched.reason
  }
  if (bytes === null) return missing(address, { reason, finishing })
  if (writer.dryRun) {
    reporter.counts.pictures++
    return { reason: '' }
  }
  const taken = await finishing.takePicture({
    bytes,
    name: nameOf(address),
    sourceUrl: address,
    ...(await describedBy(address, finishing)),
  })
  if (!taken.ok) return missing(address, { reason: taken.reason, finishing })
  await remember(address, { mediaId: taken.mediaId, reason: '', finishing })
  reporter.counts.pictures++
  return taken
}

/** Bodies say https where their archive said http; hosts that only know the old way are asked that way. */
async function fetchEither(fetcher: Fetcher, address: string): ReturnType<Fetcher['fetch']> {
  const first = await fetcher.fetch(address)
  if (first.ok || !address.startsWith('https:') || /answers|larger|internet/.test(first.reason))
    return first
  const second = await fetcher.fetch(address.replace(/^https:/, 'http:'))
  return second.ok ? second : first
}

async function knownPicture(address: string, { writer }: Finishing): Promise<Here | null> {
  const rows = await writer.transaction((tx) =>
    runSql<{ id: string; width: number; height: number }>(
      tx,
      `select m.id, coalesce(m.width, 0) as width, coalesce(m.height, 0) as height
       from import_picture p join media m on m.id = p.media_id where p.url = $1`,
      [address],
    ),
  )
  const row = rows[0]
  return row === undefined
    ? null
    : { ok: true, mediaId: row.id, width: row.width, height: row.height }
}

/** What the archive says about a picture, whatever scheme or size its address has. */
async function describedBy(
  address: string,
  { writer }: Finishing,
): Promise<{ alt: string; caption: string; credit: string }> {
  const original = originalOf(address)
  const spellings = [address, original].flatMap((one) => [one, one.replace(/^https:/, 'http:')])
  const rows = await writer.transaction((tx) =>
    runSql<{ alt: string; caption: string; credit: string }>(
      tx,
      'select alt, caption, credit from import_media where url = any($1::text[]) limit 1',
      [spellings],
    ),
  )
  return rows[0] ?? { alt: '', caption: '', credit: '' }
}

/** The address of the picture itself, where this is one of the sizes that WordPress makes. */
function originalOf(address: string): string {
  return address.replace(/-\d{2,5}x\d{2,5}(?=\.\w+(?:$|[?#]))/, '')
}

async function missing(
  address: string,
  { reason, finishing }: { reason: string; finishing: Finishing },
): Promise<Brought> {
  await remember(address, { mediaId: null, reason, finishing })
  finishing.reporter.counts.picturesMissing++
  finishing.reporter.note({ outcome: 'left-out', what: `picture ${address}`, reason })
  return { reason }
}

async function remember(
  address: string,
  { mediaId, reason, finishing }: { mediaId: string | null; reason: string; finishing: Finishing },
): Promise<void> {
  await finishing.writer.transaction((tx) =>
    runSql(
      tx,
      `insert into import_picture (url, media_id, reason, tried_at) values ($1, $2, $3, $4)
       on conflict (url) do update set media_id = $2, reason = $3, tried_at = $4`,
      [address, mediaId, reason, now()],
    ),
  )
}

/** Finds a picture that was saved together with a page. */
async function besidePage(address: string, { archives }: Finishing): Promise<Uint8Array | null> {
  for (const archive of archives) {
    if (archive.kind !== 'page') continue
    const root = pageRoot(archive)
    const start = savedPictures(root)
    if (address.startsWith(start)) return readBelow(root, decoded(address.slice(start.length)))
  }
  return null
}

/** A file below a folder, and never one outside it. */
async function readBelow(folder: string, name: string): Promise<Uint8Array | null> {
  const file = path.resolve(folder, name)
  if (!file.startsWith(path.resolve(folder) + path.sep)) return null
  return readFile(file).catch(() => null)
}

/** Finds a picture in a copy of the uploads folder: by its path below uploads, then below the site; the original before a size. */
async function fromFolder(address: string, folder: string | undefined): Promise<Uint8Array | null> {
  if (folder === undefined || !URL.canParse(address)) return null
  const place = decoded(new URL(address).pathname)
  const below = /\/(?:uploads|files)\/(.+)$/.exec(place)?.[1]
  for (const name of [below, place.replace(/^\/+/, '')]) {
    if (name === undefined) continue
    for (const one of new Set([originalOf(name), name])) {
      const bytes = await readBelow(folder, one)
      if (bytes !== null) return bytes
    }
  }
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function nameOf(address: string): string {
  return decoded(new URL(address).pathname.split('/').at(-1) ?? '') || 'picture'
}

/** Puts what came into its article; the article waits on while anything is missing. */
async function hang(
  wish: PictureWish,
  { finishing, brought }: { finishing: Finishing; brought: Map<string, Promise<Brought>> },
): Promise<void> {
  const { writer, reporter } = finishing
  let waits = false
  const here = async (address: string): Promise<Here | null> => {
    const picture = await brought.get(address)
    if (picture !== undefined && 'ok' in picture) return picture
    waits = true
    return null
  }
  const sources = new Map<string, Here>()
  for (const address of addressesOf({ ...wish, lead: null })) {
    const picture = await here(address)
    if (picture !== null) sources.set(address, picture)
  }
  const lead = wish.lead === null ? null : await here(wish.lead.url)
  if (wish.leadUnknown)
    reporter.note({
      outcome: 'left-out',
      what: `“${wish.headline}”`,
      reason: 'its lead picture: the archive does not say where it is',
      key: wish.key,
    })
  if (writer.dryRun) return
  const body = sources.size === 0 ? wish.body : sanitiseBody(withOwnPictures(wish.body, sources))
  await writer.transaction(async (tx) => {
    if (sources.size > 0 || lead !== null) {
      const hung =
        lead === null || wish.lead === null ? null : { ...wish.lead, mediaId: lead.mediaId }
      const isOurs = await receivePictures(tx, { id: wish.id, body, lead: hung })
      if (!isOurs)
        reporter.note({
          outcome: 'left-out',
          what: `pictures of “${wish.headline}”`,
          reason: 'the newsroom has changed the article since',
          key: wish.key,
        })
    }
    if (!waits) await doneWaiting(tx, 'pictures', [wish.id])
  })
}

function withOwnPictures(body: string, sources: Map<string, Here>): string {
  return body.replace(/<img\b[^>]*>/g, (tag) => {
    const address = /\bsrc="([^"]*)"/.exec(tag)?.[1]
    const picture = address === undefined ? undefined : sources.get(decodeHTML(address))
    if (picture === undefined) return tag
    const alt = /\balt="[^"]*"/.exec(tag)?.[0] ?? 'alt=""'
    const { mediaId, width, height } = picture
    return `<img src="/media/${mediaId}/${stepFor(width)}.webp" ${alt} width="${width}" height="${height}">`
  })
}

/** The width that stands in the body; pages offer the others beside it. */
function stepFor(width: number): number {
  return [640, 480].find((step) => step <= width) ?? 320
}

async function inTurns<T>(
  items: T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length) await work(items[next++] as T)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
