import { createReadStream } from 'node:fs'

/** Where the bytes come from: a file, or bytes already here. */
export type Source = string | Uint8Array

/**
 * The text of an XML or JSON document, in pieces, whatever its bytes are written in: byte order
 * mark first, then the shape of the first characters (UTF-16 and UTF-32 without a mark), then the
 * declared encoding, then UTF-8, or windows-1252 when the bytes are not UTF-8.
 */
export async function* decode(source: Source): AsyncIterable<string> {
  const encoding = await chooseEncoding(source)
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    yield* decodeUtf32(source, encoding === 'utf-32le')
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const bytes of pieces(source)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

async function* pieces(source: Source): AsyncIterable<Uint8Array> {
  if (typeof source === 'string') yield* createReadStream(source, { highWaterMark: 256 * 1024 })
  else yield source
}

async function chooseEncoding(source: Source): Promise<string> {
  const head = await firstBytes(source, 1024)
  const shape = SHAPES.find(([bytes]) =>
    bytes.every((byte, at) => byte === null || head[at] === byte),
  )
  if (shape !== undefined) return shape[1]
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(
    Buffer.from(head).toString('latin1'),
  )?.[1]
  const known = declared === undefined ? null : knownEncoding(declared)
  if (known !== null && known !== 'utf-8') return known
  return (await isUtf8(source)) ? 'utf-8' : 'windows-1252'
}

/** Byte order marks, then `<?` and `<r` as two and four bytes; null stands for any byte. */
const SHAPES: [(number | null)[], string][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0, null, 0], 'utf-16le'],
  [[0, 0x3c, 0, null], 'utf-16be'],
]

function knownEncoding(label: string): string | null {
  try {
    const name = new TextDecoder(ALIASES[label.toLowerCase()] ?? label).encoding
    // A document whose declaration we could read as bytes is not written in two-byte units.
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    return null
  }
}

/** Names found in feeds that the encoding standard does not list. */
const ALIASES: Record<string, string> = {
  'cp-1252': 'windows-1252',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  u8: 'utf-8',
  utf_8: 'utf-8',
  'x-utf-8': 'utf-8',
  cp936: 'gbk',
  cp949: 'euc-kr',
  big5hkscs: 'big5',
}

async function isUtf8(source: Source): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of pieces(source)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function firstBytes(source: Source, length: number): Promise<Uint8Array> {
  if (typeof source !== 'string') return source.subarray(0, length)
  for await (const bytes of createReadStream(source, { end: length - 1 })) return bytes
  return new Uint8Array()
}

async function* decodeUtf32(source: Source, little: boolean): AsyncIterable<string> {
  let rest = new Uint8Array()
  for await (const piece of pieces(source)) {
    const bytes = new Uint8Array(rest.length + piece.length)
    bytes.set(rest)
    bytes.set(piece, rest.length)
    const view = new DataView(bytes.buffer)
    const end = bytes.length - (bytes.length % 4)
    let text = ''
    for (let at = 0; at < end; at += 4) {
      const code = view.getUint32(at, little)
      if (code === 0xfeff && text === '') continue
      text += code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
    }
    rest = bytes.slice(end)
    yield text
  }
}
