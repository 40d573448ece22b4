import crypto from 'node:crypto'

// Node 24.21 has it (PostgreSQL's indexes stay compact because it sorts by time); its types do not yet.
const { randomUUIDv7 } = crypto as unknown as { randomUUIDv7?: () => string }

/** A new UUIDv7 (RFC 9562): unique, and later ones sort after earlier ones. */
export function newId(): string {
  return randomUUIDv7 ? randomUUIDv7() : uuidV7(crypto.randomBytes(16))
}

function uuidV7(bytes: Buffer): string {
  bytes.writeUIntBE(performance.timeOrigin + performance.now(), 0, 6)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isId(text: string): boolean {
  return pattern.test(text)
}
