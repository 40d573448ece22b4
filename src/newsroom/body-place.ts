import {
  type Attributes,
  blockAttributes,
  dress,
  formatAttributes,
  linkAttributes,
  pictureAttributes,
} from './body-attributes.ts'
import { linkAddress } from './body-links.ts'
import { type Node, newNode } from './body-node.ts'
import {
  blockOfClass,
  boxes,
  containers,
  formats,
  lineBlocks,
  lines,
  tableParts,
} from './body-tags.ts'
import {
  addAtom,
  addBreak,
  addText,
  closeFormat,
  closeParagraph,
  type Draft,
  endLine,
  isDeep,
  openFormat,
  openPlace,
  popBlock,
  popTo,
  pushBlock,
  top,
} from './body-tree.ts'
import { recogniseEmbed } from './embeds.ts'
import { cleanLine } from './text.ts'

/** Places what a start tag begins. */
export function openElement(draft: Draft, name: string, from: Attributes): void {
  const format = formats.get(name)
  if (format) return openInline(draft, { name, format }, from)
  const line = lines.get(name)
  if (line) return openLineBlock(draft, { name, tag: line }, from)
  if (boxes.has(name) || containers.has(name) || name === 'li') {
    const special = name === 'li' ? null : blockOfClass(from.class)
    if (special) return openSpecial(draft, { name, ...special }, from)
  }
  const container = containers.get(name)
  if (container) return openContainer(draft, { name, tag: container }, from)
  if (boxes.has(name)) return openBox(draft, name, from)
  places[name]?.(draft, name, from)
}

/** Ends what an end tag ends; one that fits nothing only ends the line. */
export function closeElement(draft: Draft, name: string): void {
  const format = formats.get(name)
  if (format) {
    if (name === 'b' || format !== 'span') closeFormat(draft, format)
    else closeSpan(draft, name)
    return
  }
  if (name === 'br') return addBreak(draft)
  if (lines.has(name)) {
    const block = top(draft)
    if (block.tag === lines.get(name)) popBlock(draft)
    else if (/^h\d$/.test(name) && /^h\d$/.test(block.tag)) popBlock(draft)
    return
  }
  if (!boxes.has(name) && !containers.has(name) && !(name in places)) return
  closeParagraph(draft)
  const found = find(draft, name)
  if (!found) return endLine(draft)
  if (found.box >= 0) {
    popTo(draft, found.index)
    top(draft).boxes.length = found.box
    endLine(draft)
  } else popTo(draft, found.index - 1)
}

/** Places a frame of another site: as something to click on, or as a plain link when we do not know the site. */
export function placeEmbed(draft: Draft, from: Attributes): void {
  const address = linkAddress(from.src ?? from['data-src'] ?? from['data-lazy-src'])
  if (!address || !/^https?:/.test(address)) return
  const embed = recogniseEmbed(address)
  const title = cleanLine(from.title ?? '', 200)
  closeParagraph(draft)
  const inLine = lineBlocks.has(top(draft).tag)
  const href = embed?.address ?? address
  const link = newNode('a', { href, rel: 'external noopener' }, [
    title || (embed ? href : new URL(href).host),
  ])
  const figure = top(draft)
  if (embed && figure.tag === 'figure' && !figure.attributes.class) {
    figure.attributes.class = 'embed'
    figure.kids.push(link)
  } else if (embed && !inLine && !isDeep(draft)) {
    openPlace(draft)
    pushBlock(draft, { ...newNode('figure', { class: 'embed' }), implicit: true })
    top(draft).kids.push(link)
    popBlock(draft)
  } else {
    endLine(draft)
    addAtom(draft, link)
    endLine(draft)
  }
}

const places: Record<string, (draft: Draft, name: string, from: Attributes) => void> = {
  br: (draft) => addBreak(draft),
  hr: (draft) => placeRule(draft),
  img: (draft, _, from) => placePicture(draft, from),
  li: (draft, _, from) => placeItem(draft, from),
  dt: (draft, name, from) => placeTerm(draft, name, from),
  dd: (draft, name, from) => placeTerm(draft, name, from),
  figcaption: (draft, _, from) => placeCaption(draft, from),
  caption: (draft, _, from) => placeTableCaption(draft, from),
  thead: (draft, name) => placeRows(draft, name),
  tbody: (draft, name) => placeRows(draft, name),
  tfoot: (draft, name) => placeRows(draft, name),
  tr: (draft, name, from) => placeRow(draft, name, from),
  td: (draft, name, from) => placeCell(draft, name, from),
  th: (draft, name, from) => placeCell(draft, name, from),
}

const bold = /font-weight\s*:\s*(?:bold|[6-9]00)/i
const italic = /font-style\s*:\s*(?:italic|oblique)/i
const normalWeight = /font-weight\s*:\s*(?:normal|[1-4]00)/i

function openInline(draft: Draft, is: { name: string; format: string }, from: Attributes): void {
  if (is.format === 'a') {
    const attributes = linkAttributes(from)
    closeFormat(draft, 'a')
    if (attributes) openFormat(draft, 'a', attributes)
    return
  }
  if (is.name === 'b' && from.style && normalWeight.test(from.style)) return
  if (is.format !== 'span') return openFormat(draft, is.format, formatAttributes(is.format, from))
  // A span matters when it says a language or direction; word processors also say bold and italic with it.
  const opened: Attributes = {}
  const attributes = dress(from)
  if (Object.keys(attributes).length) opened.span = ''
  if (from.style && bold.test(from.style)) opened.strong = ''
  if (from.style && italic.test(from.style)) opened.em = ''
  for (const tag in opened) openFormat(draft, tag, tag === 'span' ? attributes : {})
  if (draft.spans.length < 100_000) draft.spans.push(Object.keys(opened))
}

function closeSpan(draft: Draft, _name: string): void {
  for (const tag of (draft.spans.pop() ?? []).toReversed()) closeFormat(draft, tag)
}

function openLineBlock(draft: Draft, is: { name: string; tag: string }, from: Attributes): void {
  closeParagraph(draft)
  const block = top(draft)
  if (/^h\d$/.test(block.tag) && /^h\d$/.test(is.tag)) popBlock(draft)
  else if (lineBlocks.has(block.tag)) return endLine(draft)
  if (isDeep(draft)) return endLine(draft)
  openPlace(draft)
  pushBlock(draft, { ...newNode(is.tag, blockAttributes(is.tag, from)), source: is.name })
}

/** Makes room for a block; false when none may stand here. */
function makeRoom(draft: Draft): boolean {
  closeParagraph(draft)
  const block = top(draft)
  if (/^h\d$/.test(block.tag)) popBlock(draft)
  else if (lineBlocks.has(block.tag)) return false
  return !isDeep(draft)
}

function openBox(draft: Draft, name: string, from: Attributes): void {
  endLine(draft)
  const block = top(draft)
  block.boxes.push({ name, dress: { ...block.boxes.at(-1)?.dress, ...dress(from) } })
}

function openContainer(draft: Draft, is: { name: string; tag: string }, from: Attributes): void {
  const room = makeRoom(draft)
  const block = top(draft)
  const isList = is.tag === 'ul' || is.tag === 'ol' || is.tag === 'dl'
  const pointless =
    (is.tag === 'figure' && block.tag === 'figure' && block.attributes.class !== 'gallery') ||
    (is.tag === 'blockquote' && block.attributes.class === 'pullquote') ||
    (isList && block.attributes.class === 'gallery')
  if (!room || pointless) return openBox(draft, is.name, from)
  // A list directly in a list belongs to the item before it.
  if (isList && (block.tag === 'ul' || block.tag === 'ol')) {
    const item = block.kids.at(-1)
    if (typeof item === 'object' && item.tag === 'li') {
      block.kids.pop()
      pushBlock(draft, item)
    }
  }
  openPlace(draft)
  const attributes = blockAttributes(is.tag, from)
  if (is.tag === 'figure' && /(?:^|\s)(?:embed|wp-block-embed)(?:\s|$)/.test(from.class ?? ''))
    attributes.class = 'embed'
  pushBlock(draft, { ...newNode(is.tag, attributes), source: is.name })
}

/** A box that its class makes a gallery, a pull quote, a fact box, the footnotes. */
function openSpecial(
  draft: Draft,
  is: { name: string; tag: string; class: string },
  from: Attributes,
): void {
  const room = makeRoom(draft)
  const block = top(draft)
  const fits = is.tag === 'figure' ? block.tag !== 'figure' : block.tag === 'body'
  if (!room || !fits) {
    if (block.attributes.class === is.class || !containers.has(is.name))
      return openBox(draft, is.name, from)
    return openContainer(draft, { name: is.name, tag: containers.get(is.name) as string }, from)
  }
  openPlace(draft)
  pushBlock(draft, { ...newNode(is.tag, { class: is.class, ...dress(from) }), source: is.name })
  // Footnotes may be a list that says itself what it is.
  if (is.class === 'footnotes' && (is.name === 'ol' || is.name === 'ul')) {
    top(draft).source = ''
    pushBlock(draft, { ...newNode(is.name), source: is.name })
  }
}

function placeRule(draft: Draft): void {
  if (!makeRoom(draft) || top(draft).tag === 'figure') return endLine(draft)
  openPlace(draft)
  pushBlock(draft, newNode('hr'))
  draft.stack.pop()
  top(draft).kids.push(newNode('hr'))
}

function placePicture(draft: Draft, from: Attributes): void {
  const attributes = pictureAttributes(from)
  if (typeof attributes === 'string') return addText(draft, attributes)
  if (!attributes || top(draft).tag === 'pre') return
  // A page that loads pictures late repeats them for readers without script.
  if (attributes.src === draft.picture) return
  addAtom(draft, newNode('img', attributes))
  draft.picture = attributes.src as string
}

function placeItem(draft: Draft, from: Attributes): void {
  closeParagraph(draft)
  const list = draft.stack.findLastIndex(
    (node) => node.tag === 'ul' || node.tag === 'ol' || bars.has(node.tag),
  )
  const tag = draft.stack[list]?.tag
  if (tag !== 'ul' && tag !== 'ol') return openElement(draft, 'p', from)
  popTo(draft, list)
  pushBlock(draft, newNode('li', blockAttributes('li', from)))
}

const bars = new Set(['td', 'th', 'figure', 'blockquote', 'aside', 'section', 'body', 'dl'])

function placeTerm(draft: Draft, name: string, from: Attributes): void {
  closeParagraph(draft)
  const list = draft.stack.findLastIndex(
    (node) => node.tag === 'dl' || (node.tag !== 'dl' && bars.has(node.tag)),
  )
  if (draft.stack[list]?.tag !== 'dl') return openElement(draft, 'p', from)
  popTo(draft, list)
  pushBlock(draft, newNode(name, blockAttributes(name, from)))
}

function placeCaption(draft: Draft, from: Attributes): void {
  closeParagraph(draft)
  const block = top(draft)
  const known = block.kids.some((kid) => typeof kid === 'object' && kid.tag === 'figcaption')
  if (block.tag !== 'figure' || known) return openElement(draft, 'p', from)
  pushBlock(draft, newNode('figcaption', dress(from)))
}

function placeTableCaption(draft: Draft, from: Attributes): void {
  const block = top(draft)
  if (block.tag !== 'table' || block.kids.length) return endLine(draft)
  pushBlock(draft, newNode('caption', dress(from)))
}

function nearestTable(draft: Draft, parts: ReadonlySet<string>): number {
  return draft.stack.findLastIndex((node) => parts.has(node.tag))
}

const rowParents = new Set(['table', 'thead', 'tbody', 'tfoot'])
const tables = new Set(['table'])

function placeRows(draft: Draft, name: string): void {
  const table = nearestTable(draft, tables)
  if (table < 0) return endLine(draft)
  popTo(draft, table)
  pushBlock(draft, newNode(name))
}

function placeRow(draft: Draft, name: string, from: Attributes): void {
  const parent = nearestTable(draft, rowParents)
  if (parent < 0) return endLine(draft)
  popTo(draft, parent)
  if (top(draft).tag === 'table') pushBlock(draft, newNode('tbody'))
  pushBlock(draft, newNode(name, dress(from)))
}

function placeCell(draft: Draft, name: string, from: Attributes): void {
  const parent = nearestTable(draft, tableParts)
  if (parent < 0) return endLine(draft)
  popTo(draft, parent)
  if (top(draft).tag === 'table') pushBlock(draft, newNode('tbody'))
  if (top(draft).tag !== 'tr') pushBlock(draft, newNode('tr'))
  pushBlock(draft, newNode(name, blockAttributes(name, from)))
}

/** The open element that an end tag means: a block, or a box inside one. Cells keep theirs to themselves. */
function find(draft: Draft, name: string): { index: number; box: number } | null {
  for (let index = draft.stack.length - 1; index >= 0; index--) {
    const node = draft.stack[index] as Node
    const from = Math.max(0, node.boxes.length - 64)
    for (let box = node.boxes.length - 1; box >= from; box--)
      if (node.boxes[box]?.name === name) return { index, box }
    if (index > 0 && node.source === name) return { index, box: -1 }
    if (
      (node.tag === 'td' || node.tag === 'th') &&
      !tableParts.has(name) &&
      name !== 'td' &&
      name !== 'th'
    )
      return null
  }
  return null
}
