import { escapeHtml } from '#platform/html/safe.ts'
import { isSentence, lettersOf } from './blocks.ts'
import { datelineOf } from './dateline.ts'
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
import { isTooLong, type TextBlock, textBlocks } from './text-blocks.ts'
import { findTop, isBylineText, isCredit, isProse, splitMeta, type TextTop } from './text-top.ts'

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
    cut: isTooLong(input),
  }
}

/** The article's blocks: from the first sentence to the last, without what stands between and after. */
const bodyOf = (blocks: TextBlock[], top: TextTop): TextBlock[] => {
  const after = blocks.slice(top.start).filter((block) => !isNoise(block, top))
  const first = after.findIndex((block, at) => isProse(block) || isOpening(block, after[at + 1]))
  const story = withoutFurniture(after.slice(Math.max(0, first)))
  let last = story.length - 1
  while (last >= 0 && isTail(story[last])) last--
  return first < 0 ? [] : story.slice(0, last + 1)
}

/** A short first sentence counts when prose follows at once. */
const isOpening = (block: TextBlock, next: TextBlock | undefined): boolean => {
  return (
    !block.linked &&
    block.text.split(' ').length >= 3 &&
    /[.!?…。！？؟]["”’»」]?$/.test(block.text) &&
    next !== undefined &&
    isProse(next)
  )
}

const isNoise = (block: TextBlock, top: TextTop): boolean => {
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
