import { blockKinds, dynamic } from './block-kinds.ts'
import { hasBlocks, scanBlocks, type BlockAttributes } from './block-scan.ts'
import type { BodyContext } from './body.ts'

const deepest = 60

interface OpenBlock {
  name: string
  attributes: BlockAttributes
  html: string[]
}

/**
 * The HTML of a body made of blocks: comments gone, blocks kept, what a block shows without being
 * written in it (a reusable block, a gallery of ids) put in, what only a theme can show noted.
 * `loose` makes the HTML of text between blocks.
 */
export function renderBlocks(
  body: string,
  context: BodyContext,
  loose: (html: string) => string,
): string {
  const stack: OpenBlock[] = [{ name: '', attributes: {}, html: [] }]
  const top = () => stack.at(-1) as OpenBlock
  const close = () => {
    const block = stack.pop() as OpenBlock
    top().html.push(render(block, context))
  }
  for (const piece of scanBlocks(body)) {
    if (piece.kind === 'html') {
      top().html.push(stack.length === 1 ? loose(piece.html) : piece.html)
    } else if (piece.kind === 'open') {
      const block = { name: piece.name, attributes: piece.attributes, html: [] }
      if (piece.void) top().html.push(render(block, context, loose))
      else if (stack.length < deepest) stack.push(block)
    } else if (stack.some((block) => block.name === piece.name)) {
      while (top().name !== piece.name) close()
      close()
    }
  }
  while (stack.length > 1) close()
  return top().html.join('')
}

function render(
  { name, attributes, html }: OpenBlock,
  context: BodyContext,
  loose?: (html: string) => string,
): string {
  const inner = html.join('')
  if (name === 'block') return loose ? reusable(attributes, context, loose) : ''
  const kind =
    blockKinds.get(name) ?? (name.startsWith('core-embed/') ? blockKinds.get('embed') : null)
  const made = kind?.(inner, attributes, context)
  if (made !== undefined) return made
  if (dynamic.test(name) || (inner.trim() === '' && name !== 'paragraph' && name !== 'heading')) {
    context.note(`block ${name}`)
    return ''
  }
  return inner
}

function reusable(
  attributes: BlockAttributes,
  context: BodyContext,
  loose: (html: string) => string,
): string {
  const ref = String(attributes['ref'] ?? '')
  const body = context.reusable(ref)
  if (body === null) {
    context.note(`reusable block ${ref}, which is not in the file`)
    return ''
  }
  return hasBlocks(body) ? renderBlocks(body, context, loose) : loose(body)
}
