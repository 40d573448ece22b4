/** A run of text that a reader sees as one block: a paragraph, a heading, a list item, a caption. */
export interface Block {
  /** The nodes that make the block: one block element, or a run of inline nodes beside others. */
  nodes: Node[]
  /** Its text with collapsed white space. */
  text: string
  /** How many of its letters stand in links, 0–1. */
  linkShare: number
  /** The element's name, or of the element that holds the run. */
  tag: string
  /** The nearest element: the block itself, or the parent of the run. */
  element: Element
}

const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
)

export const tagOf = (node: Node): string => node.nodeName.toLowerCase()
export const isElement = (node: Node): node is Element => node.nodeType === 1
export const isBlock = (node: Node): boolean => isElement(node) && blockTags.has(tagOf(node))
export const tidy = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\s\u200b\ufeff]+/g, ' ').trim()

/** The letters of a text alone, for telling whether two texts say the same. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** All blocks under an element in reading order. Empty ones are left out. */
export const blocksOf = (root: Element): Block[] => {
  const found: Block[] = []
  const holds = holdsBlocks(root)
  const walk = (element: Element): void => {
    let run: Node[] = []
    const children = Array.from(element.childNodes)
    const flush = (): void => {
      const whole = run.length > 0 && run.length === children.length && element !== root
      pushBlock(found, whole ? [element] : run, element)
      run = []
    }
    for (const child of children) {
      if (isElement(child) && (isBlock(child) || holds.has(child))) {
        flush()
        walk(child)
      } else if (child.nodeType === 1 || child.nodeType === 3) run.push(child)
    }
    flush()
  }
  walk(root)
  return found
}

/** The inline elements and all others below root that hold a block somewhere. */
const holdsBlocks = (root: Element): Set<Element> => {
  const holds = new Set<Element>()
  for (const element of Array.from(root.querySelectorAll('*'))) {
    if (!isBlock(element)) continue
    for (let up = element.parentElement; up && up !== root && !holds.has(up); up = up.parentElement)
      holds.add(up)
  }
  return holds
}

const pushBlock = (found: Block[], nodes: Node[], element: Element): void => {
  if (nodes.length === 0) return
  const text = tidy(nodes.map((node) => node.textContent).join(''))
  if (text === '') return
  const linked = nodes.reduce((sum, node) => sum + linkedLetters(node), 0)
  found.push({
    nodes,
    text,
    linkShare: Math.min(1, linked / text.length),
    tag: tagOf(element),
    element,
  })
}

const linkedLetters = (node: Node): number => {
  if (!isElement(node)) return within(node.parentElement, 'a') ? tidy(node.textContent).length : 0
  if (within(node, 'a')) return tidy(node.textContent).length
  let letters = 0
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (isElement(child)) letters += linkedLetters(child)
  return letters
}

/** Whether an element is, or stands in, one of these elements. Names are in small letters. */
export const within = (element: Element | null, ...names: string[]): boolean => {
  for (let up = element; up; up = up.parentElement) if (names.includes(tagOf(up))) return true
  return false
}

/** Takes a block out of its tree, and the elements that hold nothing once it is gone. */
export const removeBlock = (block: Block, root: Element): void => {
  for (const node of block.nodes) {
    let up: Element | null = node.parentElement
    node.parentNode?.removeChild(node)
    while (up && up !== root && isBare(up)) {
      const next: Element | null = up.parentElement
      up.remove()
      up = next
    }
  }
}

const isBare = (element: Element): boolean =>
  !/^(t[dhr]|body)$/.test(tagOf(element)) && holdsNothing(element)

const shown = /^(img|picture|video|audio|iframe|hr|embed)$/

const holdsNothing = (node: Node): boolean => {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && tidy(child.textContent) !== '') return false
    if (isElement(child) && (shown.test(tagOf(child)) || !holdsNothing(child))) return false
  }
  return true
}

/** Letters that stand in sentences rather than labels, lists of links or captions. */
export const proseLength = (blocks: Block[]): number =>
  blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0)

/** A block that reads as a sentence of the story: long enough, ended or long, and not a link. */
export const isProse = (block: Block): boolean => {
  if (block.linkShare > 0.6 || /^(h[1-6]|figcaption|caption|button|th)$/.test(block.tag))
    return false
  return isSentence(block.text)
}

/** Whether a text reads as a sentence rather than a label. Scripts without spaces say more in less. */
export const isSentence = (text: string): boolean => {
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text)
  const length = text.length * (dense ? 2.5 : 1)
  return length >= 120 || (length >= 50 && /[.!?…。！？؟:"”’»」।]\s*\)?$/.test(text))
}
