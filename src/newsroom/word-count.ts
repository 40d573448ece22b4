import { primaryOf } from './reading-time.ts'

const unspaced = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz'])
const segmenters = new Map<string, Intl.Segmenter>()

/**
 * How long a text is: words, or characters in Chinese and Japanese. Thai, Lao, Khmer and Burmese
 * words are found by the language's dictionary.
 */
export function countWords(text: string, language = 'en'): number {
  const primary = primaryOf(language)
  if (primary === 'zh' || primary === 'ja') return countCharacters(text)
  if (unspaced.has(primary)) return countSegments(text, primary)
  return countSpaced(text)
}

/** Runs of letters and digits between spaces and dashes; a run of punctuation is no word. */
function countSpaced(text: string): number {
  let words = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isGap(code)) counted = false
    else if (!counted && isWordPart(code)) {
      counted = true
      words++
    }
  }
  return words
}

function isGap(code: number): boolean {
  if (code < 0x80) return code <= 0x20
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    (code >= 0x2013 && code <= 0x2015) ||
    code === 0x05be ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  )
}

function isWordPart(code: number): boolean {
  if (code < 0x80)
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39)
    )
  return code >= 0xc0
    ? !((code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f))
    : code === 0xaa || code === 0xb5 || code === 0xba
}

/** Signs of Chinese and Japanese one by one; words of other scripts among them count as words. */
function countCharacters(text: string): number {
  let signs = 0
  const others = text.replace(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/gu,
    () => {
      signs++
      return ' '
    },
  )
  return signs + countSpaced(others)
}

function countSegments(text: string, language: string): number {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  let words = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++
  return words
}
