import { readWxrRecords, readWxrText, type WxrRecord } from './wxr-records.ts'
import { pieceDecoder } from './xml-text.ts'

const longestItem = 64 * 1024 * 1024
const itemEnd = '</item>'
const dates = ['wp:post_date', 'wp:post_date_gmt', 'pubDate']
const wanted = new Set(['attachment', 'wp_block', 'guest-author'])

/**
 * The records a survey needs, found by searching the bytes: the channels, the items other items refer
 * to, and of all others only the dates. Ten times faster than parsing, and as good for this: a body
 * that quotes an export can at worst offer an attachment that nobody asks for.
 */
export async function* surveyRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WxrRecord> {
  const source = bytes[Symbol.asyncIterator]()
  const first = await source.next()
  const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value)
  const decode = pieceDecoder(head)
  if (!decode) {
    yield* readWxrRecords(after(head, source), { light: true })
    return
  }
  let held: Buffer = Buffer.alloc(0)
  let searched = 0
  for await (const piece of after(head, source)) {
    held = held.length > 0 ? Buffer.concat([held, piece]) : Buffer.from(piece)
    let from = 0
    for (;;) {
      const end = held.indexOf(itemEnd, Math.max(from, searched))
      if (end === -1) break
      yield* recordsOf(held.subarray(from, end + itemEnd.length), decode)
      from = end + itemEnd.length
    }
    held = held.subarray(from)
    if (held.length > longestItem) held = Buffer.alloc(0)
    searched = Math.max(0, held.length - itemEnd.length)
  }
  yield* recordsOf(held, decode)
}

function recordsOf(segment: Buffer, decode: (bytes: Buffer) => string): WxrRecord[] {
  const type = textAt(segment, segment.lastIndexOf('<wp:post_type>'))
  const opens = channelIn(segment)
  if (opens !== -1 || wanted.has(type)) {
    const start = opens === -1 ? Math.max(0, segment.lastIndexOf('<item')) : opens
    const records = readWxrText(decode(segment.subarray(start)))
    return records.filter(({ kind }) => kind === 'channel' || kind === 'item')
  }
  const fields = new Map([['wp:post_type', type]])
  for (const name of dates) fields.set(name, textAt(segment, segment.lastIndexOf(`<${name}>`)))
  return [{ kind: 'item', line: 0, fields, categories: [], meta: [], comments: 0 }]
}

/** Where a channel begins; only before the first item, as a body may speak of channels too. */
function channelIn(segment: Buffer): number {
  const opens = segment.indexOf('<channel')
  const item = segment.indexOf('<item')
  return item === -1 || opens < item ? opens : -1
}

/** The short text of the element that opens there. */
function textAt(segment: Buffer, at: number): string {
  if (at === -1) return ''
  const text = segment.toString('latin1', at, at + 120)
  return /^<[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]*)/.exec(text)?.[1]?.trim() ?? ''
}

async function* after(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
