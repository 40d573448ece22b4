import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { he } from './words/he.ts'

const dictionaries: Record<string, Words> = { en, he, ar }
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

export type Direction = 'ltr' | 'rtl'

/** The direction of a language's script, from its BCP 47 tag. An unknown or empty tag reads left to right. */
export function directionOf(language: string): Direction {
  const parts = language.toLowerCase().split('-')
  if (parts.some((part) => part === 'arab' || part === 'hebr')) return 'rtl'
  if (parts.some((part) => part === 'latn' || part === 'cyrl')) return 'ltr'
  return rightToLeft.has(parts[0] ?? '') ? 'rtl' : 'ltr'
}

/** The words of the screens in a language; English where we have no dictionary. */
export function words(language: string): Words {
  return dictionaries[language.toLowerCase().split('-')[0] ?? ''] ?? en
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
