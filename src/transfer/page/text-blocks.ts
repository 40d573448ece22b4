import { tidy } from './blocks.ts'

/** A paragraph or a line of a page saved as text. */
export interface TextBlock {
  text: string
  /** True where all of it was a link. */
  linked: boolean
  /** The mark of a list item ("*", "•") was taken off. */
  bullet: boolean
}

/** Longer texts hold no single article: only their beginning is read. */
const LONGEST_TEXT = 4_000_000
const MOST_LINES = 20_000

/** Whether a text is longer than is read. */
export const isTooLong = (input: string): boolean =>
  input.length > LONGEST_TEXT || input.split('\n', MOST_LINES + 1).length > MOST_LINES

/**
 * Cuts a page saved as text into blocks: joins lines that were wrapped at a width, parts lines that
 * were not, and takes off the addresses that browsers write behind links (`<http…>`).
 */
export const textBlocks = (input: string): TextBlock[] => {
  const text = input
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/\f/g, '\n')
    .slice(0, LONGEST_TEXT)
  const lines = withoutReferences(joinAddresses(text))
    .split('\n', MOST_LINES)
    .map((line) => line.trimEnd())
  const width = wrapWidth(lines)
  const joined: string[] = []
  let open = ''
  const flush = (): void => {
    if (open.trim() !== '') joined.push(open)
    open = ''
  }
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || /^\s*[-=_*~#]{3,}\s*$/.test(line)) {
      flush()
      continue
    }
    const begins = /^\s*([*•·‣▪]|[-–]\s)\s*\S/.test(line)
    if (begins || !open) flush()
    open = open === '' ? line : `${open} ${line.trim()}`
    // A wrapped line breaks only where the next word would not have fitted; any other break is meant.
    const next = lines[at + 1]?.trim().split(/\s/)[0] ?? ''
    const isLong = width !== null && visible(line).length > width + 8
    if (width === null || isLong || line.trimEnd().length + 1 + next.length <= width) flush()
  }
  flush()
  return joined.map(blockOf).filter((block) => block.text !== '')
}

const linkPattern = /<\s*(?:https?:|mailto:|tel:|javascript:|ftp:|\/|#)[^<>]{0,3000}>/gi

const visible = (line: string): string => line.replace(linkPattern, '').trim()

const blockOf = (raw: string): TextBlock => {
  const bare = raw
    .replace(/\[(image|img|inline|link|embed)(:[^\]]{0,200})?\]/gi, ' ')
    .replace(/\[\d{1,3}\](?=\S)/g, '')
  const without = tidy(bare.replace(linkPattern, ' '))
  const bullet = /^([*•·‣▪]|[-–]\s)\s*\S/.test(without)
  const text = without.replace(/^([*•·‣▪]|[-–]\s)\s*/, '').replace(/\s+([,.;:!?])/g, '$1')
  return { text, linked: bare !== without && isWholeLink(bare), bullet }
}

/** "Storm closes roads <http://…>" with nothing behind the address. */
const isWholeLink = (raw: string): boolean => {
  const links = raw.match(linkPattern)?.length ?? 0
  return (
    links > 0 &&
    /<[^<>]+>\s*$/.test(raw) &&
    !/[.!?…]["”’)]?\s*$/.test(tidy(raw.replace(linkPattern, ' '))) &&
    tidy(raw.replace(linkPattern, '')).length < 160 * links
  )
}

/** Addresses broken over lines are made one line again. */
const joinAddresses = (text: string): string =>
  text.replace(/<(?:https?:|mailto:)[^<>]{0,3000}>/gi, (address) => address.replace(/\s+/g, ''))

/** Text browsers list the addresses of all links at the end. */
const withoutReferences = (text: string): string => {
  const at = /\n\s*(References|Visible links)\s*\n(?=[\s\S]{0,200}\s1\.\s+(https?|file):)/.exec(
    text,
  )?.index
  return at === undefined ? text : text.slice(0, at)
}

/**
 * The width at which a text was wrapped, or null where each line is a paragraph: the width that
 * explains most line breaks, each coming where the next word would not have fitted any more.
 */
const wrapWidth = (lines: string[]): number | null => {
  const broken = lines
    .slice(0, 5000)
    .map((line, at) => ({
      length: line.trimEnd().length,
      next: lines[at + 1]?.trim().split(/\s/)[0]?.length ?? 0,
    }))
    .filter(({ length, next }) => length > 30 && next > 0)
  let best = { width: 0, explained: 4 }
  for (const width of new Set(
    broken.map(({ length }) => length).filter((length) => length >= 40 && length <= 110),
  )) {
    const explained = broken.filter(
      ({ length, next }) => length <= width && length + 1 + next > width,
    ).length
    if (explained > best.explained || (explained === best.explained && width > best.width))
      best = { width, explained }
  }
  return best.explained >= broken.length * 0.35 && best.width > 0 ? best.width : null
}
