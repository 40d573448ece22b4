import { lettersOf, tidy } from './blocks.ts'
import type { StatedFacts } from './json-ld.ts'
import { meta } from './meta.ts'
import { namesIn } from './names.ts'

const bylineSelectors = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i] [class*="author" i], [class*="byline" i] [class*="name" i]',
  '[class*="byline" i], [id*="byline" i]',
  '[class*="author-name" i], [class*="authorname" i], [class*="author_name" i]',
  '[class~="author" i], [class~="authors" i], [class*="article-author" i], [class*="article__author" i], [class~="writer" i], [class~="reporter" i]',
]

/** Who wrote a page's article: persons before the paper's own name, stated names before shown ones. */
export const bylineOf = (
  document: Document,
  stated: StatedFacts,
  siteName: string | null,
): string[] => {
  const isPaper = (name: string): boolean => lettersOf(name) === lettersOf(siteName ?? '')
  const announced = [
    stated.authors,
    [
      meta(
        document,
        'byl',
        'parsely-author',
        'sailthru.author',
        'author',
        'dc.creator',
        'dcterms.creator',
        'article:author_name',
        'cXenseParse:author',
      ) ?? '',
    ],
    [meta(document, 'article:author') ?? ''],
  ].map((names) => [...new Set(names.flatMap(namesIn))])
  const persons = announced.find((names) => names.length > 0 && !names.every(isPaper))
  if (persons) return persons
  for (const selector of bylineSelectors) {
    for (const element of Array.from(document.querySelectorAll(selector)).slice(0, 6)) {
      if (element.closest('aside, footer, nav, [class*="comment" i], [class*="related" i]'))
        continue
      const names =
        tidy(element.textContent).length <= 200
          ? (partsOf(element)
              .map(namesIn)
              .find((one) => one.length > 0) ?? [])
          : []
      if (names.length > 0 && !names.every(isPaper)) return names
    }
  }
  return announced.find((names) => names.length > 0) ?? []
}

/** What stands in elements of its own (name, office, paper, time) is not one name. */
const partsOf = (element: Element): string[] => {
  const children = Array.from(element.children)
  if (children.length < 2) return [tidy(element.textContent)]
  const direct = Array.from(element.childNodes).filter(
    (node) => node.nodeType === 3 && /\p{L}{2}/u.test(node.textContent ?? ''),
  )
  const names = children.filter((child) => child.nodeName === 'A' || child.nodeName === 'SPAN')
  // "By <a>Ann Lee</a> and <a>Bo Ray</a>" is one line of names.
  return direct.length > 0 &&
    names.length === children.length &&
    direct.every((node) => tidy(node.textContent).length < 6)
    ? [tidy(element.textContent)]
    : [...children.map((child) => tidy(child.textContent)), tidy(element.textContent)]
}
