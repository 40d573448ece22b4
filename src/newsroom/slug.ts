const longest = 80

// Letters that are not a plain letter with a mark.
const letters: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
  ŧ: 't',
  ĸ: 'k',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/**
 * The last part of an address, from a headline or from whatever somebody typed: lower case, words
 * joined by hyphens, Latin letters without their marks; letters of other scripts stay themselves
 * (without Hebrew vowel points and Arabic marks). At most 80 characters, cut at a word. Empty when
 * nothing of the text can stand in an address. Giving its own result again changes nothing.
 */
export function slugOf(text: string): string {
  const plain = text
    .slice(0, 1000)
    .toWellFormed()
    .toLowerCase()
    .replace(special, (letter) => letters[letter] as string)
    .normalize('NFKD')
    .replace(
      /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu,
      '',
    )
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ׳״"ʻ](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/^-+|-+$/g, '')
  return shortened(plain)
}

/** Whether a text is a slug as slugOf makes it. */
export function isSlug(text: string): boolean {
  return text !== '' && slugOf(text) === text
}

/** The first slug that is not taken: `budget`, `budget-2`, `budget-3` … */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) {
    const end = `-${number}`
    const candidate = slug.slice(0, longest - end.length).replace(/-+$/, '') + end
    if (!taken.has(candidate)) return candidate
  }
}

function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  const hyphen = cut.lastIndexOf('-')
  const kept = hyphen > longest / 2 ? cut.slice(0, hyphen) : cut.slice(0, longest)
  return kept
    .toWellFormed()
    .replace(/\ufffd/g, '')
    .replace(/-+$/, '')
}
