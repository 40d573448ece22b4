import { createHash } from 'node:crypto'
import { cleanText } from '#newsroom/text.ts'
import type { Arrival } from './arrival.ts'

/** Longer names of things are known by their hash: an index holds no more than some 2,700 bytes. */
const LONGEST_KEY = 300

/**
 * The same arrival without what no database stores (NUL, half characters), its keys of a length that
 * can be looked up. The body is left to the sanitiser.
 */
export function soundArrival<Kind extends Arrival>(arrival: Kind): Kind {
  const sound: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(arrival)) {
    if (name === 'body') sound[name] = value
    else if (name === 'key' || name === 'parentKey') sound[name] = soundKey(value)
    else if (name.endsWith('Keys')) sound[name] = (value as string[]).map(soundKey)
    else sound[name] = clean(value)
  }
  return sound as Kind
}

function soundKey(key: unknown): unknown {
  if (typeof key !== 'string') return key
  const plain = cleanText(key)
  return plain.length <= LONGEST_KEY
    ? plain
    : `${plain.slice(0, 100)}#${createHash('sha256').update(plain).digest('hex')}`
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'mediaKey' ? soundKey(inner) : clean(inner),
    ]),
  )
}
