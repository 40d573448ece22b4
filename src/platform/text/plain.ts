const block =
  /<\/?(?:p|h[1-6]|li|ul|ol|blockquote|figure|figcaption|div|section|table|tr|td|th|br|hr|pre|aside|dd|dt|dl)\b[^>]*>/gi
const tag = /<[^>]*>/g
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,7});/gi
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The words of sanitised HTML as plain text; blocks end in a line break. Not a sanitiser: escape it again. */
export function plainText(html: string): string {
  let text = html
  if (text.includes('<')) text = text.replace(block, '\n').replace(tag, '')
  return text.includes('&') ? text.replace(entity, decode) : text
}

function decode(reference: string): string {
  const inside = reference.slice(1, -1).toLowerCase()
  if (!inside.startsWith('#')) return named[inside] ?? reference
  const hex = inside[1] === 'x'
  const code = Number.parseInt(inside.slice(hex ? 2 : 1), hex ? 16 : 10)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return valid ? String.fromCodePoint(code) : ' '
}
