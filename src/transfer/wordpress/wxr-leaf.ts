import { withoutForbidden } from './xml-text.ts'

/** One element of an export that holds text: a title, a date, a body. */
export interface Leaf {
  name: string
  attributes: Record<string, string>
  line: number
  skip: boolean
  add(text: string): void
  cdata(open: boolean): void
  pieces: { cdata: boolean; text: string }[]
}

export function newLeaf(name: string, attributes: Record<string, string>, line: number): Leaf {
  const pieces: Leaf['pieces'] = []
  let inside = false
  let fresh = true
  return {
    name,
    attributes,
    line,
    pieces,
    skip: false,
    add(piece) {
      if (this.skip) return
      // A character may still come in as a reference, such as &#11;.
      const text = inside ? piece : withoutForbidden(piece)
      const last = pieces.at(-1)
      if (last && !fresh) last.text += text
      else pieces.push({ cdata: inside, text })
      fresh = false
    },
    cdata(open) {
      inside = open
      fresh = true
    },
  }
}

/**
 * The text of the element. Some exporters wrap a body in CDATA without escaping a `]]>` inside it; XML
 * ends the section there, and a second bare `]]>`, which XML forbids in text, gives the mistake away.
 */
export function leafText({ pieces }: Leaf): string {
  if (pieces.length === 1) return (pieces[0] as { text: string }).text
  let text = ''
  let afterCdata = false
  for (const piece of pieces) {
    const end = afterCdata && !piece.cdata ? piece.text.lastIndexOf(']]>') : -1
    text +=
      end === -1
        ? piece.text
        : `]]>${piece.text.slice(0, end)}${piece.text.slice(end + 3).trimEnd()}`
    afterCdata = piece.cdata
  }
  return text
}

/**
 * Whether the element ran on into its neighbours because a CDATA section was never closed: what it
 * held before that, and whether a new item began meanwhile. Null when all is well.
 */
export function swallowed(leaf: Leaf, text: string): { before: string; nextItem: boolean } | null {
  const close = text.indexOf(`</${leaf.name}>`)
  if (close === -1) return null
  const after = text.slice(close + leaf.name.length + 3)
  if (
    !/^\s*<(?:\/?wp:|\/?item|content:|excerpt:|category|dc:|guid|description|pubDate)/.test(after)
  ) {
    return null
  }
  return { before: text.slice(0, close), nextItem: /<\/item>\s*<item[\s>]/.test(after) }
}
