import { open } from 'node:fs/promises'
import type { Arrival } from '../arrival.ts'
import { looksLikeWpApi, readWpApi } from './read-wp-api.ts'
import { readWxr, type ReadWxrOptions } from './read-wxr.ts'

/** Reads what comes out of WordPress: an export (WXR) or a JSON file of its REST API. */
export async function* readWordpress(
  path: string,
  options: ReadWxrOptions = {},
): AsyncGenerator<Arrival> {
  yield* looksLikeWpApi(await headOf(path)) ? readWpApi(path) : readWxr(path, options)
}

async function headOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '')
  } finally {
    await file.close()
  }
}
