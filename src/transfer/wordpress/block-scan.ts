/** A piece of a body saved by the block editor. */
export type BlockPiece =
  | { kind: 'html'; html: string }
  | { kind: 'open'; name: string; attributes: BlockAttributes; void: boolean }
  | { kind: 'close'; name: string }

export type BlockAttributes = Record<string, unknown>

const comment = /^\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s*/

export function hasBlocks(body: string): boolean {
  return /<!--\s+wp:/.test(body)
}

/** Takes a body apart at its block comments. Other comments stay in the HTML. Linear. */
export function scanBlocks(body: string): BlockPiece[] {
  const pieces: BlockPiece[] = []
  let from = 0
  for (let at = body.indexOf('<!--'); at !== -1; at = body.indexOf('<!--', at + 4)) {
    const head = comment.exec(body.slice(at + 4, at + 140))
    if (!head) continue
    const end = body.indexOf('-->', at + 4)
    if (end === -1) break
    if (at > from) pieces.push({ kind: 'html', html: body.slice(from, at) })
    from = end + 3
    const name = (head[2] as string).replace(/^core\//, '')
    if (head[1]) {
      pieces.push({ kind: 'close', name })
      continue
    }
    const rest = body.slice(at + 4 + head[0].length, end).trim()
    const alone = rest.endsWith('/')
    const attributes = attributesOf(alone ? rest.slice(0, -1) : rest)
    pieces.push({ kind: 'open', name, attributes, void: alone })
  }
  if (from < body.length) pieces.push({ kind: 'html', html: body.slice(from) })
  return pieces
}

function attributesOf(json: string): BlockAttributes {
  if (!json.trim().startsWith('{')) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as BlockAttributes) : {}
  } catch {
    return {}
  }
}

/** An attribute that is a text or a number, as text; empty when it is neither. */
export function blockText(attributes: BlockAttributes, name: string): string {
  const value = attributes[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
