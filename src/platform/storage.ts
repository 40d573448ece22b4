import { createReadStream, type ReadStream } from 'node:fs'
import { glob, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { newId } from './ids.ts'

/** Where files are kept: pictures, print pages, reports. Keys are paths such as `media/ab/cd.jpg`. */
export interface Storage {
  /** Keeps a file; it appears whole or not at all. */
  put(key: string, content: Uint8Array | Readable): Promise<void>
  /** A stream of the file from byte `start` to `end` (both included), or null when there is none. */
  get(key: string, range?: { start: number; end?: number }): Promise<ReadStream | null>
  /** Its size in bytes, or null when there is none. */
  size(key: string): Promise<number | null>
  remove(key: string): Promise<void>
  /** Every key there is. */
  keys(): AsyncIterable<string>
}

/** Storage in a folder of this machine. */
export function folderStorage(folder: string): Storage {
  const place = (key: string): string => {
    const full = path.resolve(folder, key)
    if (!full.startsWith(path.resolve(folder) + path.sep))
      throw new Error(`Bad storage key: ${key}`)
    return full
  }
  return {
    async put(key, content) {
      const target = place(key)
      await mkdir(path.dirname(target), { recursive: true })
      const partial = `${target}.${newId()}.part`
      const file = await open(partial, 'wx', 0o644)
      try {
        await file.writeFile(content)
        await file.sync()
        await file.close()
        await rename(partial, target)
      } catch (error) {
        await file.close().catch(() => {})
        await rm(partial, { force: true })
        throw error
      }
    },
    async get(key, range) {
      return (await fileSize(place(key))) === null ? null : createReadStream(place(key), range)
    },
    size: (key) => fileSize(place(key)),
    remove: (key) => rm(place(key), { force: true }),
    async *keys() {
      for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true }))
        if (entry.isFile() && !entry.name.endsWith('.part'))
          yield path
            .relative(folder, path.join(entry.parentPath, entry.name))
            .split(path.sep)
            .join('/')
    },
  }
}

async function fileSize(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found.size : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
