/**
 * Words a reader reads in a minute, silently and with understanding. Trauzettel-Klosinski and Dietz,
 * "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST",
 * Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461, table 2. Chinese and Japanese
 * are measured in characters, as their words are not set apart.
 */
const wordsPerMinute: Record<string, number> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
}
const charactersPerMinute: Record<string, number> = { zh: 255, ja: 357 }
/** The mean of the seventeen languages, for a language that was not measured. */
const meanOfLanguages = 184

/**
 * Whole minutes it takes to read so many words, at least 1. Takes what countWords counts in that
 * language: characters of Chinese and Japanese, words of all others.
 */
export function readingMinutes(words: number, language: string): number {
  const primary = primaryOf(language)
  const speed = charactersPerMinute[primary] ?? wordsPerMinute[primary] ?? meanOfLanguages
  return Math.max(1, Math.round(words / speed))
}

/** The language of a BCP 47 tag without script and region; zh for all Chinese. */
export function primaryOf(language: string): string {
  const primary = language.toLowerCase().split('-', 1)[0] ?? ''
  return primary === 'iw' ? 'he' : primary === 'yue' || primary === 'cmn' ? 'zh' : primary
}
