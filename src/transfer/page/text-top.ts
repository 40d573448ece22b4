import { isSentence, lettersOf, tidy } from './blocks.ts'
import { findDate, type FoundDate } from './dates.ts'
import { isLabel, isReadingTime, opensFurniture } from './furniture-words.ts'
import { isButton } from './letter.ts'
import { namesIn } from './names.ts'
import type { TextBlock } from './text-blocks.ts'

/** What stands above the article in a page saved as text. */
export interface TextTop {
  headline: string
  standfirst: string
  byline: string[]
  date: FoundDate | null
  /** Where the article's own text may begin. */
  start: number
}

interface Context {
  zone: string
  language: string | null
}

/** A block that reads as a sentence and was no link. */
export const isProse = (block: TextBlock): boolean => !block.linked && isSentence(block.text)

/** "By RUTH COHEN | December 25, 2014 20:27 | 2 minute read" is three facts on a line. */
export const splitMeta = (block: TextBlock): TextBlock[] => {
  if (
    block.text.length > 160 ||
    !/\s[|•·]\s/.test(block.text) ||
    findDate(block.text, { zone: 'UTC' }) === null
  )
    return [block]
  return block.text
    .split(/\s[|•·]\s/)
    .map((text) => ({ ...block, text: tidy(text) }))
    .filter(({ text }) => text !== '')
}

/** Finds headline, date, byline and where the article's own text may begin. */
export const findTop = (blocks: TextBlock[], context: Context): TextTop => {
  const firstProse = blocks.findIndex(
    (block, at) => isProse(block) && blocks.slice(at + 1, at + 8).some(isProse),
  )
  const dated = blocks
    .map((block, at) => ({ at, date: dateLine(block, context) }))
    .filter((one): one is { at: number; date: FoundDate } => one.date !== null)
    .map((one) => ({ ...one, score: dateScore(blocks, one, firstProse) }))
    .toSorted((a, b) => b.score - a.score)[0]
  const before = dated ? headlineBefore(blocks, dated.at) : null
  const headlineAt = before?.at ?? headlineNear(blocks, dated ? dated.at + 1 : 0, firstProse)
  const headline = headlineAt === null ? '' : (blocks[headlineAt]?.text ?? '')
  const from = Math.max(headlineAt ?? -1, dated?.at ?? -1) + 1
  const near = blocks.slice(Math.max(0, (headlineAt ?? from) - 1), from + 6)
  return {
    headline: withoutPaper(headline, blocks),
    standfirst: before?.standfirst ?? '',
    byline: bylineAmong(near, headline),
    date: dated?.date ?? null,
    start: from,
  }
}

/** A block that is mostly a date ("December 25, 2014 20:27", "Published: 25/12/2014"). */
const dateLine = (block: TextBlock, context: Context): FoundDate | null => {
  if (block.text.length > 140) return null
  const found = findDate(block.text, context)
  return found &&
    (found.length >= block.text.length * 0.45 ||
      /^(published|posted|updated|last updated|by |פורסם|עודכן|نشر|تاريخ|publié|veröffentlicht|publicado|pubblicato)/iu.test(
        block.text,
      ))
    ? found
    : null
}

const dateScore = (
  blocks: TextBlock[],
  { at, date }: { at: number; date: FoundDate },
  firstProse: number,
): number => {
  const around = blocks.slice(at + 1, at + 4)
  let score = 0
  if (around.some((block) => isReadingTime(block.text))) score += 4
  if (date.hasTime) score += 2
  if (headlineBefore(blocks, at)) score += 2
  if (
    [...around, ...blocks.slice(Math.max(0, at - 2), at)].some((block) => isBylineText(block.text))
  )
    score += 2
  if (
    /^(updated|last updated|עודכן|mis à jour|aktualisiert|actualizado)/iu.test(
      blocks[at]?.text ?? '',
    )
  )
    score -= 1
  // A masthead's date stands among menus; one far below the story belongs to other stories.
  const distance = firstProse < 0 ? at : firstProse - at
  score -=
    distance < 0 ? 2 + Math.min(3, -distance / 4) : Math.min(3, Math.max(0, distance - 4) / 5)
  return score
}

const headlineBefore = (
  blocks: TextBlock[],
  at: number,
): { at: number; standfirst: string } | null => {
  const candidates: number[] = []
  for (let i = at - 1; i >= Math.max(0, at - 6) && candidates.length < 3; i--) {
    const block = blocks[i]
    if (block && isHeadlineLike(block)) candidates.push(i)
    else if (
      block &&
      !isLabel(block.text) &&
      !isBylineText(block.text) &&
      !isReadingTime(block.text) &&
      candidates.length > 0
    )
      break
  }
  const [near, far] = candidates
  if (near === undefined) return null
  const text = blocks[near]?.text ?? ''
  const upper = far === undefined ? '' : (blocks[far]?.text ?? '')
  // A full sentence under a headline is its standfirst.
  const isStandfirst =
    far !== undefined &&
    /[.!?…]["”»]?$/.test(text) &&
    text.length > upper.length &&
    upper.length >= 15
  return isStandfirst ? { at: far, standfirst: text } : { at: near, standfirst: '' }
}

const headlineNear = (blocks: TextBlock[], from: number, firstProse: number): number | null => {
  const end = firstProse < 0 ? Math.min(blocks.length, from + 10) : firstProse
  for (let at = end - 1; at >= from; at--) {
    const block = blocks[at]
    if (block && isHeadlineLike(block) && block.text.length >= 20) return at
  }
  return null
}

const isHeadlineLike = ({ text, linked, bullet }: TextBlock): boolean => {
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text)
  const words = text.split(/\s+/).length
  const long = dense ? text.length >= 8 : words >= 3 && text.length >= 12
  return (
    long &&
    text.length <= 240 &&
    !linked &&
    !bullet &&
    !isLabel(text) &&
    !opensFurniture(text) &&
    !isButton(text) &&
    !isBylineText(text) &&
    !isCredit(text) &&
    findDate(text, { zone: 'UTC' }) === null &&
    !/\s[|>»]\s.*\s[|>»]\s/.test(text)
  )
}

/** A page's title line ends in the paper's name; the headline proper mostly stands below it. */
const withoutPaper = (headline: string, blocks: TextBlock[]): string => {
  const cut = headline.split(/\s+[|–—-]\s+/)
  const short = cut.slice(0, -1).join(' - ')
  return cut.length > 1 &&
    blocks.some((block) => block.text !== headline && lettersOf(block.text) === lettersOf(short))
    ? short
    : headline
}

/** A line that names who wrote the article. */
export const isBylineText = (text: string): boolean =>
  text.length <= 140 &&
  /^(by|par|von|por|מאת|בקלם|بقلم|كتب|كتبت|文|作者|記者|记者)(\s|[:：／/])/iu.test(text) &&
  !/[.!?]$/.test(text) &&
  namesIn(text).length > 0

const bylineAmong = (near: TextBlock[], headline: string): string[] => {
  const said = near.find((block) => isBylineText(block.text))
  if (said) return namesIn(said.text)
  const names =
    /^(?:\p{Lu}[\p{L}.'’-]+\s){1,3}\p{Lu}[\p{L}'’-]+(?:(?:,| and| &)\s(?:\p{Lu}[\p{L}.'’-]+\s){1,3}\p{Lu}[\p{L}'’-]+)*$/u
  const lone = near.find(
    (block) =>
      block.text !== headline &&
      block.text.length <= 60 &&
      names.test(block.text) &&
      !isLabel(block.text) &&
      !opensFurniture(block.text),
  )
  return lone ? namesIn(lone.text) : []
}

/** A caption with its picture's credit. */
export const isCredit = (text: string): boolean =>
  text.length <= 300 &&
  /\((photo|picture|image|illustration|צילום|تصوير|crédit|foto)[^()]{0,120}\)\s*$|^(photo|picture|image|צילום|תמונה|صورة|تصوير|foto|crédit photo)( by| credit)?\s*[:：]/iu.test(
    text,
  )
