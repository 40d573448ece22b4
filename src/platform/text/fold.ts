const ascii = /^[\x20-\x7e]*$/
// A ligature like ﷺ comes apart into words with spaces between them.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\s]/g
const latinMarks = /[\u0300-\u036f]/g
const hebrewPoints = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g
const arabicPoints = /\u0640|\u0670|[\u{610}-\u{61a}]|[\u{64b}-\u{65f}]|[\u{6d6}-\u{6ed}]/gu
const accented = /[\u00c0-\u02ff]|\p{Script=Greek}|\u0307|[\u1e00-\u1fff]|[a-z]\p{M}/u
const special = /[ßæœøđłıþðёךםןףץأإآٱىةؤئیکہ]/g
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  ё: 'е',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ک: 'ك',
  ہ: 'ه',
}

/**
 * A word as it is compared: lower case, without accents, Hebrew vowel points, Arabic harakat and
 * tatweel, with one form for final letters and for the kinds of alef. Marks that make another
 * letter (Japanese, Thai, Indic scripts, Cyrillic й) stay.
 */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  let folded = word.normalize('NFKC').toLowerCase().replace(invisible, '')
  if (/[\u0590-\u06ff]/.test(folded))
    folded = folded.replace(hebrewPoints, '').replace(arabicPoints, '')
  if (accented.test(folded))
    folded = folded.normalize('NFD').replace(latinMarks, '').normalize('NFC')
  return folded.replace(special, (letter) => plain[letter] ?? letter)
}
