import type { Attributes } from './body-attributes.ts'
import { finishBlock, finishInline, trimEnd } from './body-finish.ts'
import { addKid, type Node, newNode } from './body-node.ts'
import { blocksOnly, lineBlocks, tableParts } from './body-tags.ts'

/** An inline element that is open in the source; it is made only when something stands in it. */
interface Format {
  tag: string
  attributes: Attributes
  level: number
  /** How many more of the same stand in it. */
  extra: number
  made: boolean
}

/** A body in the making: open blocks, and inside the innermost one the open inline elements. */
export interface Draft {
  stack: Node[]
  inline: { node: Node; format: Format }[]
  formats: Format[]
  /** Characters that inline elements opened anew in later blocks may still cost: without it a page could grow without end. */
  budget: number
  /** The line so far is empty or ends with a space. */
  space: boolean
  fresh: boolean
  breaks: number
  /** A block was taken apart: what it held may now have another shape. */
  reshaped: boolean
  /** What each open span meant. */
  spans: string[][]
  /** The address of the picture that came last, while nothing else has come. */
  picture: string
}

const deepest = 16
const mostFormats = 16

export function newDraft(size: number): Draft {
  const budget = size + 20_000
  return {
    ...{ stack: [newNode('body')], inline: [], formats: [], spans: [] },
    ...{ budget, space: true, fresh: true, breaks: 0, picture: '', reshaped: false },
  }
}

export function top(draft: Draft): Node {
  return draft.stack.at(-1) as Node
}

export function isDeep(draft: Draft): boolean {
  return draft.stack.length >= deepest
}

/** Opens a block in the innermost one. The caller has made sure that it may stand there. */
export function pushBlock(draft: Draft, node: Node): void {
  closeInline(draft)
  const parent = top(draft)
  trimEnd(parent)
  const dress = parent.boxes.at(-1)?.dress
  if (dress && !tableParts.has(parent.tag)) node.attributes = { ...dress, ...node.attributes }
  draft.stack.push(node)
  startLine(draft)
}

export function popBlock(draft: Draft): void {
  closeInline(draft)
  const node = draft.stack.pop() as Node
  const parent = top(draft)
  const finished = finishBlock(node, parent)
  if (node.tag === 'figure' || node.tag === 'table')
    draft.reshaped ||= finished.length !== 1 || finished[0]?.tag !== node.tag
  parent.kids.push(...finished)
  const level = draft.stack.length
  if (draft.formats.length) draft.formats = draft.formats.filter((format) => format.level <= level)
  startLine(draft)
}

/** Closes blocks until the innermost is the one at `index`. */
export function popTo(draft: Draft, index: number): void {
  while (draft.stack.length > index + 1) popBlock(draft)
}

export function closeParagraph(draft: Draft): void {
  if (top(draft).tag === 'p') popBlock(draft)
}

/** Adds text; spaces are collapsed as a browser would show them. */
export function addText(draft: Draft, text: string): void {
  if (top(draft).tag === 'pre') return append(draft, text.replace(/\r\n?/g, '\n'))
  let line = /[\t\n\f\r\u2028\u2029]| {2}/.test(text)
    ? text.replace(/[ \t\n\f\r\u2028\u2029]+/g, ' ')
    : text
  if (draft.space && line.startsWith(' ')) line = line.slice(1)
  if (!line) return
  if (line !== ' ') openLine(draft)
  else if (draft.fresh) return
  append(draft, line)
  draft.picture = ''
  draft.space = line.endsWith(' ')
}

/** Adds a picture, sound or film. */
export function addAtom(draft: Draft, node: Node): void {
  openLine(draft)
  append(draft, node)
  draft.space = false
}

/** A line break. Two in a row begin a new paragraph; one at the beginning of a line says nothing. */
export function addBreak(draft: Draft): void {
  const block = top(draft)
  if (block.tag === 'pre') return append(draft, '\n')
  if (
    draft.fresh ||
    (draft.breaks && lineBlocks.has(block.tag) && block.tag !== 'p') ||
    draft.breaks > 1
  )
    return
  if (draft.breaks && block.tag === 'p') return splitParagraph(draft)
  const breaks = draft.breaks + 1
  append(draft, newNode('br'))
  draft.breaks = breaks
  draft.space = true
}

/** Where a box begins or ends, so does a line. */
export function endLine(draft: Draft): void {
  const block = top(draft)
  if (block.tag === 'p') popBlock(draft)
  else if (block.tag === 'pre') {
    if (!draft.fresh) append(draft, '\n')
  } else if (lineBlocks.has(block.tag)) addText(draft, ' ')
  else if (!draft.fresh && !draft.breaks) addBreak(draft)
}

export function openFormat(draft: Draft, tag: string, attributes: Attributes): void {
  if (tag === 'a') closeFormat(draft, 'a')
  if (tag === 'rt' || tag === 'rp') {
    closeFormat(draft, 'rt')
    closeFormat(draft, 'rp')
    if (!draft.formats.some((format) => format.tag === 'ruby')) return
  }
  const same = tag === 'span' ? undefined : draft.formats.find((format) => format.tag === tag)
  if (same) same.extra++
  else if (draft.formats.length < mostFormats) {
    const block = top(draft)
    const level = draft.stack.length - (block.implicit && block.tag === 'p' ? 1 : 0)
    draft.formats.push({ tag, attributes, level, extra: 0, made: false })
  }
}

export function closeFormat(draft: Draft, tag: string): void {
  if (tag === 'ruby') {
    closeFormat(draft, 'rt')
    closeFormat(draft, 'rp')
  }
  const index = draft.formats.findLastIndex((format) => format.tag === tag)
  const format = draft.formats[index]
  if (!format) return
  if (format.extra > 0) {
    format.extra--
    return
  }
  draft.formats.splice(index, 1)
  const made = draft.inline.findIndex((open) => open.format === format)
  if (made >= 0) closeInline(draft, made)
}

/** Opens what text needs where it stands: a paragraph, a list item, a cell. */
export function openLine(draft: Draft): void {
  for (;;) {
    const block = top(draft)
    const needed =
      blocksOnly.has(block.tag) || block.attributes.class === 'gallery' ? 'p' : neededIn[block.tag]
    if (!needed) return
    pushBlock(draft, { ...newNode(needed), implicit: true })
  }
}

/** Opens what a block needs where it stands: a list item, a cell. */
export function openPlace(draft: Draft): void {
  for (let needed = neededIn[top(draft).tag]; needed; needed = neededIn[top(draft).tag])
    pushBlock(draft, { ...newNode(needed), implicit: true })
}

const neededIn: Record<string, string> = {
  ul: 'li',
  ol: 'li',
  dl: 'dd',
  table: 'tbody',
  thead: 'tr',
  tbody: 'tr',
  tfoot: 'tr',
  tr: 'td',
}

function startLine(draft: Draft): void {
  draft.space = true
  draft.fresh = true
  draft.breaks = 0
}

function splitParagraph(draft: Draft): void {
  const { formats } = draft
  const { attributes, implicit } = top(draft)
  const { id: _, ...dress } = attributes
  popBlock(draft)
  pushBlock(draft, { ...newNode('p', dress), implicit })
  draft.formats = formats
}

function append(draft: Draft, kid: Node | string): void {
  makeFormats(draft)
  addKid(draft.inline.at(-1)?.node ?? top(draft), kid)
  draft.fresh = false
  draft.breaks = 0
}

/** Brings the inline elements that are made in line with those that are open in the source. */
function makeFormats(draft: Draft): void {
  const { formats, inline } = draft
  let index = 0
  while (index < inline.length && inline[index]?.format === formats[index]) index++
  if (index < inline.length) closeInline(draft, index)
  while (index < formats.length) {
    const format = formats[index] as Format
    if (format.made) draft.budget -= 20 + Object.values(format.attributes).join().length
    if (draft.budget < 0 && format.made) {
      formats.splice(index, 1)
      continue
    }
    format.made = true
    inline.push({ node: newNode(format.tag, { ...format.attributes }), format })
    index++
  }
}

function closeInline(draft: Draft, downTo = 0): void {
  while (draft.inline.length > downTo) {
    const { node } = draft.inline.pop() as { node: Node }
    const target = draft.inline.at(-1)?.node ?? top(draft)
    for (const finished of finishInline(node)) addKid(target, finished)
  }
}
