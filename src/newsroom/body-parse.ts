import { Tokenizer } from 'htmlparser2'
import type { Attributes } from './body-attributes.ts'
import { playerAttributes, trackAttributes } from './body-attributes.ts'
import { type Node, newNode } from './body-node.ts'
import { closeElement, openElement, placeEmbed } from './body-place.ts'
import { boxes, containers, dropped, lines, voids } from './body-tags.ts'
import {
  addAtom,
  addText,
  closeFormat,
  type Draft,
  newDraft,
  openFormat,
  popTo,
} from './body-tree.ts'
import { cleanText } from './text.ts'

const mostAttributes = 40

/**
 * Reads HTML of any kind and makes of it the tree of a body. Never fails; takes time in proportion
 * to the length of the text, however it is nested.
 */
export function parseBody(html: string): { body: Node; reshaped: boolean } {
  const draft = newDraft(html.length)
  let text = ''
  let name = ''
  let attributes: Attributes = {}
  let attribute = ''
  let value = ''
  let held = 0
  let hidden: { name: string; depth: number } | null = null
  let player: Player | null = null

  const flush = (): void => {
    if (text && !hidden && !player) addText(draft, cleanText(text))
    text = ''
  }
  const stopPlayer = (): void => {
    if (player) placePlayer(draft, player)
    player = null
  }
  const open = (closed: boolean): void => {
    flush()
    if (hidden) {
      const breaksOut = !raw.has(hidden.name) && (lines.has(name) || containers.has(name))
      if (!breaksOut) {
        if (name === hidden.name && !closed) hidden.depth++
        return
      }
      hidden = null
    }
    if (player && openInPlayer(player, name, attributes)) return
    stopPlayer()
    if (name === 'audio' || name === 'video') {
      player = { tag: name, attributes, tracks: [] }
      if (closed) stopPlayer()
    } else if (name === 'iframe' || name === 'embed') {
      placeEmbed(draft, attributes)
      if (name === 'iframe' && !closed) hidden = { name, depth: 1 }
    } else if (dropped.has(name)) {
      if (!closed) hidden = { name, depth: 1 }
    } else openElement(draft, name, attributes)
  }
  const close = (tag: string): void => {
    flush()
    if (hidden) {
      if (tag === hidden.name && --hidden.depth === 0) hidden = null
    } else if (player) {
      if (tag === player.tag) stopPlayer()
    } else if (!voids.has(tag) || tag === 'br') closeElement(draft, tag)
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext(start, end) {
        if (!hidden) text += html.slice(start, end)
      },
      ontextentity(codepoint) {
        if (!hidden) text += String.fromCodePoint(codepoint)
      },
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        attributes = Object.create(null) as Attributes
        held = 0
      },
      onattribname(start, end) {
        attribute = held < mostAttributes ? html.slice(start, end).toLowerCase() : ''
        value = ''
      },
      onattribdata(start, end) {
        if (attribute) value += html.slice(start, end)
      },
      onattribentity(codepoint) {
        if (attribute) value += String.fromCodePoint(codepoint)
      },
      onattribend() {
        if (!attribute || attribute in attributes) return
        attributes[attribute] = value
        held++
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => hidden?.name === 'svg' || hidden?.name === 'math',
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  flush()
  stopPlayer()
  popTo(draft, 0)
  return { body: draft.stack[0] as Node, reshaped: draft.reshaped }
}

/** Sound or film whose parts are being read. */
interface Player {
  tag: 'audio' | 'video'
  attributes: Attributes
  tracks: Node[]
}

// Their content is no markup: nothing in it can be the beginning of something else.
const raw = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])

/** Whether a tag belongs to the player; a block means that its end tag was forgotten. */
function openInPlayer(player: Player, name: string, attributes: Attributes): boolean {
  if (name === 'source' && !player.attributes.src) player.attributes.src = attributes.src ?? ''
  const track = name === 'track' ? trackAttributes(attributes) : null
  if (track && player.tracks.length < 20) player.tracks.push(newNode('track', track))
  return !lines.has(name) && !containers.has(name) && !boxes.has(name) && name !== player.tag
}

function placePlayer(draft: Draft, player: Player): void {
  const attributes = playerAttributes(player.tag, player.attributes)
  if (attributes) return addAtom(draft, newNode(player.tag, attributes, player.tracks))
  const address = player.attributes.src
  if (!address || !/^https?:\/\/[^\s"<>]+$/i.test(address) || !URL.canParse(address)) return
  openFormat(draft, 'a', { href: new URL(address).href, rel: 'external noopener' })
  addText(draft, decodeURIComponentSafely(new URL(address).pathname.split('/').at(-1) || address))
  closeFormat(draft, 'a')
}

function decodeURIComponentSafely(text: string): string {
  try {
    return cleanText(decodeURIComponent(text))
  } catch {
    return text
  }
}
