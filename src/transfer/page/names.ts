import { tidy } from './blocks.ts'

const openers =
  /^\s*(?:(?:written|reported|posted|published|story|text|words|opinion|analysis|reporting|interview|created)\s+)?(?:by|par|von|por|di|da|door|av|af|przez|от|автор|autor|autore|auteur|author|מאת|כתב|כתבה|بقلم|كتب|كتبت|文|作者|記者|记者|撰文|โดย|oleh|yazan)(?:\s*[:：/／|]\s*|\s+)/iu

const roles =
  /\b(staff|writers?|reporters?|correspondents?|editors?|contributors?|columnists?|senior|special to|associated press writer|bureau chief|sports|business|political|national|chief|managing|photographers?|producer|the|for|in|at|of|from)\b/giu

/**
 * The people (or the agency) a byline names, in order, without "By", offices, addresses, times and
 * links to networks. Empty where the text names nobody.
 */
export const namesIn = (byline: string): string[] => {
  let text = tidy(byline).normalize('NFC')
  if (text.length > 400 || /^https?:|^www\./i.test(text)) return []
  text = text
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, ' ')
    .replace(/https?:\S+|@\w+/g, ' ')
    .replace(/\([^()]{0,80}\)|\[[^[\]]{0,80}\]/g, ' ')
    .replace(openers, '')
    .replace(openers, '')
    .replace(/\s[|–—•·]\s.*$|\s-\s.*$|[|•·].*$/u, '')
    .replace(
      /\b(published|updated|posted|last updated|follow|email|bio|contact|read more|more from|share)\b.*$/iu,
      '',
    )
    .replace(/,?\s*\b(special to|for|of|with) the\b.*$/iu, '')
  const parts = text.split(
    /\s*[;,،、/&+]\s*|\s+(?:and|et|und|y|e|en|och|og|ve|i|и|with|with reporting by)\s+|\s+ו(?=\p{L})|\s+و(?=\p{L}{2,}\s)/iu,
  )
  const names = parts.map(cleaned).filter((name) => isName(name))
  const people = names.filter((name, at) => at === 0 || !office.test(name))
  return [...new Set(people)].slice(0, 12)
}

const office =
  /\b(writer|reporter|correspondent|editor|staff|columnist|contributor|producer|bureau|chief|photographer)s?$/i

const cleaned = (part: string): string => {
  const name = tidy(part.replace(openers, '')).replace(/^[\s:.\-–—]+|[\s:\-–—]+$/g, '')
  return name === name.toUpperCase() && /[A-Z]{3}/.test(name) && name.includes(' ')
    ? titled(name)
    : name
}

/** "JOE HILDEBRAND" → "Joe Hildebrand"; short ones such as "AP" or "AFP" stay. */
const titled = (name: string): string =>
  name.replace(/\p{Lu}[\p{Lu}'’]+/gu, (word) =>
    word.length <= 2 ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  )

const isName = (name: string): boolean => {
  if (name.length < 2 || name.length > 60 || !/\p{L}{2}/u.test(name)) return false
  if (/\d{2}|[?!<>{}=]/.test(name) || name.split(' ').length > 7) return false
  if (
    /^(admin|administrator|root|webmaster|null|undefined|unknown|none|guest|editor|staff|author|by)$/i.test(
      name,
    )
  )
    return false
  // "Sports Writer" or "Senior Correspondent" is an office, not a second person.
  return tidy(name.replace(roles, '')).replace(/[^\p{L}]/gu, '') !== ''
}
