import {
  blocksOf,
  isElement,
  isProse,
  isSentence,
  proseLength,
  removeBlock,
  tagOf,
  tidy,
  within,
} from './blocks.ts'
import { letterBlocks } from './letter.ts'

/**
 * Takes out of a page what is certainly not the article, before an extractor looks for it: forms,
 * navigation, boxes named as furniture, hover cards, letters to the reader. Nothing that holds a
 * large part of the page's prose is ever taken, whatever it is called.
 */
export const sweep = (document: Document): void => {
  const body = document.body
  splitAtBreaks(document)
  const total = proseLength(blocksOf(body))
  const mayGo = (element: Element): boolean => {
    const text = tidy(element.textContent)
    return text.length < 120 || proseLength(blocksOf(element)) <= total * 0.25
  }
  for (const element of Array.from(body.querySelectorAll('*'))) {
    if (!body.contains(element)) continue
    if (isFurniture(element) && mayGo(element)) element.remove()
    else if (isHoverCard(element) || isFilm(element)) element.remove()
  }
  const blocks = blocksOf(body)
  const marks = letterBlocks(blocks.map((block) => block.text))
  blocks.forEach((block, at) => marks[at] && removeBlock(block, body))
}

const roles =
  /^(navigation|banner|contentinfo|search|dialog|alertdialog|complementary|menu|menubar|toolbar|tablist|tooltip|form|status)$/
const elements = new Set([
  'nav',
  'button',
  'input',
  'select',
  'textarea',
  'form',
  'aside',
  'footer',
  'dialog',
  'menu',
])

const words = new Set(
  (
    'share sharing sharebar sharetools sharethis addthis addtoany newsletter newsletters subscribe subscription promo promos promotion ' +
    'related recommended recommendations recirc recirculation trending mostread mostpopular advert advertisement advertising ads sponsored outbrain taboola ' +
    'disqus commentlist breadcrumb breadcrumbs cookie cookies gdpr consent byline timestamp ' +
    'copyright tags taglist printfriendly login signin signup modal popup skip pagination pager readmore toolbar paywall donate donation ad hidden'
  ).split(' '),
)
const phrases =
  /\b(read more|also on|see also|more on|more from|most (read|viewed|popular)|next article|author bio|about (the )?author|sign (up|in)|log in|social (share|links|media|bar|icons|buttons|tools)|share (bar|tools|buttons|links|this)|printer? friendly|print only|no print|related (articles|content|stories|posts|links|news)|pub(lish|lished)? (date|time)|post (meta|date)|article (meta|tags|share|date|time)|time stamp|screen reader( text| only)?|visually hidden|sr only|hide caption|toggle caption|comments? (area|section|list|count|link))\b/

const isFurniture = (element: Element): boolean => {
  const tag = tagOf(element)
  if (/^(html|body|main|article|table|tbody|tr|td)$/.test(tag)) return false
  if (elements.has(tag) || roles.test(element.getAttribute('role') ?? '')) return true
  if (element.hasAttribute('hidden')) return true
  if (tag === 'p' && isSentence(tidy(element.textContent))) return false
  const names = namesOf(element)
  if (names === '') return false
  return phrases.test(names) || names.split(' ').some((name) => words.has(name))
}

/** Class and id as plain words: "ArticleShare__bar-top" → "article share bar top". */
const namesOf = (element: Element): string =>
  tidy(`${element.getAttribute('class') ?? ''} ${element.id ?? ''}`)
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A card that opens when the pointer rests on a name: links and a picture inside a sentence. */
const isHoverCard = (element: Element): boolean => {
  if (tagOf(element) !== 'span' || !within(element, 'p')) return false
  // The name itself stays: only the part that opens goes.
  if (Array.from(element.children).some(isHoverCard)) return false
  const links = Array.from(element.querySelectorAll('a'))
  if (links.length < 2) return false
  const linked = links.reduce((sum, link) => sum + tidy(link.textContent).length, 0)
  const hasPicture = element.querySelector('img') !== null
  return (hasPicture || links.length > 3) && linked >= tidy(element.textContent).length * 0.9
}

/** A film that plays only on its own site: with it goes its title. */
const isFilm = (element: Element): boolean => {
  if (tagOf(element) !== 'figure' && !/video|player/i.test(element.getAttribute('class') ?? ''))
    return false
  const frame = element.querySelector('iframe, video')
  const source = frame?.getAttribute('src') ?? frame?.getAttribute('data-src') ?? ''
  const portable = /youtube|youtu\.be|vimeo|dailymotion|\.(mp4|webm|m4v)/i.test(source)
  return (
    frame !== null &&
    !portable &&
    !blocksOf(element).some((block) => isProse(block) && block.text.length > 200)
  )
}

/** Old pages part paragraphs by two line breaks; as paragraphs they can be judged one by one. */
const splitAtBreaks = (document: Document): void => {
  const parents = new Set<Element>()
  for (const br of Array.from(document.body.getElementsByTagName('br'))) {
    if (br.parentElement && isBreakPair(br)) parents.add(br.parentElement)
  }
  for (const parent of parents) {
    if (/^(pre|td|th|li|a|b|i|em|strong|font)$/.test(tagOf(parent))) continue
    const blocks = blocksOf(parent)
    if (!blocks.some(isProse) && tidy(parent.textContent).length < 200) continue
    wrapRuns(document, parent)
  }
}

const isBreakPair = (br: Element): boolean => {
  let before: Node | null = br.previousSibling
  while (before && before.nodeType === 3 && tidy(before.textContent) === '')
    before = before.previousSibling
  return before !== null && isElement(before) && tagOf(before) === 'br'
}

const wrapRuns = (document: Document, parent: Element): void => {
  const children = Array.from(parent.childNodes)
  const isParagraph = tagOf(parent) === 'p'
  let run: Node[] = []
  let breaks = 0
  const made: Node[] = []
  const flush = (): void => {
    if (run.some((node) => tidy(node.textContent) !== '' || isElement(node))) {
      const paragraph = document.createElement('p')
      for (const node of run) paragraph.appendChild(node)
      made.push(paragraph)
    }
    run = []
  }
  for (const child of children) {
    const isBreak = isElement(child) && tagOf(child) === 'br'
    if (isBreak) breaks++
    else if (child.nodeType === 3 && tidy(child.textContent) === '' && breaks > 0) continue
    else {
      if (breaks >= 2) flush()
      else if (breaks === 1 && run.length > 0) run.push(document.createElement('br'))
      breaks = 0
      if (
        isElement(child) &&
        /^(p|div|ul|ol|table|blockquote|figure|h[1-6]|section|pre|hr)$/.test(tagOf(child))
      ) {
        flush()
        made.push(child)
      } else run.push(child)
    }
  }
  flush()
  if (isParagraph && parent.parentNode) {
    for (const node of made) parent.parentNode.insertBefore(node, parent)
    parent.remove()
  } else {
    while (parent.firstChild) parent.firstChild.remove()
    for (const node of made) parent.appendChild(node)
  }
}
