import { decodeHTML } from 'entities'

export interface ShortcodeAttributes {
  [name: string]: string
}

/** A shortcode in a body: [name attributes]…[/name], or alone when it has no `closer`. */
export interface Shortcode {
  name: string
  from: number
  to: number
  /** Typed with a capital, as words in brackets often are and shortcodes hardly ever. */
  capital: boolean
  /** The attributes as typed. */
  typed: string
  closing: boolean
  /** Where its closing tag stands, when it has one. */
  closer?: Shortcode
  /** Written [[name]]: to be shown, not run. */
  escaped?: boolean
}

const tag =
  /\[(\/)?([A-Za-z][\w-]{0,60})(?![\w-])((?:[^[\]"'“”]|"[^"\n]*"|'[^'\n]*'|[“”][^“”\n]*[“”])*)\]/y
const longestTag = 4000

/** Finds what is written like a shortcode, in order, with openings and closings paired. Linear. */
export function scanShortcodes(text: string): Shortcode[] {
  const found: Shortcode[] = []
  const quiet = verbatimRanges(text)
  let range = 0
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    while (range < quiet.length && (quiet[range] as number[])[1]! <= at) range++
    const current = quiet[range]
    if (current && at >= current[0]!) continue
    const window = text.length - at > longestTag ? text.slice(at, at + longestTag) : text
    tag.lastIndex = window === text ? at : 0
    const match = tag.exec(window)
    if (!match) continue
    const [whole, slash, name = '', typed = ''] = match
    const shortcode: Shortcode = {
      name: name.toLowerCase(),
      capital: /[A-Z]/.test(name),
      from: at,
      to: at + whole.length,
      typed,
      closing: slash === '/',
    }
    if (text[at - 1] === '[' && text[shortcode.to] === ']') shortcode.escaped = true
    found.push(shortcode)
    at = shortcode.to - 1
  }
  pair(found)
  return found
}

function pair(shortcodes: Shortcode[]): void {
  const open = new Map<string, Shortcode[]>()
  for (const shortcode of shortcodes) {
    if (shortcode.escaped || shortcode.typed.trimEnd().endsWith('/')) continue
    const waiting = open.get(shortcode.name)
    if (!shortcode.closing) {
      if (waiting) waiting.push(shortcode)
      else open.set(shortcode.name, [shortcode])
      continue
    }
    const opener = waiting?.pop()
    if (opener) opener.closer = shortcode
  }
}

/** Where text is shown letter by letter, so that brackets are brackets. */
function verbatimRanges(text: string): [from: number, to: number][] {
  const ranges: [number, number][] = []
  if (!/<(?:pre|code)\b/i.test(text)) return ranges
  const either = /<(pre|code)\b|<\/(pre|code)>/gi
  let inside: { name: string; from: number } | null = null
  for (const match of text.matchAll(either)) {
    const opened = match[1]?.toLowerCase()
    if (!inside && opened) inside = { name: opened, from: match.index }
    else if (inside && match[2]?.toLowerCase() === inside.name) {
      ranges.push([inside.from, match.index])
      inside = null
    }
  }
  return ranges
}

const pairs =
  /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g

/** Attributes by name (small letters); those without a name as '0', '1'… */
export function shortcodeAttributes(typed: string): ShortcodeAttributes {
  const attributes: ShortcodeAttributes = {}
  let position = 0
  for (const [, name, a, b, c, d, e, f, g] of typed.replace(/\/\s*$/, '').matchAll(pairs)) {
    const value = decodeHTML(a ?? b ?? c ?? d ?? e ?? f ?? g ?? '')
    if (name) attributes[name.toLowerCase()] = value
    else attributes[position++] = value.replace(/^=/, '')
  }
  return attributes
}
