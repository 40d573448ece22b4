import { fold } from './fold.ts'
import { type Script, scriptOf } from './scripts.ts'

/** A word of a text, folded for comparing, and where it stands (UTF-16 offsets). */
export interface Token {
  word: string
  start: number
  end: number
  script: Script
}

const letters = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*/gu
const elided = /^(?:[cdjlmnstçCDJLMNST]|qu|Qu|dell|dall|nell|sull|all|un)$/
const hebrewLetter = /^[\u05d0-\u05ea]/
const digits = /^\p{Nd}+$/u
/** Nothing a reader types is longer; what is longer is not a word. */
const longest = 64

/**
 * The words of a text in order. Scripts without spaces give overlapping pairs of characters
 * (Chinese, Japanese, Korean) or the words the runtime's dictionary finds (Thai, Lao, Khmer, Burmese).
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let start = -1
  let end = -1
  letters.lastIndex = 0
  for (let match = letters.exec(text); match; match = letters.exec(text)) {
    const from = match.index
    if (start >= 0 && from === end + 1) {
      const glued = glue({ text, start, end, from, to: letters.lastIndex })
      if (glued === 'join') {
        end = letters.lastIndex
        continue
      }
      if (glued === 'drop-left') start = -1
      if (glued === 'drop-right') continue
    }
    if (start >= 0) addRun({ tokens, text, start, end })
    start = from
    end = letters.lastIndex
  }
  if (start >= 0) addRun({ tokens, text, start, end })
  return tokens
}

interface Gap {
  text: string
  start: number
  end: number
  from: number
  to: number
}

/** What one character between two runs means: don't, l'homme, Ruth's, 1,000, 3.5, U.S., צה"ל. */
function glue(gap: Gap): 'join' | 'split' | 'drop-left' | 'drop-right' {
  const { text, start, end, from, to } = gap
  const between = text[end] as string
  if (between === "'" || between === '’' || between === 'ʼ' || between === '׳') {
    const right = text.slice(from, to)
    if (elided.test(text.slice(start, end)) && right.length > 1) return 'drop-left'
    return right === 's' || right === 'S' ? 'drop-right' : 'join'
  }
  if (between === '"' || between === '״')
    return hebrewLetter.test(text.slice(end - 1, end)) && hebrewLetter.test(text.slice(from))
      ? 'join'
      : 'split'
  if (between === ',' || between === '.') {
    const left = text.slice(start, end)
    const right = text.slice(from, to)
    if (digits.test(right) && /^[\p{Nd}.,]+$/u.test(left))
      return between === '.' || right.length === 3 ? 'join' : 'split'
    if (between === '.' && right.length === 1 && /^\p{L}(?:\.\p{L})*$/u.test(left)) return 'join'
  }
  return 'split'
}

function addRun(found: { tokens: Token[]; text: string; start: number; end: number }): void {
  const { tokens, text } = found
  let { start } = found
  while (start < found.end) {
    const script = scriptOf(text.codePointAt(start) as number)
    let end = start
    while (end < found.end) {
      const code = text.codePointAt(end) as number
      const other = scriptOf(code)
      // Marks, digits and glue take the side of what stands before them; only unspaced scripts end a word.
      const apart = script === 'cjk' || script === 'unspaced'
      if (end > start && other !== script && other !== 'other')
        if (apart || other === 'cjk' || other === 'unspaced') break
      end += code > 0xffff ? 2 : 1
    }
    if (script === 'cjk') addPairs({ tokens, text, start, end })
    else if (script === 'unspaced') addSegments({ tokens, text, start, end })
    else addWord({ tokens, text, start, end }, script)
    start = end
  }
}

function addWord(
  at: { tokens: Token[]; text: string; start: number; end: number },
  script: Script,
): void {
  const { tokens, text, start, end } = at
  const raw = text.slice(start, Math.min(end, start + longest))
  let word = fold(raw)
  if (/['’ʼ׳"״,.]/.test(word)) word = word.replace(/['’ʼ׳"״,]|\.(?!\p{Nd})/gu, '')
  if (word) tokens.push({ word, start, end, script })
}

/** Pairs of neighbouring characters; a single character stands alone. */
function addPairs(at: { tokens: Token[]; text: string; start: number; end: number }): void {
  const { tokens, text, start, end } = at
  const characters = Array.from(text.slice(start, end))
  if (characters.length === 1) {
    tokens.push({ word: fold(text.slice(start, end)), start, end, script: 'cjk' })
    return
  }
  let from = start
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = (characters[i] as string) + (characters[i + 1] as string)
    tokens.push({ word: fold(pair), start: from, end: from + pair.length, script: 'cjk' })
    from += (characters[i] as string).length
  }
}

let segmenter: Intl.Segmenter | undefined

function addSegments(at: { tokens: Token[]; text: string; start: number; end: number }): void {
  const { tokens, text, start, end } = at
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  for (const segment of segmenter.segment(text.slice(start, end))) {
    const from = start + segment.index
    const word = fold(segment.segment.slice(0, longest))
    tokens.push({ word, start: from, end: from + segment.segment.length, script: 'unspaced' })
  }
}
