import { Readability } from '@mozilla/readability'
import { blocksOf, isProse, lettersOf, proseLength, removeBlock, within } from './blocks.ts'
import { openPage } from './dom.ts'
import { sweep } from './sweep.ts'

/** The element that holds an article's body, and how its text compares with what the page states. */
export interface FoundBody {
  root: Element
  document: Document
}

/**
 * Finds an article's body in a page: an extractor's choice, held against the place the page itself
 * marks as the body and the text it states in its JSON-LD. The document is consumed. Null where no
 * text reads as an article.
 */
export const findBody = (
  html: string,
  document: Document,
  stated: string | undefined,
): FoundBody | null => {
  const told = tellBody(stated)
  sweep(document)
  const marked = markedBody(document)
  const markedHtml = marked?.outerHTML ?? null
  const whole = readable(document)
  const candidates = [whole, markedHtml === null ? null : openFragment(markedHtml), told]
    .filter((one) => one !== null)
    .map((body) => ({
      body,
      prose: proseLength(blocksOf(body.root)),
      agreement: told ? agreement(body, told) : 0,
    }))
  const first = candidates[0]
  if (!first) return null
  if (!whole) return first.body
  const best = candidates.find((one) => one.body !== whole && isBetter(one, first))
  if (best) return best.body
  if (told && first.agreement > 0.9) keepStated(first.body, told)
  return first.body
}

interface Candidate {
  body: FoundBody
  prose: number
  agreement: number
}

/** Another candidate wins only where the extractor's choice misses much of the story. */
const isBetter = (other: Candidate, chosen: Candidate): boolean => {
  if (chosen.prose < 80) return other.prose > chosen.prose
  if (other.agreement > 0.9 && chosen.agreement > 0 && chosen.agreement < 0.7) return true
  return other.prose > chosen.prose * 1.25 && contains(other.body, chosen.body)
}

const contains = (outer: FoundBody, inner: FoundBody): boolean => {
  const all = lettersOf(outer.root.textContent ?? '')
  const blocks = blocksOf(inner.root).filter(isProse)
  const held = blocks.filter((block) => all.includes(lettersOf(block.text)))
  return held.length >= blocks.length * 0.7
}

const readable = (document: Document): FoundBody | null => {
  try {
    const found = new Readability(document, {
      charThreshold: 250,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node,
    }).parse()
    const root = found?.content as Element | null | undefined
    return root ? { root, document } : null
  } catch {
    return null
  }
}

/** The smallest element that the page itself names as the body of its article. */
const markedBody = (document: Document): Element | null => {
  const marked = Array.from(
    document.querySelectorAll(
      '[itemprop~="articleBody"], [property~="content:encoded"], [property~="schema:articleBody"], .entry-content, .h-entry .e-content',
    ),
  )
    .filter((element) => !element.closest('[class*="comment" i]'))
    .map((element) => ({ element, prose: proseLength(blocksOf(element)) }))
  const longest = marked.reduce((best, one) => (one.prose > best.prose ? one : best), {
    element: null as Element | null,
    prose: 200,
  })
  return longest.element
}

const openFragment = (html: string): FoundBody | null => {
  const { document } = openPage(`<body>${html}</body>`)
  return document.body ? { root: document.body, document } : null
}

/** The body as the page's JSON-LD tells it, where that is a whole article and not its beginning. */
const tellBody = (stated: string | undefined): FoundBody | null => {
  if (!stated || stated.length < 400) return null
  const html = /<(p|br|div)\b/i.test(stated)
    ? stated
    : stated
        .split(/\n\s*\n|\r?\n/)
        .map((paragraph) => `<p>${paragraph.replaceAll('<', '&lt;')}</p>`)
        .join('')
  return openFragment(html)
}

/** The share of what the page states that a body holds. */
const agreement = (body: FoundBody, told: FoundBody): number => {
  const all = lettersOf(body.root.textContent ?? '')
  const sentences = blocksOf(told.root)
    .flatMap((block) => block.text.split(/(?<=[.!?。])\s+/))
    .map(lettersOf)
    .filter((text) => text.length > 20)
  const held = sentences.filter((sentence) => all.includes(sentence))
  return sentences.length ? held.length / sentences.length : 0
}

/**
 * Where a body holds nearly all that the page states, the text before its first and after its last
 * stated paragraph, and captions of films between them, were never part of the article.
 */
const keepStated = (body: FoundBody, told: FoundBody): void => {
  const all = lettersOf(told.root.textContent ?? '')
  const blocks = blocksOf(body.root)
  const isStated = blocks.map((block) => {
    const letters = lettersOf(block.text)
    return letters.length > 3 && all.includes(letters.slice(0, 200))
  })
  const first = isStated.findIndex((held, at) => held && isProse(blocks[at] ?? blocks[0]!))
  const last = isStated.lastIndexOf(true)
  if (first < 0) return
  blocks.forEach((block, at) => {
    if (isStated[at] || within(block.element, 'table')) return
    const outside = at < first || at > last
    const film =
      !isProse(block) &&
      block.element.closest('figure')?.querySelector('iframe, video, embed') != null
    if (outside ? !isProse(block) || block.linkShare > 0.4 : film) removeBlock(block, body.root)
  })
}
