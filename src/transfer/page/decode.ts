/** The text of a saved page and the encoding it was read in. */
export interface DecodedPage {
  text: string
  encoding: string
}

/**
 * Turns a saved page's bytes into text as a browser would: byte order mark, then what the page or
 * the transport declares, then valid UTF-8, then the legacy encoding whose letters make sense.
 * `declared` is a `Content-Type` or bare encoding name learned elsewhere (a MIME part's header).
 */
export const decodePage = (bytes: Uint8Array, declared?: string): DecodedPage => {
  const marked = byMark(bytes)
  if (marked) return read(bytes, marked)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString(
    'latin1',
  )
  const named = known(charsetOf(declared ?? '') ?? declared) ?? known(declaredIn(head))
  const isUtf8 = validUtf8(bytes)
  // Pages re-saved by an editor keep their old declaration: valid UTF-8 with real multi-byte
  // letters is never an accident, so the bytes outrank the label.
  if (isUtf8 && (!named || hasHighBytes(bytes))) return read(bytes, 'utf-8')
  if (named && !(named === 'utf-8' && !isUtf8 && looksLegacy(bytes))) return read(bytes, named)
  if (looksUtf16(bytes)) return read(bytes, looksUtf16(bytes) ?? 'utf-16le')
  return read(bytes, guessLegacy(bytes))
}

const byMark = (b: Uint8Array): string | null => {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return null
}

const charsetOf = (text: string): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(text)?.[1] ?? null

const declaredIn = (head: string): string | undefined => {
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1]
  const http = /^content-type:[^\r\n]{0,200}/im.exec(head.slice(0, 1024))?.[0]
  const metas = head.match(/<meta\s[^>]{0,500}>/gi) ?? []
  const meta = metas.map(charsetOf).find((name) => name !== null)
  return meta ?? xml ?? (http ? (charsetOf(http) ?? undefined) : undefined)
}

/** Names that pages use but the platform's table of labels lacks. */
const aliases: Record<string, string> = {
  'utf-16': 'utf-8', // a meta tag that could be read as ASCII cannot be telling the truth
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-8': 'windows-1255',
  visual: 'windows-1255',
  utf8mb4: 'utf-8',
  'x-user-defined': 'windows-1252',
}

const known = (name: string | undefined | null): string | null => {
  if (!name) return null
  const label = name.trim().toLowerCase()
  const chosen = aliases[label] ?? label
  try {
    return new TextDecoder(chosen).encoding
  } catch {
    return null
  }
}

const read = (bytes: Uint8Array, encoding: string): DecodedPage => ({
  text: new TextDecoder(encoding).decode(bytes).replaceAll('\0', ''),
  encoding,
})

const validUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f)

/** A page that says UTF-8 but holds mostly broken sequences; one cut in the middle has only a few. */
const looksLegacy = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 200_000))
  let broken = 0
  let letters = 0
  for (const char of text) {
    if (char === '�') broken++
    else if (char > '\u007f') letters++
  }
  return broken > 4 && broken > letters
}

const looksUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, 2000)
  for (let i = 0; i < length; i++) {
    if (bytes[i] === 0 && i % 2 === 1) odd++
    else if (bytes[i] === 0) even++
  }
  if (odd > length / 5 && even < odd / 10) return 'utf-16le'
  if (even > length / 5 && odd < even / 10) return 'utf-16be'
  return null
}

const legacy: { encoding: string; letters: RegExp; multibyte: boolean }[] = [
  { encoding: 'euc-jp', letters: /[\u3040-\u30ff]/g, multibyte: true },
  { encoding: 'shift_jis', letters: /[\u3040-\u30ff]/g, multibyte: true },
  { encoding: 'euc-kr', letters: /[\uac00-\ud7a3]/g, multibyte: true },
  {
    encoding: 'gbk',
    letters: /[的一是在不了有和人这中大为上个国我以要他时来用们]/g,
    multibyte: true,
  },
  {
    encoding: 'big5',
    letters: /[的一是在不了有和人這中大為上個國我以要他時來用們]/g,
    multibyte: true,
  },
  { encoding: 'windows-1255', letters: /[א-ת]/g, multibyte: false },
  { encoding: 'windows-1256', letters: /[ء-ي]/g, multibyte: false },
  { encoding: 'windows-1251', letters: /[а-яё]/g, multibyte: false },
  { encoding: 'windows-874', letters: /[ก-๛]/g, multibyte: false },
]

/**
 * Each legacy encoding is tried on the bytes above ASCII: the one in which nearly all of them become
 * the letters of its language wins; Western European text, where they are rare, is the fallback.
 */
const guessLegacy = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(0, 200_000)
  const high = sample.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0)
  let best = { encoding: 'windows-1252', score: 0.4 }
  for (const { encoding, letters, multibyte } of legacy) {
    const text = new TextDecoder(encoding).decode(sample)
    const broken = text.split('�').length - 1
    const hits = text.match(letters)?.length ?? 0
    // Japanese kana are a third of the text and common Chinese words a tenth of it.
    const weight = encoding === 'gbk' || encoding === 'big5' ? 10 : encoding.includes('j') ? 3 : 1
    const share = (hits * (multibyte ? 2 : 1) * weight) / (high || 1)
    const inWords = multibyte ? 1 : wordiness(text, letters)
    const score = Math.min(1, share) * inWords - (broken * 8) / (high || 1)
    if (score > best.score + 0.01) best = { encoding, score }
  }
  return best.encoding
}

/** Single accented letters between ASCII ones are Western; letters in runs are a language of its own. */
const wordiness = (text: string, letters: RegExp): number => {
  const source = letters.source
  const inRuns = (text.match(new RegExp(`${source}{3,}`, 'g')) ?? []).join('').length
  const all = text.match(letters)?.length ?? 0
  return all ? Math.min(1, (inRuns / all) * 1.3) : 0
}
