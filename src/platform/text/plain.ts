const block =
  /<\/?(?:p|h[1-6]|li|ul|ol|blockquote|figure|figcaption|div|section|table|tr|td|th|br|hr|pre|aside|dd|dt|dl)\b[^>]*>/gi
const tag = /<[^>]*>/g
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,7}));/gi
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

function decode(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? all
  const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return valid ? String.fromCodePoint(code) : ' '
}
