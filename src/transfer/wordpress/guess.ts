import { open } from 'node:fs/promises'
import { gunzipSync, constants } from 'node:zlib'
import { textOfHead } from './xml-text.ts'

const headBytes = 64 * 1024

/** Whether a file looks like a WordPress export, from its first 64 KB. Throws when it cannot be read. */
export async function looksLikeWxr(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return isWxrHead(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** The same for bytes at hand: the first 64 KB of a file, plain or gzip. */
export function isWxrHead(head: Uint8Array): boolean {
  const text = textOfHead(unpacked(head))
  if (!/<(?:rss|channel)[\s>]/.test(text)) return false
  return /<wp:wxr_version>|xmlns:wp=["']https?:\/\/wordpress\.org\/export\/|<wp:post_type>/.test(
    text,
  )
}

function unpacked(head: Uint8Array): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * headBytes })
  } catch {
    return head
  }
}
