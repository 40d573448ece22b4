import { addKid, type Node, newNode } from './body-node.ts'
import { type Embed, recogniseEmbed } from './embeds.ts'

type Kid = Node | string

/** What a finished block leaves in its parent: itself, nothing, or what was worth keeping of it. */
export function finishBlock(node: Node, parent: Node): Node[] {
  if (!tableTags.has(node.tag)) trim(node)
  switch (node.tag) {
    case 'p':
      return finishParagraph(node, parent)
    case 'h2':
    case 'h3':
    case 'h4':
      return finishHeading(node)
    case 'pre':
      return isBare(node) ? [] : [withoutEmptyLines(node)]
    case 'td':
    case 'th':
      return [node]
    case 'table':
      return finishTable(node)
    case 'figure':
      return finishFigure(node)
    default:
      return isBare(node) ? [] : [node]
  }
}

/** An inline element that holds nothing but spaces leaves the spaces. */
export function finishInline(node: Node): Kid[] {
  const holds = node.kids.some((kid) =>
    typeof kid === 'string' ? kid.trim() !== '' : kid.tag !== 'br',
  )
  return holds ? [node] : node.kids
}

/** Takes spaces and line breaks off the end of a line. */
export function trimEnd(node: Node): void {
  for (let last = node.kids.at(-1); last !== undefined; last = node.kids.at(-1)) {
    if (typeof last === 'string') {
      const text = last.replace(/[ \n]+$/, '')
      if (text) {
        node.kids[node.kids.length - 1] = text
        return
      }
    } else if (inlineTags.has(last.tag)) {
      trimEnd(last)
      if (last.kids.length) return
    } else if (last.tag !== 'br') return
    node.kids.pop()
  }
}

/** Blocks of whatever kids there are: runs of text become paragraphs. */
export function toBlocks(kids: Kid[], parent: Node): Node[] {
  const blocks: Node[] = []
  let line: Kid[] = []
  const flush = (): void => {
    if (line.length) blocks.push(...finishBlock(newNode('p', {}, line), parent))
    line = []
  }
  for (const kid of kids) {
    if (
      typeof kid === 'string' ||
      inlineTags.has(kid.tag) ||
      atoms.has(kid.tag) ||
      kid.tag === 'br'
    )
      line.push(kid)
    else {
      flush()
      blocks.push(kid)
    }
  }
  flush()
  return blocks
}

/** The text of an element, as it stands. */
export function textOf(node: Node): string {
  return node.kids.map((kid) => (typeof kid === 'string' ? kid : textOf(kid))).join('')
}

export function embedFigure(embed: Embed, title: string, rest: Node[] = []): Node {
  const link = newNode('a', { href: embed.address, rel: 'external noopener' }, [
    title || embed.address,
  ])
  return newNode('figure', { class: 'embed', 'data-embed': embed.provider }, [link, ...rest])
}

const inlineTags = new Set(
  'em strong s u mark small sub sup code q cite abbr time bdi ruby rt rp a span'.split(' '),
)
const atoms = new Set(['img', 'audio', 'video'])
const tableTags = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
const takesFigures = new Set([
  'body',
  'aside',
  'section',
  'blockquote',
  'figure',
  'li',
  'td',
  'th',
  'dd',
])

function finishParagraph(node: Node, parent: Node): Node[] {
  if (isBare(node)) return []
  if (!takesFigures.has(parent.tag)) return [node]
  const pictures = onlyPictures(node.kids)
  if (pictures) {
    if (parent.tag === 'figure' && parent.attributes.class !== 'gallery') return pictures
    return pictures.map((picture) => newNode('figure', {}, [picture]))
  }
  const embed = loneAddress(node)
  return embed && parent.tag !== 'figure' ? [embedFigure(embed, '')] : [node]
}

function finishHeading(node: Node): Node[] {
  if (isBare(node)) return []
  const pictures = onlyPictures(node.kids)
  if (pictures) return pictures.map((picture) => newNode('figure', {}, [picture]))
  const only = node.kids[0]
  if (node.kids.length === 1 && typeof only === 'object' && only.tag === 'strong')
    node.kids = only.kids
  return [node]
}

/** A table of one cell only placed something on an old page. */
function finishTable(table: Node): Node[] {
  const cells: Node[] = []
  let caption: Node | null = null
  for (const part of table.kids as Node[]) {
    if (part.tag === 'caption') caption = part
    else for (const row of part.kids as Node[]) cells.push(...(row.kids as Node[]))
  }
  if (cells.every(isBare)) return caption ? toBlocks(caption.kids, newNode('body')) : []
  if (cells.length > 1) return [table]
  const kids = [...(caption ? [newNode('p', {}, caption.kids)] : []), ...(cells[0] as Node).kids]
  return toBlocks(kids, newNode('body'))
}

function finishFigure(figure: Node): Node[] {
  const captions = figure.kids.filter(
    (kid): kid is Node => typeof kid === 'object' && kid.tag === 'figcaption',
  )
  const caption = captions[0]
  const rest = figure.kids.filter((kid) => typeof kid === 'string' || kid.tag !== 'figcaption')
  if (figure.attributes.class === 'gallery') return finishGallery(figure, rest, caption)
  const embed = embedIn(figure, rest)
  if (embed) return [embedFigure(embed.embed, embed.title, caption ? [caption] : [])]
  const { class: _, 'data-embed': __, ...dress } = figure.attributes
  const pictures: Node[] = []
  const words: Kid[] = []
  const blocks: Node[] = []
  for (const kid of rest) {
    const found = onlyPictures([kid])
    if (found) pictures.push(...found)
    else if (typeof kid === 'string' || inlineTags.has(kid.tag) || kid.tag === 'br') words.push(kid)
    else if (kid.tag === 'p' && !caption) words.push(' ', ...kid.kids)
    else blocks.push(kid)
  }
  const held = pictures.length ? pictures : blocks.filter((block) => captioned.has(block.tag))
  if (!held.length) return toBlocks([...rest, ...asParagraph(caption)], newNode('body'))
  const under = caption ?? captionOf(words)
  const beside = [
    ...(caption ? toBlocks(words, newNode('body')) : []),
    ...blocks.filter((block) => !held.includes(block)),
  ]
  if (!pictures.length && !under) return [...held, ...beside]
  return [newNode('figure', dress, under ? [...held, under] : held), ...beside]
}

const captioned = new Set(['table', 'pre', 'blockquote'])

function finishGallery(gallery: Node, rest: Kid[], caption: Node | undefined): Node[] {
  const figures: Node[] = []
  const others: Kid[] = []
  for (const kid of rest) {
    if (typeof kid === 'object' && kid.tag === 'figure' && !kid.attributes.class) figures.push(kid)
    else others.push(kid)
  }
  const beside = toBlocks(others, newNode('body'))
  const [first] = figures
  if (!first) return [...beside, ...toBlocks(asParagraph(caption), newNode('body'))]
  if (figures.length > 1)
    return [
      newNode('figure', gallery.attributes, caption ? [...figures, caption] : figures),
      ...beside,
    ]
  const own = first.kids.some((kid) => typeof kid === 'object' && kid.tag === 'figcaption')
  if (caption && !own)
    return [newNode('figure', first.attributes, [...first.kids, caption]), ...beside]
  return [first, ...toBlocks(own ? asParagraph(caption) : [], newNode('body')), ...beside]
}

function embedIn(figure: Node, rest: Kid[]): { embed: Embed; title: string } | null {
  if (!figure.attributes.class?.startsWith('embed')) return null
  const body = newNode('figure', {}, rest)
  const link = firstLink(body)
  const text = textOf(body).replace(/\s+/g, ' ').trim()
  const embed = recogniseEmbed(link?.attributes.href ?? text)
  if (!embed) return null
  const title = link ? textOf(link).trim() : ''
  return { embed, title: title === link?.attributes.href ? '' : title }
}

function firstLink(node: Node): Node | null {
  for (const kid of node.kids) {
    if (typeof kid === 'string') continue
    const found = kid.tag === 'a' && kid.attributes.href ? kid : firstLink(kid)
    if (found) return found
  }
  return null
}

function loneAddress(paragraph: Node): Embed | null {
  const [only, more] = paragraph.kids
  if (more !== undefined || only === undefined) return null
  if (typeof only === 'object' && (only.tag !== 'a' || textOf(only) !== only.attributes.href))
    return null
  const text = typeof only === 'string' ? only : textOf(only)
  return /^https?:\/\/\S+$/.test(text) ? recogniseEmbed(text) : null
}

/** The pictures (sound, film) in kids that hold nothing else, each with its link; null when there is anything else. */
function onlyPictures(kids: Kid[]): Node[] | null {
  const found: Node[] = []
  for (const kid of kids) {
    if (typeof kid === 'string') {
      if (kid.trim()) return null
    } else if (atoms.has(kid.tag)) found.push(kid)
    else if (inlineTags.has(kid.tag)) {
      const inner = onlyPictures(kid.kids)
      if (!inner) return null
      const link = (picture: Node): Node => newNode('a', kid.attributes, [picture])
      found.push(...(kid.tag === 'a' ? inner.map(link) : inner))
    } else if (kid.tag !== 'br') return null
  }
  return found.length ? found : null
}

function asParagraph(caption: Node | undefined): Node[] {
  return caption && !isBare(caption) ? [newNode('p', caption.attributes, caption.kids)] : []
}

function captionOf(words: Kid[]): Node | undefined {
  const caption = newNode('figcaption')
  for (const word of words) {
    const last = caption.kids.at(-1)
    const again = isBreak(word) && (last === undefined || isBreak(last))
    if (!again) addKid(caption, word)
  }
  caption.kids = caption.kids.map((kid) =>
    typeof kid === 'string' ? kid.replace(/ {2,}/g, ' ') : kid,
  )
  trim(caption)
  return isBare(caption) ? undefined : caption
}

function isBreak(kid: Kid): boolean {
  return typeof kid === 'object' && kid.tag === 'br'
}

function isBare(node: Node): boolean {
  return node.kids.every(
    (kid) =>
      (typeof kid === 'string' && kid.trim() === '') ||
      (typeof kid === 'object' && (kid.tag === 'br' || (inlineTags.has(kid.tag) && isBare(kid)))),
  )
}

function trim(node: Node): void {
  trimEnd(node)
  if (node.tag === 'pre') return
  for (let first = node.kids[0]; first !== undefined; first = node.kids[0]) {
    if (typeof first === 'string') {
      const text = first.replace(/^ +/, '')
      if (text) {
        node.kids[0] = text
        return
      }
    } else if (first.tag !== 'br') return
    node.kids.shift()
  }
}

function withoutEmptyLines(pre: Node): Node {
  for (let at: Node | undefined = pre; at;) {
    const first: Kid | undefined = at.kids[0]
    if (typeof first !== 'string') {
      at = first
      continue
    }
    const text = first.replace(/^\n+/, '')
    if (text) {
      at.kids[0] = text
      break
    }
    at.kids.shift()
  }
  return pre
}
