/** A page's own part of a web archive that a browser saved in one file (.mht, .mhtml). */
export interface ArchivedPage {
  bytes: Uint8Array
  /** Its `Content-Type`, which may name the encoding. */
  type: string
  /** Where it stood. */
  url: string | null
}

/** Whether a file begins as a MIME message with several parts. */
export const isMhtml = (bytes: Uint8Array): boolean =>
  /^(?:[\w-]+:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,20}){0,30}content-type:\s*multipart\//i.test(
    latin(bytes.subarray(0, 16_384)).replaceAll('\r', ''),
  )

/** Takes the page out of a web archive; null where no part of it is HTML. */
export const pageInMhtml = (bytes: Uint8Array): ArchivedPage | null => {
  const text = latin(bytes)
  const { headers, body } = splitHead(text)
  const boundary = /boundary="?([^";\s]{1,200})"?/i.exec(headers['content-type'] ?? '')?.[1]
  if (!boundary) return null
  const home = headers['snapshot-content-location'] ?? headers['content-location'] ?? null
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const { headers: own, body: content } = splitHead(part.replace(/^\r?\n/, ''))
    const type = own['content-type'] ?? ''
    if (!/^\s*(text\/html|application\/xhtml)/i.test(type)) continue
    const location = own['content-location'] ?? home
    const url =
      location && /^https?:/i.test(location)
        ? location
        : home && /^https?:/i.test(home)
          ? home
          : null
    return { bytes: decodeTransfer(content, own['content-transfer-encoding'] ?? ''), type, url }
  }
  return null
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const splitHead = (text: string): { headers: Record<string, string>; body: string } => {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const headers: Record<string, string> = {}
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim()
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

const decodeTransfer = (content: string, encoding: string): Uint8Array => {
  if (/base64/i.test(encoding)) return Buffer.from(content, 'base64')
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(content, 'latin1')
  const plain = content
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
