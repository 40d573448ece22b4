// C1 controls are what Windows-1252 text becomes when somebody called it Latin-1: browsers read them this way too.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// As text, because a control character in a regular expression is mostly a mistake; here it is the point.
const controls = '\\u0000-\\u0008\\u000b\\u000e-\\u001f'
const marks = '\\ufeff\\ufffe\\uffff\\u202d\\u202e'
const unwanted = new RegExp(`[${controls}\\u007f-\\u009f${marks}\\ud800-\\udfff]`)
const stripped = new RegExp(`[${controls}\\u007f\\u0081\\u008d\\u008f\\u0090\\u009d${marks}]`, 'g')
const c1 = /[\u0080-\u009f]/g

/**
 * Text that may be stored, printed and put into a feed: without NUL and other control characters,
 * byte-order marks, half surrogate pairs (they become U+FFFD) and the two characters that turn the
 * writing direction by force. Everything else stays as it was written.
 */
export function cleanText(text: string): string {
  if (!unwanted.test(text)) return text
  return text
    .toWellFormed()
    .replace(stripped, '')
    .replace(c1, (character) => windows1252[character.charCodeAt(0) - 0x80] as string)
}

const opensDirection = /[\u202a\u202b\u2066-\u2068]/g
const closesDirection = /[\u202c\u2069]/g

/** A line of text (a headline, a name): clean, on one line, its direction marks closed. At most `limit` characters. */
export function cleanLine(text: string, limit = 1000): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim()
  const short =
    line.length > limit
      ? line
          .slice(0, limit)
          .toWellFormed()
          .replace(/\ufffd$/, '')
      : line
  const opened = short.match(opensDirection)?.length ?? 0
  const closed = short.match(closesDirection)?.length ?? 0
  return opened === closed ? short : short.replace(opensDirection, '').replace(closesDirection, '')
}

/** Shortens at a word to at most `limit` characters, with an ellipsis where something is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  const kept = space > limit * 0.6 ? cut.slice(0, space) : cut
  return `${kept.toWellFormed().replace(/[\ufffd\s,;:–—-]+$/, '')}…`
}
