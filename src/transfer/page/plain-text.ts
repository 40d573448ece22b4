import { escapeHtml } from '#platform/html/safe.ts'
import { isSentence, lettersOf, tidy } from './blocks.ts'
import { datelineOf } from './dateline.ts'
import { findDate, type FoundDate } from './dates.ts'
import type { ExtractedPage, ExtractOptions } from './extract.ts'
import {
  isColophon,
  isCounter,
  isLabel,
  isPointer,
  isReadingTime,
  opensFurniture,
} from './furniture-words.ts'
import { languageOf } from './language.ts'
import { isButton, letterBlocks } from './letter.ts'
import { namesIn } from './names.ts'
import { type TextBlock, textBlocks } from './text-blocks.ts'

/**
 * Reads a page that was saved as text: headline, date and reading time among menus, then the article
 * with the paper's letter to its reader before, inside or behind it, then the rest of the page.
 */
export const extractText = (input: string, options: ExtractOptions = {}): ExtractedPage => {
  const all = textBlocks(input)
  const language =
    languageOf(
      all
        .filter((block) => isProse(block))
        .map((block) => block.text)
        .join(' '),
    ) ?? languageOf(input)
  const context = { zone: options.zone ?? 'UTC', language }
  const marks = letterBlocks(all.map((block) => block.text))
  // Without the letter the headline and its date stand beside the article again.
  const blocks = all.filter((_, at) => !marks[at]).flatMap(splitMeta)
  const top = findTop(blocks, context)
  const body = bodyOf(blocks, top)
  const html = htmlOf(body)
  const text = body.map((block) => block.text).join('\n\n')
  return {
    headline: top.headline,
    byline: top.byline,
    publishedAt: top.date?.at ?? null,
    updatedAt: null,
    language,
    html,
    text,
    standfirst: top.standfirst,
    summary: '',
    kicker: '',
    dateline: datelineOf(body.find(isProse)?.text ?? ''),
    section: null,
    tags: [],
    leadPicture: null,
    canonicalUrl: options.url ?? null,
    siteName: null,
    trouble: troubleOf(input, top.headline, body),
    cut: input.length > 4_000_000,
  }
}

interface Top {
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

const isProse = (block: TextBlock): boolean => !block.linked && isSentence(block.text)

/** "By RUTH COHEN | December 25, 2014 20:27 | 2 minute read" is three facts on a line. */
const splitMeta = (block: TextBlock): TextBlock[] => {
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

const findTop = (blocks: TextBlock[], context: Context): Top => {
  const firstProse = blocks.findIndex(
    (block, at) => isProse(block) && blocks.slice(at + 1, at + 8).some(isProse),
  )
  const dated = blocks
    .map((block, at) => ({ at, date: dateLine(block, context) }))
    .filter((one): one is { at: number; date: FoundDate } => one.date !== null)
    .map((one) => ({ ...one, score: dateScore(blocks, one.at, one.date, firstProse) }))
    .sort((a, b) => b.score - a.score)[0]
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
      /^(published|posted|updated|last updated|by |פורסם|עודכן|נشر|تاريخ|publié|veröffentlicht|publicado|pubblicato)/iu.test(
        block.text,
      ))
    ? found
    : null
}

const dateScore = (
  blocks: TextBlock[],
  at: number,
  date: FoundDate,
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

const isBylineText = (text: string): boolean =>
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

const isCredit = (text: string): boolean =>
  text.length <= 300 &&
  /\((photo|picture|image|illustration|צילום|تصوير|crédit|foto)[^()]{0,120}\)\s*$|^(photo|picture|image|צילום|תמונה|صورة|تصوير|foto|crédit photo)( by| credit)?\s*[:：]/iu.test(
    text,
  )

/** The article's blocks: from the first sentence to the last, without what stands between and after. */
const bodyOf = (blocks: TextBlock[], top: Top): TextBlock[] => {
  const after = blocks.slice(top.start).filter((block) => !isNoise(block, top))
  const first = after.findIndex((block) => isProse(block) || isOpening(block, after))
  const story = withoutFurniture(after.slice(Math.max(0, first)))
  let last = story.length - 1
  while (last >= 0 && isTail(story[last])) last--
  return first < 0 ? [] : story.slice(0, last + 1)
}

/** A short first sentence counts when prose follows at once. */
const isOpening = (block: TextBlock, after: TextBlock[]): boolean => {
  const next = after[after.indexOf(block) + 1]
  return (
    !block.linked &&
    block.text.split(' ').length >= 3 &&
    /[.!?…。！？؟]["”’»」]?$/.test(block.text) &&
    next !== undefined &&
    isProse(next)
  )
}

const isNoise = (block: TextBlock, top: Top): boolean => {
  const { text } = block
  const repeated =
    lettersOf(text) === lettersOf(top.headline) ||
    (top.standfirst !== '' && text === top.standfirst)
  const time = /^\d{1,2}[:.]\d{2}(\s?[ap]\.?m\.?)?$/i.test(text)
  return (
    repeated ||
    isBylineText(text) ||
    isReadingTime(text) ||
    isCounter(text) ||
    isButton(text) ||
    isCredit(text) ||
    time ||
    (isLabel(text) && !opensFurniture(text)) ||
    (isPointer(text) && (block.linked || text.length < 200)) ||
    /^https?:\/\/\S+$/.test(text)
  )
}

/** Ends the story at "Related Content" and the like; goes on where real paragraphs follow the list. */
const withoutFurniture = (blocks: TextBlock[]): TextBlock[] => {
  const total = blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0)
  const story: TextBlock[] = []
  let told = 0
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    if (opensFurniture(block.text)) {
      const next = told >= total * 0.55 ? -1 : resume(blocks, at + 1)
      if (next < 0) break
      at = next - 1
      continue
    }
    if (isColophon(block.text) && (told >= total * 0.5 || block.text.length < 160)) continue
    story.push(block)
    if (isProse(block)) told += block.text.length
  }
  return story
}

/** Where two paragraphs, with a crosshead between them or none, follow a list of other articles, or -1. */
const resume = (blocks: TextBlock[], from: number): number => {
  for (let at = from; at < Math.min(blocks.length, from + 20); at++) {
    const [one, two, three] = blocks.slice(at, at + 3)
    const goesOn =
      (two && isProse(two)) || (three && isProse(three) && (one?.text.length ?? 0) >= 100)
    if (one && isProse(one) && goesOn) return at
  }
  return -1
}

const isTail = (block: TextBlock | undefined): boolean => {
  if (!block) return true
  if (
    block.linked ||
    isLabel(block.text) ||
    opensFurniture(block.text) ||
    isColophon(block.text) ||
    isButton(block.text)
  )
    return true
  return !isProse(block) && !/[.!?…。！？؟:"”’»」)]$/.test(block.text)
}

const htmlOf = (blocks: TextBlock[]): string => {
  const out: string[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    const items: TextBlock[] = []
    while (blocks[at + items.length]?.bullet) items.push(blocks[at + items.length] as TextBlock)
    if (items.length >= 2) {
      out.push(`<ul>\n${items.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('\n')}\n</ul>`)
      at += items.length - 1
    } else
      out.push(
        isCrosshead(block, blocks[at + 1], at)
          ? `<h2>${escapeHtml(block.text)}</h2>`
          : `<p>${escapeHtml(block.text)}</p>`,
      )
  }
  return out.join('\n')
}

const isCrosshead = (block: TextBlock, next: TextBlock | undefined, at: number): boolean =>
  at > 0 &&
  next !== undefined &&
  isProse(next) &&
  block.text.length <= 80 &&
  !isSentence(block.text) &&
  !/[.,;:!?…。！？]["”»]?$/.test(block.text)

const troubleOf = (
  input: string,
  headline: string,
  body: TextBlock[],
): ExtractedPage['trouble'] => {
  if (input.trim() === '') return 'empty'
  const failed =
    /^\W{0,3}(error (4|5)\d\d\b|404\b|403\b|500\b|not found|page not found|access denied)/i
  if ((failed.test(headline) || failed.test(input.trimStart())) && body.length < 4)
    return 'error-page'
  const told = body.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0)
  return told >= 60 ? null : 'no-article'
}
