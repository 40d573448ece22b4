import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { Problem } from '#platform/problem.ts'
import { looksLikeWpApi } from './wordpress/read-wp-api.ts'

export type ArchiveKind = 'wordpress' | 'page' | 'feed'

/** One thing to read: a file, or a folder of saved pages. */
export interface Archive {
  kind: ArchiveKind
  path: string
  bytes: number
}

const KNOWN = /\.(?:xml|wxr|rss|atom|rdf|json|html?|xhtml|mht|mhtml|txt)(?:\.gz)?$/i

/**
 * What there is to read at a path. A folder is searched through; its saved pages are read together.
 * @param from what the caller says it is; otherwise each file is looked into
 * @returns at least one archive; throws a Problem when there is nothing to read
 */
export async function findArchives(from: ArchiveKind | undefined, at: string): Promise<Archive[]> {
  const found = await stat(at).catch(() => null)
  if (found === null) throw new Problem(`There is no file or folder ${at}: check the path.`)
  if (found.isFile()) {
    const kind = from ?? (await guessKind(at))
    if (kind === null)
      throw new Problem(
        `${at} is neither a WordPress export, a feed nor a saved page: say which with --from.`,
      )
    return [{ kind, path: at, bytes: found.size }]
  }
  const archives: Archive[] = []
  let pages = 0
  for (const file of await listFiles(at)) {
    const kind = from ?? (await guessKind(file))
    if (kind === 'page') pages += (await stat(file)).size
    else if (kind !== null) archives.push({ kind, path: file, bytes: (await stat(file)).size })
  }
  if (pages > 0) archives.push({ kind: 'page', path: at, bytes: pages })
  if (archives.length === 0)
    throw new Problem(
      `${at} holds no WordPress export, no feed and no saved page: nothing to import.`,
    )
  return archives
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && KNOWN.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/_files[/\\]/.test(file.slice(folder.length)))
    .toSorted()
}

/** What a file is, from its first characters; null when they say nothing. */
export async function guessKind(file: string): Promise<ArchiveKind | null> {
  const head = await readHead(file)
  if (/wordpress\.org\/export\/|<wp:wxr_version|xmlns:wp=/.test(head)) return 'wordpress'
  if (looksLikeWpApi(head)) return 'wordpress'
  // A feed's root, not a page that speaks about one: nothing but declarations and comments before it.
  const start = head
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!doctype[^>]*(?:\[[\s\S]*?\])?\s*>/gi, '')
    .trimStart()
  if (/^<(?:rss|(?:\w+:)?rdf|(?:\w+:)?feed|channel)[\s>]/i.test(start)) return 'feed'
  if (start.startsWith('{')) return /"items"\s*:|jsonfeed\.org/.test(head) ? 'feed' : null
  if (/<(?:!doctype html|html|head|body|article|p|div)[\s>]/i.test(head)) return 'page'
  if (/\.(?:html?|xhtml|mht|mhtml|txt)$/i.test(file) && head.trim() !== '') return 'page'
  return null
}

/** The beginning of a packed file, unpacked. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const buffer = Buffer.alloc(65_536)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    const bytes = unpacked(buffer.subarray(0, bytesRead))
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8'
    return bytes
      .toString(wide)
      .replace(/^\ufeff/, '')
      .replaceAll('\0', '')
  } finally {
    await handle.close()
  }
}
