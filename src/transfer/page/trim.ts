import {
  type Block,
  blocksOf,
  isProse,
  isSentence,
  lettersOf,
  removeBlock,
  tagOf,
  tidy,
  within,
} from './blocks.ts'
import { findDate } from './dates.ts'
import {
  isColophon,
  isCounter,
  isLabel,
  isPointer,
  isReadingTime,
  opensFurniture,
} from './furniture-words.ts'
import { isButton, letterBlocks } from './letter.ts'
import { namesIn } from './names.ts'

interface Known {
  /** Every form of the headline the page shows or announces. */
  headlines: string[]
  standfirst: string
  byline: string[]
}

/**
 * Cleans a body that an extractor chose: what a page repeats above the first paragraph (headline,
 * byline, date), points elsewhere between paragraphs, and hangs below the last one.
 */
export const trimBody = (root: Element, known: Known): void => {
  dropLetters(root)
  dropLabels(root)
  dropHead(root, known)
  dropTail(root)
  dropRepeats(root)
}

const dropLetters = (root: Element): void => {
  const blocks = blocksOf(root)
  const marks = letterBlocks(blocks.map((block) => block.text))
  // What would take nearly everything is an article about letters, not a letter in an article.
  const taken = blocks.reduce((sum, block, at) => sum + (marks[at] ? block.text.length : 0), 0)
  const all = blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (taken < all * 0.85) blocks.forEach((block, at) => marks[at] && removeBlock(block, root))
}

/** Labels, counters and pointers to other articles, and the lists under "Related" headings. */
const dropLabels = (root: Element): void => {
  const blocks = blocksOf(root)
  const gone = new Set<Block>()
  blocks.forEach((block, at) => {
    if (
      isLabel(block.text) ||
      isCounter(block.text) ||
      isReadingTime(block.text) ||
      isLoneDate(block.text)
    )
      gone.add(block)
    else if (isPointerBlock(block)) gone.add(block)
    else if (opensFurniture(block.text)) {
      const list = linkedAfter(blocks, at)
      if (list.length > 0 || at === blocks.length - 1)
        for (const one of [block, ...list]) gone.add(one)
    }
  })
  for (const block of gone) if (!within(block.element, 'table')) removeBlock(block, root)
}

/** A date or a time stamp alone on its line. */
const isLoneDate = (text: string): boolean => {
  const found = text.length <= 60 ? findDate(text, { zone: 'UTC' }) : null
  return found !== null && found.length >= text.length - 14 && found.length >= text.length * 0.6
}

const isPointerBlock = (block: Block): boolean => {
  if (block.tag === 'li' || within(block.element, 'li', 'table', 'blockquote'))
    return block.linkShare > 0.5 && isPointer(block.text) && block.tag !== 'li'
  if (isPointer(block.text))
    return (
      block.linkShare > 0.3 || (block.text.length < 160 && /[:：]/.test(block.text.slice(0, 24)))
    )
  const wholeLink = block.linkShare > 0.95 && block.text.length > 20
  return wholeLink && /^(p|div|section|h[2-6]|a)$/.test(block.tag) && !/^https?:/.test(block.text)
}

const linkedAfter = (blocks: Block[], at: number): Block[] => {
  const list: Block[] = []
  for (const block of blocks.slice(at + 1, at + 16)) {
    if (block.linkShare < 0.7 && findDate(block.text, { zone: 'UTC' }) === null) break
    if (isProse(block)) break
    list.push(block)
  }
  return list
}

const dropHead = (root: Element, known: Known): void => {
  const blocks = blocksOf(root)
  const start = blocks.findIndex((block) => isProse(block) && !isHeadline(block.text, known))
  const head = blocks.slice(0, start < 0 ? 0 : start)
  for (const block of head) {
    const text = block.text
    const own =
      isHeadline(text, known) ||
      opensFurniture(text) ||
      repeats(text, known.standfirst) ||
      isByline(text, known.byline)
    const dated = text.length < 120 && findDate(text, { zone: 'UTC' }) !== null
    const loose =
      !isSentenceLike(text) &&
      !/^h[2-6]$/.test(block.tag) &&
      !within(block.element, 'table', 'li', 'blockquote', 'figure')
    const link = block.linkShare > 0.7 || /^https?:\/\/\S+$/.test(text)
    if (own || dated || loose || link || isColophon(text)) removeBlock(block, root)
  }
  if (
    start >= 0 &&
    blocks[start] &&
    repeats(blocks[start].text, known.standfirst) &&
    isApart(blocks[start])
  )
    removeBlock(blocks[start], root)
}

/** Short, yet said as a sentence: "It rained." opens a story; "World News" does not. */
const isSentenceLike = (text: string): boolean =>
  isSentence(text) || (text.length >= 8 && /[.!?…。！？؟:"”’»」]$/.test(text))

const isHeadline = (text: string, known: Known): boolean =>
  known.headlines.some((one) => repeats(text, one))

const repeats = (text: string, known: string): boolean => {
  const [a, b] = [lettersOf(text), lettersOf(known)]
  if (a === '' || b === '') return false
  return (
    a === b ||
    (a.length >= 12 &&
      b.length >= 12 &&
      (a.includes(b) || b.includes(a)) &&
      Math.min(a.length, b.length) > Math.max(a.length, b.length) * 0.75)
  )
}

const isByline = (text: string, byline: string[]): boolean => {
  if (text.length > 260) return false
  const letters = lettersOf(text)
  if (
    byline.some(
      (name) =>
        letters.includes(lettersOf(name)) &&
        letters.length < lettersOf(byline.join('')).length + 50,
    )
  )
    return true
  const opened = /^(by|par|von|por|di|מאת|بقلم|文|作者|記者|记者)[\s:：／/]/iu.test(text)
  if (opened && byline.some((name) => letters.slice(0, 80).includes(lettersOf(name)))) return true
  return opened && text.length <= 160 && namesIn(text).length > 0
}

/** A block set apart from the paragraphs: a heading, or something whose class calls it a summary. */
const isApart = (block: Block): boolean =>
  block.tag !== 'p' ||
  /stand|dek|deck|sub|summary|excerpt|lead|intro|desc/i.test(
    block.element.getAttribute('class') ?? '',
  )

const dropTail = (root: Element): void => {
  const blocks = blocksOf(root)
  const opener = furnitureStart(blocks)
  let last = blocks.length - 1
  const drop = (block: Block): void => {
    if (!within(block.element, 'table')) removeBlock(block, root)
  }
  if (opener !== null) {
    for (const block of blocks.slice(opener)) drop(block)
    last = opener - 1
  }
  for (let at = last; at > 0; at--) {
    const block = blocks[at]
    if (!block || (!isTail(block) && !isColophon(block.text))) break
    drop(block)
  }
}

/** Where "Related Content" or the like opens what follows the article; never within its first half. */
const furnitureStart = (blocks: Block[]): number | null => {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let before = 0
  for (const [at, block] of blocks.entries()) {
    if (before > total * 0.4 && opensFurniture(block.text)) {
      const rest = blocks.slice(at + 1)
      const prose = rest.filter((one) => isProse(one)).length
      const pointing = rest.filter(
        (one) => one.linkShare > 0.6 || isLabel(one.text) || opensFurniture(one.text),
      ).length
      if (prose <= rest.length * 0.25 && pointing >= rest.length * 0.5) return at
    }
    before += block.text.length
  }
  return null
}

const isTail = (block: Block): boolean => {
  const text = block.text
  if (within(block.element, 'table', 'blockquote', 'figure')) return false
  if (/^h[1-6]$/.test(block.tag) || isLabel(text) || isButton(text) || opensFurniture(text))
    return true
  if (block.linkShare > 0.7) return true
  if (/^https?:\/\/\S+$|^[^\p{L}\p{N}]+$/u.test(text)) return true
  const only = block.nodes.length === 1 ? block.nodes[0] : null
  const isStrong =
    only !== null &&
    only !== undefined &&
    tidy(only.textContent) === text &&
    onlyChild(only, /^(strong|b)$/)
  return isStrong && opensFurniture(text)
}

const onlyChild = (node: Node, tags: RegExp): boolean => {
  const children = Array.from(node.childNodes).filter((child) => tidy(child.textContent) !== '')
  return children.length === 1 && children[0] !== undefined && tags.test(tagOf(children[0]))
}

const dropRepeats = (root: Element): void => {
  const seen = new Set<string>()
  for (const block of blocksOf(root)) {
    const letters = lettersOf(block.text)
    if (letters.length >= 60 && seen.has(letters) && !within(block.element, 'table'))
      removeBlock(block, root)
    seen.add(letters)
  }
}
