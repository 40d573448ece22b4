import { isUtf8 } from 'node:buffer'

const headBytes = 64 * 1024

/**
 * The text of an XML file from its bytes, in pieces. Believes a byte order mark first, then the bytes
 * themselves, then the declaration; a stray byte of an older encoding inside UTF-8 is read as
 * windows-1252, as browsers do. Line ends become \n and characters XML forbids are dropped.
 */
export async function* readXmlText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: ((bytes: Buffer, last: boolean) => string) | null = null
  let held = Buffer.alloc(0)
  const tidy = tidier()
  for await (const chunk of bytes) {
    if (decode) {
      yield tidy(decode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), false), false)
      continue
    }
    held = Buffer.concat([held, chunk])
    if (held.length < headBytes) continue
    decode = decoderFor(held)
    yield tidy(decode(held, false), false)
  }
  if (!decode) {
    decode = decoderFor(held)
    yield tidy(decode(held, false), false)
  }
  yield tidy(decode(Buffer.alloc(0), true), true)
}

/** Reads the beginning of a file (64 KB are enough) as text, in the encoding it would be read in. */
export function textOfHead(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  return tidier()(decoderFor(bytes)(bytes, false), false)
}

/**
 * Decodes single pieces of a file that begins so; null where its characters are wider than bytes, so
 * that it cannot be searched as bytes.
 */
export function pieceDecoder(head: Buffer): ((bytes: Buffer) => string) | null {
  if (head.includes(0)) return null
  const decode = decoderFor(head.subarray(0, headBytes))
  return (bytes) => tidier()(decode(bytes, true), true)
}

/** Encodings that a WordPress export claims while holding UTF-8, or UTF-8 with bytes of these in it. */
const usual = /^(?:utf-?8|us-ascii|ascii|iso-?8859-?1|latin-?1|windows-?1252|cp-?1252)$/i

function decoderFor(head: Buffer): (bytes: Buffer, last: boolean) => string {
  if (head[0] === 0xff && head[1] === 0xfe) return standard('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return standard('utf-16be')
  if (head[0] === 0x3c && head[1] === 0) return standard('utf-16le')
  if (head[0] === 0 && head[1] === 0x3c) return standard('utf-16be')
  const declared = /^[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]+)/.exec(
    head.toString('latin1', 0, 1024).replace(/^\xef\xbb\xbf/, ''),
  )?.[1]
  if (!declared || usual.test(declared)) return mostlyUtf8()
  const beyondAscii = head.some((byte) => byte > 0x7f)
  if (beyondAscii && isUtf8(head.subarray(0, wholeCharacters(head)))) return mostlyUtf8()
  try {
    return standard(declared)
  } catch {
    return mostlyUtf8()
  }
}

function standard(label: string): (bytes: Buffer, last: boolean) => string {
  const decoder = new TextDecoder(label)
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}

function mostlyUtf8(): (bytes: Buffer, last: boolean) => string {
  let rest = Buffer.alloc(0)
  return (bytes, last) => {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
    const end = last ? all.length : wholeCharacters(all)
    rest = Buffer.from(all.subarray(end))
    const whole = all.subarray(0, end)
    return isUtf8(whole) ? whole.toString('utf8') : mendUtf8(whole)
  }
}

/** How many bytes at the front end on a character: what is cut off belongs to the next piece. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) break
  }
  return bytes.length
}

const sequenceLength = (lead: number) =>
  lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0

const western = new TextDecoder('windows-1252')

function mendUtf8(bytes: Buffer): string {
  const parts: string[] = []
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] as number
    if (lead < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(lead)
    if (length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
      at += length
      continue
    }
    parts.push(bytes.toString('utf8', from, at), western.decode(bytes.subarray(at, at + 1)))
    at++
    from = at
  }
  parts.push(bytes.toString('utf8', from))
  return parts.join('')
}

// oxlint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/
const allForbidden = new RegExp(forbidden, 'g')

function tidier(): (text: string, last: boolean) => string {
  let first = true
  let heldReturn = false
  return (piece, last) => {
    let text = heldReturn ? `\r${piece}` : piece
    if (first && text.length > 0) {
      first = false
      if (text.startsWith('\ufeff')) text = text.slice(1)
    }
    heldReturn = !last && text.endsWith('\r')
    if (heldReturn) text = text.slice(0, -1)
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
    return withoutForbidden(text)
  }
}

/** Text without the control characters that neither XML nor HTML allows. */
export function withoutForbidden(text: string): string {
  return forbidden.test(text) ? text.replace(allForbidden, '') : text
}

/**
 * A copy that stands alone. A slice of a large string keeps the whole string in memory, so whatever
 * outlives its item is copied first.
 */
export function standalone(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString()
}
