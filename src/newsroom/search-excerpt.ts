import { escapeHtml, type SafeHtml, trustedHtml } from '#platform/html/safe.ts'
import type { Token } from '#platform/text/tokens.ts'

/** Answers how much a word of the text tells about the question; 0 for any other word. */
export type Telling = (token: Token) => number

export interface ReadText {
  text: string
  tokens: Token[]
}

/** A text with the words that were asked for in <mark>. */
export function highlight({ text, tokens }: ReadText, telling: Telling): SafeHtml {
  return mark({ text, tokens, telling, from: 0, to: text.length })
}

/** About this many letters are shown; scripts that say more in a letter show fewer. */
const shown = 220
const shownDense = 110

/**
 * The stretch of a text that says most about the question, beginning where a sentence does when one
 * is near, with the words that were asked for in <mark>. Null when the text has none of them.
 */
export function excerpt({ text, tokens }: ReadText, telling: Telling): SafeHtml | null {
  const hits = tokens
    .map((token, at) => ({ at, token, value: telling(token) }))
    .filter((hit) => hit.value > 0)
  if (!hits.length) return null
  const dense = hits[0]?.token.script === 'cjk' || hits[0]?.token.script === 'unspaced'
  const length = dense ? shownDense : shown

  let best = { value: -1, start: 0, end: 0 }
  hits.forEach((hit, i) => {
    const seen = new Set<string>()
    let value = 0
    let end = hit.token.end
    for (let j = i; j < hits.length; j++) {
      const { token, value: worth } = hits[j] as (typeof hits)[number]
      if (token.end > hit.token.start + length * 0.8) break
      value += seen.has(token.word) ? worth * 0.1 : worth
      seen.add(token.word)
      end = token.end
    }
    if (value > best.value) best = { value, start: hit.token.start, end }
  })
  const from = beginning(text, best.start, Math.max(0, best.end - length * 0.9))
  const to = ending(text, Math.max(best.end, from + length))
  const marked = mark({ text, tokens, telling, from, to })
  return trustedHtml(`${from > 0 ? '… ' : ''}${marked}${to < text.length ? ' …' : ''}`)
}

/** The beginning of a text, for articles whose words are not shown where they were found. */
export function opening(text: string): SafeHtml {
  const to = ending(text, shown)
  return trustedHtml(`${escapeHtml(text.slice(0, to).trim())}${to < text.length ? ' …' : ''}`)
}

/** The start of the sentence when it is near, else of a word. */
function beginning(text: string, at: number, earliest: number): number {
  const before = text.slice(Math.floor(earliest), at)
  const sentence = /[\s\S]*(?:[.!?。！？]["”’)]?\s+|[。！？\n])/.exec(before)
  if (sentence) return Math.floor(earliest) + sentence[0].length
  if (earliest <= 0) return 0
  const word = before.search(/\s/)
  return word >= 0 && word < before.length / 2 ? Math.floor(earliest) + word + 1 : at
}

function ending(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 30).search(/[\s。、]/)
  if (space >= 0) return at + space
  // Never between the two halves of a character.
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at + 1 : at
}

function mark(work: {
  text: string
  tokens: Token[]
  telling: Telling
  from: number
  to: number
}): SafeHtml {
  const { text, tokens, telling, from, to } = work
  let html = ''
  let at = from
  let open = false
  for (const token of tokens) {
    if (token.end <= from || token.start < from) continue
    if (token.end > to) break
    if (telling(token) <= 0) continue
    // Pairs of characters overlap: they make one mark.
    if (open && token.start > at) {
      html += '</mark>'
      open = false
    }
    if (!open) {
      html += `${escapeHtml(oneLine(text.slice(at, token.start)))}<mark>`
      at = token.start
      open = true
    }
    html += escapeHtml(text.slice(at, token.end))
    at = Math.max(at, token.end)
  }
  if (open) html += '</mark>'
  return trustedHtml(html + escapeHtml(oneLine(text.slice(at, to))))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
