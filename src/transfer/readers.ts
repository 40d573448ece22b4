import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Arrival } from './arrival.ts'
import { readFeed } from './feed/read.ts'
import type { Archive } from './kind.ts'
import { SAVED_PICTURES } from './page/local-pictures.ts'
import { readPages } from './page/page-reader.ts'
import { readWordpress } from './wordpress/read-wordpress.ts'

export interface ReadingOptions {
  /** IANA zone of the paper, for times that name none. */
  zone: string
  /** Hears how much of the archive has been read. */
  onProgress(done: number, all: number): void
}

/** Reads an archive of any kind. */
export async function* readArchive(
  archive: Archive,
  options: ReadingOptions,
): AsyncIterable<Arrival> {
  if (archive.kind === 'wordpress') yield* readWordpress(archive.path, options)
  else if (archive.kind === 'feed') yield* readFeed(archive.path)
  else {
    for await (const arrival of readPages(archive.path, options)) yield fromFolder(arrival, archive)
  }
}

/** The folder that saved pages and their pictures are named below. */
export function pageRoot(archive: Archive): string {
  const at = path.resolve(archive.path)
  return statSync(at).isDirectory() ? at : path.dirname(at)
}

/** Where pictures of a folder's pages seem to stand: folders are told apart, none can be fetched. */
export function savedPictures(root: string): string {
  return `${SAVED_PICTURES}${createHash('sha256').update(root).digest('hex').slice(0, 16)}/`
}

/** Pages that are known by their file only are known by their folder's name too: every site has an index.html. */
function fromFolder(arrival: Arrival, archive: Archive): Arrival {
  if (arrival.kind !== 'article' && arrival.kind !== 'note') return arrival
  const root = pageRoot(archive)
  const isAddress = arrival.key === undefined || /^https?:/i.test(arrival.key)
  const key = isAddress ? arrival.key : `${path.basename(root)}/${arrival.key}`
  if (arrival.kind === 'note') return { ...arrival, ...(key && { key }) }
  const here = (text: string) => text.replaceAll(SAVED_PICTURES, savedPictures(root))
  const { lead } = arrival
  return {
    ...arrival,
    key: key ?? arrival.key,
    body: here(arrival.body),
    ...(lead && { lead: { ...lead, ...(lead.url && { url: here(lead.url) }) } }),
  }
}
