import { type Db, runSql } from '#platform/database/database.ts'
import type { Script } from './scripts.ts'

/** A PostgreSQL dictionary (`english_stem`), our own `hebrew`, or none: the word as it is. */
export type Stemmer = string

const none: Stemmer = ''
const hebrew: Stemmer = 'hebrew'
/** What words of a script are stemmed with when the article's language is written in another. */
const byScript: Partial<Record<Script, Stemmer>> = {
  latin: 'english_stem',
  greek: 'greek_stem',
  cyrillic: 'russian_stem',
  hebrew,
  arabic: 'arabic_stem',
}
const latin =
  'eu basque,ca catalan,da danish,nl dutch,en english,fi finnish,fr french,de german,hu hungarian,' +
  'id indonesian,ga irish,it italian,lt lithuanian,no norwegian,nb norwegian,nn norwegian,' +
  'pt portuguese,ro romanian,es spanish,sv swedish,tr turkish'
/** Languages whose words must not be stemmed with another language's rules. */
const unstemmed: Partial<Record<Script, string>> = {
  latin: 'pl cs sk sl hr bs sq et lv mt vi af sw cy is ms tl az uz eo la gl',
  cyrillic: 'uk be bg mk kk ky mn tg',
  arabic: 'fa ur ps ckb sd ug',
}
const byLanguage = new Map<string, { script: Script; stemmer: Stemmer }>()
for (const entry of latin.split(',')) {
  const [language, name] = entry.split(' ') as [string, string]
  byLanguage.set(language, { script: 'latin', stemmer: `${name}_stem` })
}
byLanguage.set('sr', { script: 'cyrillic', stemmer: 'serbian_stem' })
byLanguage.set('yi', { script: 'hebrew', stemmer: 'yiddish_stem' })
for (const [script, languages] of Object.entries(unstemmed))
  for (const language of languages.split(' '))
    byLanguage.set(language, { script: script as Script, stemmer: none })

/** How a word of a script is stemmed in a text of a language (BCP 47). */
export function stemmerFor(script: Script, language: string): Stemmer {
  const own = byLanguage.get(language.split('-', 1)[0]?.toLowerCase() ?? '')
  return own?.script === script ? own.stemmer : (byScript[script] ?? none)
}

export interface Stem {
  /** The stem, or the word itself where there is no stemmer. */
  stem: string
  /** A word like "the", which says little on its own. */
  isCommon: boolean
}

const kept = new Map<Stemmer, Map<string, Stem>>()
const mostKept = 60_000

/**
 * Makes the stems of words known, so that `stemOf` answers for them. PostgreSQL's dictionaries are
 * asked once for each word; what they said is kept (bounded).
 */
export async function learnStems(db: Db, stemmer: Stemmer, words: Iterable<string>): Promise<void> {
  if (stemmer === none || stemmer === hebrew) return
  let known = kept.get(stemmer)
  if (!known || known.size > mostKept) kept.set(stemmer, (known = new Map()))
  const missing = new Set<string>()
  for (const word of words) if (!known.has(word)) missing.add(word)
  if (!missing.size) return
  const rows = await runSql<{ word: string; stem: string | null }>(
    db,
    `select word, (ts_lexize($1::regdictionary, word))[1] as stem
     from unnest(string_to_array($2, ' ')) word`,
    // Words hold no spaces; pg would quote each one of a list.
    [stemmer, [...missing].join(' ')],
  )
  for (const { word, stem } of rows) known.set(word, { stem: stem || word, isCommon: !stem })
}

/** The stem of a folded word. Words that `learnStems` was not told of come back as they are. */
export function stemOf(word: string, stemmer: Stemmer): Stem {
  if (stemmer === hebrew) return hebrewStem(word)
  return kept.get(stemmer)?.get(word) ?? { stem: word, isCommon: false }
}

const hebrewCommon = new Set(
  'של את על עמ אל לא גמ זה זו זאת הוא היא המ הנ אני אתה אנחנו כי אמ או אבל רק כל כמו יש אינ היה היתה היו יהיה אשר ליד אחרי לפני בינ עד מה מי כמה עוד כבר כדי לפי אכ אך בו בה לו לה להמ שלו שלה שלהמ'.split(
    ' ',
  ),
)

/**
 * Hebrew has no stemmer in PostgreSQL. Its particles (ו ה ב ל מ ש כ) are written as one word with
 * what follows, so they are all taken off, and then the plural; words that only look as if they had
 * them are cut the same way wherever they stand, so they still find each other.
 */
function hebrewStem(word: string): Stem {
  if (hebrewCommon.has(word)) return { stem: word, isCommon: true }
  let stem = word
  while (stem.length > 3 && 'והבלמשכ'.includes(stem[0] as string)) stem = stem.slice(1)
  if (stem.length > 4 && (stem.endsWith('ימ') || stem.endsWith('ות') || stem.endsWith('יה')))
    stem = stem.slice(0, -2)
  else if (stem.length > 3 && (stem.endsWith('ה') || stem.endsWith('ת') || stem.endsWith('י')))
    stem = stem.slice(0, -1)
  return { stem, isCommon: false }
}
