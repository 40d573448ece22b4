import { type Block, blocksOf, isProse, lettersOf, proseLength, tidy, within } from './blocks.ts'
import { findBody } from './body.ts'
import { datelineOf } from './dateline.ts'
import { openPage } from './dom.ts'
import { factsOf } from './facts.ts'
import { absolute, meta } from './meta.ts'
import { statedFacts } from './json-ld.ts'
import { settleLanguage } from './language.ts'
import { isSamePicture, leadInFigure, leadPictureOf, type PageLead, sourceOf } from './lead.ts'
import { aboveBody } from './heading.ts'
import { trimBody } from './trim.ts'
import { writeHtml } from './write.ts'

/** What a saved page says: its article, without the page around it. */
export interface ExtractedPage {
  headline: string
  byline: string[]
  publishedAt: Date | null
  updatedAt: Date | null
  language: string | null
  /** The body as plain article HTML (not yet sanitised), without headline, byline and lead picture. */
  html: string
  text: string
  standfirst: string
  summary: string
  kicker: string
  dateline: string
  section: string | null
  tags: string[]
  leadPicture: PageLead | null
  canonicalUrl: string | null
  siteName: string | null
  /** Why this is no article, or null where it is one. */
  trouble: PageTrouble | null
  /** True where the page was too large or too deep and only its beginning was read. */
  cut: boolean
}

export type PageTrouble = 'empty' | 'error-page' | 'list-of-links' | 'no-article'

export interface ExtractOptions {
  /** Where the page stood, for addresses in it that are not whole. */
  url?: string | null
  /** IANA zone of the paper, for times that name no zone. */
  zone?: string
  /** Turns an address of the page into a usable one (a local copy of a picture), or null. */
  local?: (address: string) => string | null
}

/** Reads a page's HTML into its article. Never throws: `trouble` says why a page is none. */
export const extractPage = (html: string, options: ExtractOptions = {}): ExtractedPage => {
  const opened = openPage(html)
  const { document } = opened
  const stated = statedFacts(opened.jsonLd)
  const url = options.url ?? savedFrom(html)
  const facts = factsOf({ document, stated, zone: options.zone ?? 'UTC', url })
  const base =
    absolute(document.querySelector('base[href]')?.getAttribute('href'), url) ??
    facts.canonicalUrl ??
    url
  const address = (value: string): string | null => addressOf(value, base, options.local)
  let leadPicture = leadPictureOf(document, stated, address)
  const above = aboveBody(document, facts.headline)
  const links = linkLoad(document)
  const headings = [
    ...Array.from(document.querySelectorAll('h1')).map((one) => tidy(one.textContent)),
    stated.headline ?? '',
    meta(document, 'og:title') ?? '',
  ]

  const body = findBody(html, document, stated.body)
  if (body) {
    wakePictures(body.root)
    trimBody(body.root, {
      headlines: [facts.headline, ...headings],
      standfirst: above.standfirst,
      byline: facts.byline,
    })
    leadPicture = liftLead(body.root, leadPicture, address)
  }
  const blocks = body ? blocksOf(body.root) : []
  const text = blocks.map((block) => block.text).join('\n\n')
  // A standfirst that is also a paragraph of the body is told once.
  const opening = lettersOf(
    blocks
      .slice(0, 4)
      .map((block) => block.text)
      .join(''),
  )
  const standfirst = opening.includes(lettersOf(above.standfirst)) ? '' : above.standfirst
  const {
    canonicalUrl,
    siteName,
    section,
    tags,
    byline,
    publishedAt,
    updatedAt,
    headline,
    summary,
  } = facts
  return {
    headline,
    byline,
    publishedAt,
    updatedAt,
    language: settleLanguage(facts.declaredLanguage, text),
    html: body ? writeHtml(body.root, address) : '',
    text,
    standfirst,
    summary,
    kicker: above.kicker,
    dateline: datelineOf(blocks.find(isProse)?.text ?? ''),
    section,
    tags,
    leadPicture,
    canonicalUrl,
    siteName,
    trouble: troubleOf({
      headline,
      text,
      prose: proseLength(blocks),
      links,
      isArticle: stated.isArticle || publishedAt !== null,
    }),
    cut: opened.cut,
  }
}

/** Browsers write the address of a page they save into a comment at its top. */
const savedFrom = (html: string): string | null =>
  absolute(
    /<!--\s*saved from url=\(\d+\)(\S{4,2000}?)\s*-->/.exec(html.slice(0, 5000))?.[1] ??
      /^\s*url:\s*(https?:\S{4,2000})$/m.exec(html.slice(0, 1000))?.[1],
    null,
  )

const addressOf = (
  value: string,
  base: string | null,
  local?: (address: string) => string | null,
): string | null => {
  const trimmed = value.trim()
  const here = local?.(trimmed)
  if (here) return here
  if (/^data:image\/(png|jpe?g|gif|webp|avif)[;,]/i.test(trimmed)) return trimmed
  if (/^(mailto|tel):/i.test(trimmed)) return trimmed
  if (trimmed.startsWith('#')) return null
  const whole = absolute(trimmed, base)
  if (whole) return whole
  return base === null && !/^[\w.+-]+:/.test(trimmed) ? trimmed : null
}

/** Pictures a script would have loaded later get their address; the extractor keeps only real ones. */
const wakePictures = (root: Element): void => {
  for (const image of Array.from(root.querySelectorAll('img'))) {
    const source = sourceOf(image)
    if (source) image.setAttribute('src', source)
  }
}

/**
 * The lead picture stands above the body: its copy among the first blocks of the body goes, and a
 * figure that opens the body is the lead a reader saw, whatever the page names for sharing.
 */
const liftLead = (
  root: Element,
  named: PageLead | null,
  address: (value: string) => string | null,
): PageLead | null => {
  const [first, second] = blocksOf(root).filter(
    (block) => isProse(block) && !within(block.element, 'figure'),
  )
  const order = new Map(Array.from(root.querySelectorAll('*')).map((element, at) => [element, at]))
  const stands = (image: Element, block: Block | undefined): boolean =>
    !block || (order.get(image) ?? 0) < (order.get(block.element) ?? order.size)
  for (const image of Array.from(root.querySelectorAll('img')).slice(0, 3)) {
    const figure = image.closest('figure')
    const holder =
      figure && root.contains(figure) && !blocksOf(figure).some(isStory) ? figure : image
    const source = sourceOf(image)
    if (named && stands(image, second) && isSamePicture(source, named.url)) {
      holder.remove()
      return named
    }
    const opens =
      figure !== null && holder === figure && first !== undefined && stands(image, first)
    const url = opens ? address(source) : null
    if (url) {
      const lead = leadInFigure(figure as Element, image, url)
      holder.remove()
      return lead
    }
  }
  return named
}

const isStory = (block: Block): boolean =>
  isProse(block) && block.tag === 'p' && block.text.length > 300

const linkLoad = (document: Document): { count: number; headings: number } => ({
  count: document.querySelectorAll('a[href]').length,
  headings: document.querySelectorAll('h2 a, h3 a, h4 a, article a h2, article a h3').length,
})

const troubleOf = (seen: {
  headline: string
  text: string
  prose: number
  links: { count: number; headings: number }
  isArticle: boolean
}): PageTrouble | null => {
  const { headline, text, prose, links, isArticle } = seen
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text)
  const weight = prose * (dense ? 2.5 : 1)
  const failed =
    /^\W{0,3}(error\b|(error |http )?(400|401|403|404|410|429|500|502|503|504)\b|(page |article )?not found|access denied|forbidden|just a moment|attention required|are you a robot|service unavailable|bad gateway)/i
  if (failed.test(headline) && weight < 1500) return 'error-page'
  if (tidy(text) === '' && links.count < 10) return 'empty'
  if (weight < 140 && !(isArticle && weight > 60))
    return links.count > 15 ? 'list-of-links' : text === '' ? 'empty' : 'no-article'
  if (!isArticle && links.headings >= 15 && weight < 1200) return 'list-of-links'
  return null
}
