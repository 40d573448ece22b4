import { isBlock, isElement, tagOf, tidy } from './blocks.ts'

const kept = new Set(
  (
    'p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table thead tbody tfoot tr td th caption hr ' +
    'a em strong i b u s del ins sub sup small mark code kbd q abbr cite br img video audio source iframe ruby rt rp'
  ).split(' '),
)
const renamed: Record<string, string> = {
  h1: 'h2',
  strike: 's',
  center: 'p',
  address: 'p',
  tt: 'code',
}
const voids = new Set(['br', 'img', 'hr', 'source'])
const attributes: Record<string, string[]> = {
  a: ['href', 'title'],
  img: ['src', 'srcset', 'alt', 'title', 'width', 'height'],
  video: ['src', 'poster', 'controls'],
  audio: ['src', 'controls'],
  source: ['src', 'srcset', 'type'],
  iframe: ['src', 'title', 'width', 'height'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'type'],
  blockquote: ['cite'],
  abbr: ['title'],
}
const holders = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'figure',
  'video',
  'audio',
  'ruby',
])

/**
 * Writes a tree as plain article HTML: the elements a body may have, paragraphs for loose text, no
 * containers, classes or styles. `address` turns an address of the page into one that can be used,
 * or null to drop it.
 */
export const writeHtml = (root: Element, address: (value: string) => string | null): string => {
  const inline = (node: Node): string => {
    if (node.nodeType === 3) return escape((node.textContent ?? '').replace(/[\s\u200b]+/g, ' '))
    if (!isElement(node)) return ''
    const tag = renamed[tagOf(node)] ?? tagOf(node)
    const inner = voids.has(tag) ? '' : Array.from(node.childNodes).map(inline).join('')
    return kept.has(tag) ? element(node, tag, inner) : inner
  }
  const element = (node: Element, tag: string, inner: string): string => {
    const named = attributesOf(node, tag, address)
    if (named === null) return inner
    if (voids.has(tag)) return `<${tag}${named}>`
    const isEmpty = inner.trim() === '' && !['td', 'th', 'iframe', 'video', 'audio'].includes(tag)
    return isEmpty ? inner : `<${tag}${named}>${tag === 'a' ? inner : trimmed(tag, inner)}</${tag}>`
  }
  const holdsBlock = (node: Node): boolean =>
    isElement(node) && (isBlock(node) || Array.from(node.childNodes).some(holdsBlock))
  const blocks = (node: Element): string => {
    const out: string[] = []
    let run: string[] = []
    const flush = (): void => {
      const text = run.join('').replace(/^(\s|<br>)+|(\s|<br>)+$/g, '')
      if (text !== '') out.push(holders.has(tagOf(node)) ? text : `<p>${text}</p>`)
      run = []
    }
    for (const child of Array.from(node.childNodes)) {
      if (!isElement(child) || !holdsBlock(child)) {
        run.push(inline(child))
        continue
      }
      flush()
      out.push(block(child))
    }
    flush()
    return out.join('\n')
  }
  const block = (node: Element): string => {
    const tag = renamed[tagOf(node)] ?? tagOf(node)
    if (tag === 'hr') return '<hr>'
    if (tag === 'pre') return `<pre>${escape(node.textContent ?? '')}</pre>`
    const nested = Array.from(node.childNodes).some(holdsBlock)
    const open = kept.has(tag) && isBlock(node) && isHome(node, tag, root)
    if (!nested) {
      const inner = Array.from(node.childNodes).map(inline).join('')
      if (tidy(inner) === '') return ''
      if (tag === 'blockquote') return element(node, tag, `<p>${trimmed('p', inner)}</p>`)
      return open ? element(node, tag, inner) : `<p>${trimmed('p', inner)}</p>`
    }
    const inner = blocks(node)
    // A paragraph cannot hold blocks; whatever held them as one is a container.
    return open && tag !== 'p' && inner.trim() !== '' ? element(node, tag, inner) : inner
  }
  return blocks(root)
    .replace(/<p>(\s|<br>|&nbsp;)*<\/p>/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** Parts of tables and lists mean nothing without the table or list around them. */
const isHome = (node: Element, tag: string, root: Element): boolean => {
  const needs = /^(td|th|tr|thead|tbody|tfoot|caption)$/.test(tag)
    ? 'table'
    : tag === 'li'
      ? 'ul, ol'
      : /^d[td]$/.test(tag)
        ? 'dl'
        : null
  const home = needs ? node.closest(needs) : null
  return needs === null || (home !== null && root !== home && root.contains(home))
}

const trimmed = (tag: string, inner: string): string => {
  if (!/^(p|h\d|li|figcaption|td|th|dt|dd|blockquote)$/.test(tag)) return inner
  return inner.replace(/^(\s|<br>)+|(\s|<br>)+$/g, '')
}

/** The attributes an element keeps, or null where it is worth nothing without the one it lost. */
const attributesOf = (
  node: Element,
  tag: string,
  address: (value: string) => string | null,
): string | null => {
  let text = ''
  for (const name of attributes[tag] ?? []) {
    const value = node.getAttribute(name)
    if (value === null || (value === '' && name !== 'alt' && name !== 'controls')) continue
    const isAddress = name === 'src' || name === 'href' || name === 'cite' || name === 'poster'
    const usable = isAddress ? address(value) : name === 'srcset' ? srcset(value, address) : value
    if (usable) text += ` ${name}="${escape(usable).replaceAll('"', '&quot;')}"`
    else if (name === 'alt' || name === 'controls') text += ` ${name}=""`
  }
  if (/^(a|iframe)$/.test(tag) && !/ (href|src)="/.test(text)) return null
  if (tag === 'img' && !/ src="/.test(text)) return null
  const direction = node.getAttribute('dir')
  if (direction === 'rtl' || direction === 'ltr') text += ` dir="${direction}"`
  return text
}

const srcset = (value: string, address: (value: string) => string | null): string =>
  value
    .split(/,\s+/)
    .slice(0, 20)
    .map((part) => {
      const [url, size] = part.trim().split(/\s+/)
      const usable = url ? address(url) : null
      return usable && size ? `${usable} ${size}` : (usable ?? '')
    })
    .filter((part) => part !== '')
    .join(', ')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
