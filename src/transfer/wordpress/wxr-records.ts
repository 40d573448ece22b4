import { Parser } from 'htmlparser2'
import { readXmlText } from './xml-text.ts'
import { leafText, newLeaf, swallowed, type Leaf } from './wxr-leaf.ts'

export interface WxrItem {
  kind: 'item'
  line: number
  /** Elements of the item by their name as written, such as `content:encoded`; the first one counts. */
  fields: Map<string, string>
  categories: { domain: string; nicename: string; name: string }[]
  meta: [key: string, value: string][]
  comments: number
}

/** What stands in a WordPress export, piece by piece, not yet understood. */
export type WxrRecord =
  | { kind: 'channel'; fields: Map<string, string> }
  | { kind: 'author' | 'category' | 'tag' | 'term'; fields: Map<string, string> }
  | WxrItem
  | { kind: 'broken'; line: number; reason: string; fatal: boolean }

/** A text longer than this (in characters) is taken for damage: something was never closed. */
const longestText = 32 * 1024 * 1024

const kinds = new Map([
  ['item', 'item'],
  ['wp:author', 'author'],
  ['wp:category', 'category'],
  ['wp:tag', 'tag'],
  ['wp:term', 'term'],
] as const)
const parts = new Set(['wp:postmeta', 'wp:comment', 'wp:termmeta', 'wp:commentmeta'])
const structural =
  /^(?:wp:|content:|excerpt:|dc:|itunes:|media:|(?:item|channel|rss|category|guid|pubDate|link|title|description)$)/

/**
 * Reads the records of an export in order. Never throws for what the file holds: a record that never
 * ends is left out and said as `broken`, everything whole before and after it is given.
 * `light` leaves bodies and excerpts of posts unread, for a quick look over the whole file.
 */
export async function* readWxrRecords(
  bytes: AsyncIterable<Uint8Array>,
  options: { light?: boolean } = {},
): AsyncGenerator<WxrRecord> {
  const reader = recordReader(options.light ?? false)
  for await (const piece of readXmlText(bytes)) {
    reader.write(piece)
    yield* reader.take()
    if (reader.stopped()) return
  }
  reader.end()
  yield* reader.take()
}

/** The records in a piece of an export at hand. */
export function readWxrText(text: string): WxrRecord[] {
  const reader = recordReader(false)
  reader.write(text)
  reader.end()
  return reader.take()
}

interface Reader {
  write(text: string): void
  end(): void
  take(): WxrRecord[]
  stopped(): boolean
}

function recordReader(light: boolean): Reader {
  let ready: WxrRecord[] = []
  let stopped = false
  let ending = false
  let seenRoot = false
  let open = 0
  let channel = new Map<string, string>()
  let channelSaid = true
  let record: Exclude<WxrRecord, { kind: 'channel' | 'broken' }> | null = null
  let part: { name: string; key: string; value: string } | null = null
  let leaf: Leaf | null = null
  const lines = lineCounter()
  const broken = (line: number, reason: string, fatal = false) =>
    ready.push({ kind: 'broken', line, reason, fatal })

  const sayChannel = () => {
    if (channelSaid) return
    channelSaid = true
    ready.push({ kind: 'channel', fields: channel })
  }

  const closeRecord = () => {
    closeLeaf()
    closePart()
    if (record) ready.push(record)
    record = null
  }

  const closePart = () => {
    if (part && record?.kind === 'item') {
      if (part.name === 'wp:postmeta' && part.key) record.meta.push([part.key, part.value])
      if (part.name === 'wp:comment') record.comments++
    }
    part = null
  }

  const closeLeaf = () => {
    const closing = leaf
    leaf = null
    if (!closing) return
    const text = leafText(closing)
    const lost = swallowed(closing, text)
    if (!lost) return keep(closing, text)
    broken(closing.line, `<${closing.name}> is not closed where it should be`)
    keep(closing, lost.before)
    if (!lost.nextItem || record?.kind !== 'item') return
    closeRecord()
    record = newItem(closing.line)
  }

  const keep = ({ name, attributes }: Leaf, text: string) => {
    if (part) {
      if (name === 'wp:meta_key') part.key = text.trim()
      if (name === 'wp:meta_value') part.value = text
    } else if (!record) {
      if (!channel.has(name)) channel.set(name, text)
    } else if (record.kind === 'item' && name === 'category') {
      const { domain = '', nicename = '' } = attributes
      record.categories.push({ domain, nicename, name: text.trim() })
    } else if (!record.fields.has(name) || record.fields.get(name) === '') {
      record.fields.set(name, text)
    }
  }

  const unread = (name: string) =>
    part?.name.startsWith('wp:comment') ||
    part?.name === 'wp:termmeta' ||
    (light && (name === 'content:encoded' || name === 'excerpt:encoded') && !wantsBody(record))

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open++
        seenRoot = true
        if (leaf && !structural.test(name)) {
          leaf.add(`<${name}${attributesText(attributes)}>`)
          return
        }
        closeLeaf()
        const kind = kinds.get(name as 'item')
        if (name === 'channel') {
          channel = new Map()
          channelSaid = false
        } else if (kind) {
          if (record) {
            broken(
              lines.at(parser.startIndex),
              `<${record.kind}> is not closed before the next one`,
            )
            closeRecord()
          }
          sayChannel()
          const line = lines.at(parser.startIndex)
          record = kind === 'item' ? newItem(line) : { kind, fields: new Map() }
        } else if (parts.has(name)) {
          if (!(part && name === 'wp:commentmeta')) {
            closePart()
            part = { name, key: '', value: '' }
          }
        } else if (name !== 'rss' && name !== 'image') {
          leaf = newLeaf(name, attributes, lines.at(parser.startIndex))
          if (unread(name)) leaf.skip = true
        }
      },
      ontext(text) {
        leaf?.add(text)
      },
      oncdatastart() {
        leaf?.cdata(true)
      },
      oncdataend() {
        leaf?.cdata(false)
      },
      onclosetag(name, implied) {
        open--
        if (ending) return atEnd(name)
        if (leaf) {
          if (leaf.name === name) return closeLeaf()
          if (!structural.test(name)) {
            if (!implied) leaf.add(`</${name}>`)
            return
          }
        }
        if (part && part.name === name) {
          closeLeaf()
          closePart()
        } else if (record && kinds.get(name as 'item') === record.kind) {
          if (implied) broken(lines.at(parser.startIndex), `<${name}> is not closed`)
          closeRecord()
        } else if (name === 'channel' || name === 'rss') {
          closeLeaf()
          sayChannel()
        }
      },
    },
    { xmlMode: true },
  )

  const atEnd = (name: string) => {
    if (record && kinds.get(name as 'item') === record.kind) {
      const from = record.kind === 'item' ? ` that begins on line ${record.line}` : ''
      broken(lines.last(), `the file ends inside an <${name}>${from}`, true)
      record = null
      leaf = null
    } else if (name === 'channel') {
      leaf = null
      sayChannel()
      if (!ready.some((said) => said.kind === 'broken' && said.fatal)) {
        broken(lines.last(), 'the file ends before </channel>', true)
      }
    }
  }

  return {
    write(text) {
      lines.next(text)
      parser.write(text)
      if (lines.length() - parser.endIndex < longestText) return
      broken(lines.last(), 'a text longer than 32 MB, so something before it is not closed', true)
      stopped = true
    },
    end() {
      ending = open > 0
      parser.end()
      if (!seenRoot) broken(1, 'there is no XML in this file', true)
    },
    take() {
      const taken = ready
      ready = []
      return taken
    },
    stopped: () => stopped,
  }
}

function newItem(line: number): WxrItem {
  return { kind: 'item', line, fields: new Map(), categories: [], meta: [], comments: 0 }
}

/** In a light reading, bodies matter only where other items are made of them. */
function wantsBody(record: WxrRecord | null): boolean {
  if (record?.kind !== 'item') return true
  const type = record.fields.get('wp:post_type')
  return type === 'wp_block' || type === 'attachment' || type === 'guest-author'
}

function attributesText(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('')
}

/** Counts lines as the parser moves on, without reading any text twice. */
function lineCounter() {
  let piece = ''
  let start = 0
  let cursor = 0
  let line = 1
  const advance = (to: number) => {
    for (;;) {
      const found = piece.indexOf('\n', cursor)
      if (found === -1 || found >= to) break
      line++
      cursor = found + 1
    }
    return line
  }
  return {
    next(text: string) {
      advance(piece.length)
      start += piece.length
      piece = text
      cursor = 0
    },
    at: (index: number) => advance(Math.max(0, index - start)),
    last: () => advance(piece.length),
    length: () => start + piece.length,
  }
}
