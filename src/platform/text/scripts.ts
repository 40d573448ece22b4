/** The writing systems that matter to how words are found. */
export type Script =
  | 'latin'
  | 'greek'
  | 'cyrillic'
  | 'hebrew'
  | 'arabic'
  | 'cjk'
  | 'unspaced'
  | 'other'

/** The writing system of a character, from its code point. */
export function scriptOf(code: number): Script {
  if (code < 0x0370) return code < 0x30 || (code > 0x39 && code < 0x41) ? 'other' : 'latin'
  if (code < 0x0400) return 'greek'
  if (code < 0x0530) return 'cyrillic'
  if (code >= 0x0590 && code < 0x0600) return 'hebrew'
  if (code >= 0x0600 && code < 0x0780) return 'arabic'
  if (code >= 0x0e00 && code < 0x0f00) return 'unspaced' // Thai, Lao
  if (code >= 0x1000 && code < 0x10a0) return 'unspaced' // Burmese
  if (code >= 0x1780 && code < 0x1800) return 'unspaced' // Khmer
  if (code >= 0x1e00 && code < 0x1f00) return 'latin'
  if (code >= 0x1f00 && code < 0x2000) return 'greek'
  return isCjk(code) ? 'cjk' : 'other'
}

function isCjk(code: number): boolean {
  if (code >= 0x1100 && code < 0x1200) return true // Hangul letters
  if (code >= 0x3005 && code < 0x3008) return true // 々〆〇
  if (code >= 0x3040 && code < 0x3400) return true // kana, bopomofo
  if (code >= 0x3400 && code < 0xa000) return true // Han
  if (code >= 0xac00 && code < 0xd7b0) return true // Hangul
  if (code >= 0xf900 && code < 0xfb00) return true // Han, compatibility
  if (code >= 0xff66 && code < 0xffdd) return true // half-width kana and Hangul
  return code >= 0x20000 && code < 0x32000 // Han, further planes
}
