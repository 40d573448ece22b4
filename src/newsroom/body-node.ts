import type { Attributes } from './body-attributes.ts'

/** An element of a body being made. */
export interface Node {
  tag: string
  attributes: Attributes
  kids: (Node | string)[]
  /** The tag that opened it in the source; its end tag closes it. */
  source: string
  /** Made by us, because text stood where a paragraph or a list item belongs. */
  implicit: boolean
  /** Elements without meaning that are open directly in it, and the language and direction they give. */
  boxes: { name: string; dress: Attributes }[]
}

export function newNode(
  tag: string,
  attributes: Attributes = {},
  kids: (Node | string)[] = [],
): Node {
  return { tag, attributes, kids, source: tag, implicit: false, boxes: [] }
}

/** Adds a kid; text joins the text before it. */
export function addKid(node: Node, kid: Node | string): void {
  const last = node.kids.at(-1)
  if (typeof kid === 'string' && typeof last === 'string')
    node.kids[node.kids.length - 1] = last + kid
  else node.kids.push(kid)
}
