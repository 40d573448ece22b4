import { decodeXML, decodeHTML } from 'entities'
import { Parser } from 'htmlparser2'
import { coreName } from './names.ts'

/** One element of a feed, with what it inherits from those around it. */
export interface Element {
  /** Lower-case local name, after `dc:`, `media:` … for the vocabularies we know; see names.ts. */
  name: string
  /** Lower-case local name as written, for markup that is copied out. */
  tag: string
  attributes: Record<string, string>
  children: (Element | string)[]
  /** xml:base, resolved; '' when nothing states one. */
  base: string
  /** xml:lang; '' when nothing states one. */
  language: string
}

/** What a feed says in order: facts about itself, and its entries one at a time. */
export type Piece = { kind: 'head' | 'entry' | 'root'; element: Element }

export interface TreeReader {
  /** Takes the next text and gives the pieces that it completed. */
  write(text: string): Piece[]
  /** Ends the document: what was open is closed where it broke off. */
  end(): Piece[]
  /** Whether the document broke off in the middle of an entry. */
  readonly brokeOff: boolean
}

const ENTRIES = new Set(['item', 'entry'])
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel'])
/** Markup nested deeper than this is flattened: no article needs it, and recursion has an end. */
const DEEPEST = 200
/** An entry longer than this (in characters) is cut: memory stays bounded whatever the file holds. */
const LONGEST = 32_000_000

/**
 * Reads XML as it is found in the wild (undeclared entities and prefixes, unclosed elements, a
 * document type with entities, text after the end) one entry at a time.
 */
export function readTree(baseUrl: string): TreeReader {
  const pieces: Piece[] = []
  const open: Element[] = []
  const scopes: Record<string, string>[] = [{}]
  const custom: Record<string, string> = {}
  let inCdata = false
  let entryDepth = 0
  let length = 0
  let skipped = 0
  let ended = false
  let brokeOff = false

  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        if (open.length >= DEEPEST) {
          skipped++
          return
        }
        const attributes = decodeAttributes(rawAttributes, custom)
        const scope = scopeOf(attributes, scopes[open.length] ?? {})
        scopes[open.length + 1] = scope
        const parent = open.at(-1)
        const element = begin({ rawName, attributes, scope, parent, baseUrl })
        open.push(element)
        if (entryDepth === 0 && ENTRIES.has(element.name)) {
          entryDepth = open.length
          length = 0
        } else if (entryDepth > 0) parent?.children.push(element)
        else if (ROOTS.has(element.name)) pieces.push({ kind: 'root', element })
        else if (parent !== undefined && !ROOTS.has(parent.name)) parent.children.push(element)
      },
      onclosetag() {
        if (skipped > 0) {
          skipped--
          return
        }
        const element = open.pop()
        if (element === undefined) return
        if (entryDepth > 0) {
          if (open.length >= entryDepth) return
          entryDepth = 0
          if (ended) brokeOff = true
          pieces.push({ kind: 'entry', element })
        } else if (ROOTS.has(open.at(-1)?.name ?? '') && !ROOTS.has(element.name)) {
          pieces.push({ kind: 'head', element })
        }
      },
      ontext(text) {
        const element = open.at(-1)
        if (element === undefined || (length += text.length) > LONGEST) return
        if (entryDepth === 0 && ROOTS.has(element.name)) return
        const plain = inCdata ? text : decodeEntities(text, custom)
        const last = element.children.length - 1
        const before = element.children[last]
        if (typeof before === 'string') element.children[last] = before + plain
        else element.children.push(plain)
      },
      oncdatastart: () => void (inCdata = true),
      oncdataend: () => void (inCdata = false),
      onprocessinginstruction(_name, data) {
        for (const [, name, , value] of data.matchAll(ENTITY)) {
          if (name !== undefined && value !== undefined && value.length < 10_000)
            custom[name] = decodeXML(value)
        }
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false },
  )
  const take = () => pieces.splice(0)
  return {
    write(text) {
      parser.write(text)
      return take()
    },
    end() {
      ended = true
      parser.end()
      return take()
    },
    get brokeOff() {
      return brokeOff
    },
  }
}

const ENTITY = /!ENTITY\s+([\w.-]+)\s+(["'])(.*?)\2/gs

interface Beginning {
  rawName: string
  attributes: Record<string, string>
  scope: Record<string, string>
  parent: Element | undefined
  baseUrl: string
}

function begin({ rawName, attributes, scope, parent, baseUrl }: Beginning): Element {
  const colon = rawName.indexOf(':')
  const prefix = colon < 0 ? '' : rawName.slice(0, colon).toLowerCase()
  const tag = rawName.slice(colon + 1).toLowerCase()
  const inherited = parent?.base ?? baseUrl
  return {
    name: coreName(prefix, tag, scope),
    tag,
    attributes,
    children: [],
    base: baseOf(attributes['xml:base'], inherited),
    language: attributes['xml:lang']?.replaceAll('_', '-') ?? parent?.language ?? '',
  }
}

function scopeOf(attributes: Record<string, string>, outer: Record<string, string>) {
  let scope = outer
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    if (scope === outer) scope = { ...outer }
    scope[name.slice(6)] = value
  }
  return scope
}

function decodeAttributes(raw: Record<string, string>, custom: Record<string, string>) {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw))
    attributes[name.toLowerCase()] = decodeEntities(value, custom)
  return attributes
}

/** Decodes once: an entity inside an entity stays as it is, so nothing can grow without end. */
function decodeEntities(text: string, custom: Record<string, string>): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[\da-f]{1,8}|[\w.-]{1,40});/gi, (whole, name: string) => {
    const own = custom[name]
    if (own !== undefined) return own
    return name.startsWith('#') ? decodeXML(whole) : decodeHTML(whole)
  })
}

/** Only web addresses may be a base: anything else (`javascript:`) is ignored. */
function baseOf(written: string | undefined, inherited: string): string {
  if (written === undefined) return inherited
  const base = resolve(written, inherited)
  return inherited === '' || /^https?:/i.test(base)
    ? base.replace(/^(?!https?:)[a-z]+:.*/i, '')
    : inherited
}

/** An address made whole; as it was written when it cannot be. */
export function resolve(address: string, base: string): string {
  const tidy = address.trim()
  if (base === '') return tidy
  try {
    return new URL(tidy, base).href
  } catch {
    return tidy
  }
}
