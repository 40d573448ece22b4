export type Encoding = 'br' | 'gzip' | 'identity'

const known = new Map<string, Encoding>()

/** The best encoding a request accepts (RFC 9110 12.5.3): brotli, else gzip, else the plain bytes. */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  if (typeof header !== 'string') return 'identity'
  const found = known.get(header)
  if (found) return found
  const chosen = parseAccepted(header)
  // Browsers send a handful of different headers; whoever invents more gets parsed each time.
  if (known.size < 500) known.set(header, chosen)
  return chosen
}

function parseAccepted(header: string): Encoding {
  const accepted = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const quality = parameters.find((text) => text.startsWith('q='))
    accepted.set(name, quality ? Number(quality.slice(2)) || 0 : 1)
  }
  const accepts = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : 'identity'
}
