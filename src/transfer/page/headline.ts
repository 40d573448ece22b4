import { lettersOf, tidy } from './blocks.ts'
import type { StatedFacts } from './json-ld.ts'
import { meta } from './meta.ts'

/** The headline a reader saw, or the one the page announces, without the paper's name; '' for none. */
export const headlineOf = (
  document: Document,
  stated: StatedFacts,
  siteName: string | null,
): string => {
  const title = tidy(document.querySelector('title')?.textContent)
  const announced = [
    stated.headline,
    meta(document, 'og:title'),
    meta(document, 'twitter:title', 'dc.title', 'headline'),
  ]
    .map((text) => unescaped(tidy(text)))
    .filter((text) => text !== '' && lettersOf(text) !== lettersOf(siteName ?? ''))
  const known = [...announced, title].filter((text) => text !== '')
  const shown = Array.from(document.querySelectorAll('h1, h2, [itemprop~="headline"]'))
    .slice(0, 80)
    .map((element) => ({ text: tidy(element.textContent), main: element.nodeName !== 'H2' }))
    .filter(({ text }) => text.length >= 3 && text.length <= 300)
  // The visible heading is what a reader took for the headline, when the page's title agrees.
  const heading = shown.find(({ text, main }) => known.some((one) => agrees(text, one, main)))
  if (heading) return heading.text
  const only = shown.filter(({ main }) => main)
  // A headline written for search engines differs from the one in the paper; they share words.
  if (only.length === 1 && only[0] && known.some((one) => sharesWords(only[0]?.text ?? '', one)))
    return only[0].text
  if (announced[0]) return withoutSite(announced[0], siteName)
  const lone = shown.filter(({ main }) => main)
  const isTitle = title === '' || (lone[0]?.text.includes(' ') && isOnlySite(title, siteName))
  if (isTitle && lone.length <= 1) return lone[0]?.text ?? ''
  return withoutSite(title, siteName)
}

const agrees = (shown: string, known: string, main: boolean): boolean => {
  const [a, b] = [lettersOf(shown), lettersOf(known)]
  if (a.length < 4 || b.length < 4) return false
  if (a === b) return true
  const enough = a.length >= b.length * (main ? 0.5 : 0.7)
  return enough && (b.includes(a) || (main && a.includes(b) && b.length >= a.length * 0.5))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

const sharesWords = (shown: string, known: string): boolean => {
  const words = new Set(wordsOf(known))
  return (
    shown.length >= 20 && [...new Set(wordsOf(shown))].filter((word) => words.has(word)).length >= 2
  )
}

const isOnlySite = (title: string, siteName: string | null): boolean =>
  lettersOf(title) === lettersOf(siteName ?? '') || title.split(' ').length <= 2

/** "Storm closes roads | The Daily" → "Storm closes roads". */
const withoutSite = (title: string, siteName: string | null): string => {
  const parts = title.split(/\s+[|–—\-:»·•]{1,2}\s+|\s*[|｜_]\s*/)
  if (parts.length < 2) return title
  const site = lettersOf(siteName ?? '')
  const kept = parts.filter((part) => site === '' || lettersOf(part) !== site)
  if (kept.length < parts.length)
    return kept.length === 1 ? (kept[0] ?? title) : cutEnd(title, kept)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const first = parts[0] ?? ''
  return first.length >= 15 || first.split(' ').length >= 3
    ? first
    : longest.length >= 15
      ? longest
      : title
}

const cutEnd = (title: string, kept: string[]): string => {
  const [start, end] = [kept[0] ?? '', kept.at(-1) ?? '']
  const from = title.indexOf(start)
  const until = title.lastIndexOf(end)
  return from >= 0 && until > from ? title.slice(from, until + end.length) : kept.join(' – ')
}

const unescaped = (text: string): string => {
  const named: Record<string, string> = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    '#39': "'",
    '#039': "'",
  }
  return text.replace(
    /&(amp|quot|apos|lt|gt|#0?39);/g,
    (whole, name: string) => named[name] ?? whole,
  )
}
