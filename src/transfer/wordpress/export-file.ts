import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip } from 'node:zlib'

/** An export that can be read from its beginning more than once. */
export interface ExportFile {
  bytes(onBytes?: (sum: number) => void): AsyncIterable<Uint8Array>
  /** The same in larger pieces, to be searched rather than parsed. */
  large(onBytes?: (sum: number) => void): AsyncIterable<Uint8Array>
  size: number
  /** Takes away what was put aside to read it. */
  done(): Promise<void>
}

/** Small enough for its text to be a young object: larger ones stay in memory long after their use. */
const pieceSize = 48 * 1024
const searchedSize = 1024 * 1024

/** Takes a path, or a stream (which is put aside in a file first, as it is read twice). */
export async function openExport(source: string | Readable): Promise<ExportFile> {
  if (typeof source !== 'string') return putAside(source)
  if (await isGzip(source)) return putAside(createReadStream(source), unpacker())
  const { size } = await stat(source)
  return { size, ...pieces(source), done: async () => {} }
}

/** A packed file that breaks off gives what came before the break. */
function unpacker() {
  return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
}

async function putAside(stream: Readable, unpack?: Transform): Promise<ExportFile> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-reader-import-'))
  const path = join(folder, 'export.xml')
  try {
    await pipeline(
      unpack ? [stream, unpack, createWriteStream(path)] : [stream, createWriteStream(path)],
    )
  } catch (error) {
    if (unpack && isPackingError(error)) return kept(folder, path)
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return kept(folder, path)
}

async function kept(folder: string, path: string): Promise<ExportFile> {
  const { size } = await stat(path)
  const done = () => rm(folder, { recursive: true, force: true })
  return { size, ...pieces(path), done }
}

function isPackingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function pieces(path: string): Pick<ExportFile, 'bytes' | 'large'> {
  return {
    bytes: (onBytes) => counted(path, { size: pieceSize, onBytes }),
    large: (onBytes) => counted(path, { size: searchedSize, onBytes }),
  }
}

async function* counted(
  path: string,
  { size, onBytes }: { size: number; onBytes?: (sum: number) => void },
): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const piece of createReadStream(path, { highWaterMark: size })) {
    sum += (piece as Uint8Array).length
    onBytes?.(sum)
    yield piece as Uint8Array
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}
