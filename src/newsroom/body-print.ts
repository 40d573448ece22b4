import type { Node } from './body-node.ts'

/** A tree as HTML, a line for each block of the body. */
export function printBody(body: Node): string {
  let html = ''
  for (const kid of body.kids) {
    if (html) html += '\n'
    html += typeof kid === 'string' ? escapeText(kid) : printNode(kid)
  }
  return html
}

/**
 * Footnotes: an id stays where a link leads to it, once; a link stays where its note is. Others go,
 * their text stays. Says whether a link went.
 */
export function settleNotes(body: Node): boolean {
  const ids = new Set<string>()
  const wanted = new Set<string>()
  visit(body, (node) => {
    if (node.attributes.id) ids.add(node.attributes.id)
    if (node.attributes.href?.startsWith('#')) wanted.add(node.attributes.href.slice(1))
  })
  if (!ids.size && !wanted.size) return false
  let changed = false
  const seen = new Set<string>()
  visit(body, (node) => {
    const { id, href } = node.attributes
    if (id && (!wanted.has(id) || seen.has(id))) delete node.attributes.id
    else if (id) seen.add(id)
    if (href?.startsWith('#') && !ids.has(href.slice(1))) delete node.attributes.href
    if (!node.kids.some(leadsNowhere)) return
    changed = true
    node.kids = node.kids.flatMap((kid) => (leadsNowhere(kid) ? kid.kids : [kid]))
  })
  return changed
}

const empty = new Set(['img', 'br', 'hr', 'track'])

function printNode(node: Node): string {
  const { lang, dir } = node.attributes
  let html = `<${node.tag}`
  for (const name in node.attributes)
    if (name !== 'lang' && name !== 'dir')
      html += ` ${name}="${escapeValue(node.attributes[name] as string)}"`
  if (lang) html += ` lang="${lang}"`
  if (dir) html += ` dir="${dir}"`
  if (empty.has(node.tag)) return `${html} />`
  html += '>'
  for (const kid of node.kids) html += typeof kid === 'string' ? escapeText(kid) : printNode(kid)
  return `${html}</${node.tag}>`
}

function leadsNowhere(kid: Node | string): kid is Node {
  return typeof kid === 'object' && kid.tag === 'a' && !wouldLead(kid)
}

function wouldLead(link: Node): boolean {
  return Boolean(link.attributes.href || link.attributes.id)
}

function visit(node: Node, look: (node: Node) => void): void {
  for (const kid of node.kids) if (typeof kid === 'object') visit(kid, look)
  look(node)
}

function escapeText(text: string): string {
  return /[&<>]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : text
}

function escapeValue(text: string): string {
  return /[&<>"]/.test(text) ? escapeText(text).replace(/"/g, '&quot;') : text
}
