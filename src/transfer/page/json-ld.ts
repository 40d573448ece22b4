/** What an article's own JSON-LD says of it; empty where it says nothing. */
export interface StatedFacts {
  headline?: string
  description?: string
  body?: string
  authors: string[]
  publishedAt?: string
  updatedAt?: string
  section?: string
  tags: string[]
  language?: string
  image?: { url: string; caption?: string; credit?: string }
  publisher?: string
  url?: string
  isArticle: boolean
}

type Json = Record<string, unknown>

const articleTypes =
  /(^|[/#])(\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting|OpinionNewsArticle)$/

/** Reads the JSON-LD blocks of a page; broken ones (raw line breaks, comments) are mended or ignored. */
export const statedFacts = (blocks: string[]): StatedFacts => {
  const nodes = blocks.slice(0, 40).flatMap((block) => flatten(parse(block)))
  const byId = new Map<string, Json>()
  for (const node of nodes) {
    const id = text(node['@id'])
    if (id && Object.keys(node).length > 1) byId.set(id, node)
  }
  const candidates = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)))
  const article = candidates.find((node) => node.headline && node.datePublished) ?? candidates[0]
  const publisher = article ? follow(article.publisher, byId) : undefined
  if (!article) return { authors: [], tags: [], isArticle: false }
  const image = follow(first(article.image), byId)
  const facts: StatedFacts = {
    authors: list(article.author ?? article.creator).flatMap((one) =>
      nameOf(follow(one, byId) ?? one),
    ),
    tags: keywords(article.keywords),
    isArticle: true,
  }
  set(facts, 'headline', text(article.headline) ?? text(article.name))
  set(facts, 'description', text(article.description))
  set(facts, 'body', text(article.articleBody) ?? text(article.reviewBody))
  set(facts, 'publishedAt', text(article.datePublished))
  set(facts, 'updatedAt', text(article.dateModified))
  set(facts, 'section', text(first(article.articleSection)))
  set(
    facts,
    'language',
    text(article.inLanguage) ?? text(object(article.inLanguage)?.alternateName),
  )
  set(facts, 'publisher', text(publisher?.name) ?? text(object(article.publisher)?.name))
  set(
    facts,
    'url',
    text(article.url) ??
      text(follow(article.mainEntityOfPage, byId)?.['@id']) ??
      text(article.mainEntityOfPage),
  )
  const imageUrl = text(first(article.image)) ?? text(image?.url) ?? text(image?.contentUrl)
  if (imageUrl) {
    facts.image = { url: imageUrl }
    const caption = text(image?.caption)
    const credit =
      text(image?.creditText) ?? text(object(image?.author)?.name) ?? text(image?.copyrightHolder)
    if (caption) facts.image.caption = caption
    if (credit) facts.image.credit = credit
  }
  return facts
}

const set = <K extends keyof StatedFacts>(
  facts: StatedFacts,
  key: K,
  value: StatedFacts[K] | undefined,
): void => {
  if (value !== undefined) facts[key] = value
}

const parse = (block: string): unknown => {
  const trimmed = block
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '')
  try {
    return JSON.parse(trimmed)
  } catch {
    try {
      // Raw line breaks and tabs inside strings are the commonest fault; a space means the same.
      // eslint-disable-next-line no-control-regex
      return JSON.parse(trimmed.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'))
    } catch {
      return null
    }
  }
}

const flatten = (value: unknown, depth = 0): Json[] => {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((one) => flatten(one, depth + 1))
  const node = object(value)
  if (!node) return []
  const inner = [node['@graph'], node.mainEntity, node.mainEntityOfPage].flatMap((one) =>
    flatten(one, depth + 1),
  )
  return [node, ...inner]
}

const typesOf = (node: Json): string[] =>
  list(node['@type']).filter((type) => typeof type === 'string')

const follow = (value: unknown, byId: Map<string, Json>): Json | undefined => {
  const node = object(first(value))
  const id = node ? text(node['@id']) : undefined
  return node && id && Object.keys(node).length <= 2 ? (byId.get(id) ?? node) : node
}

const nameOf = (value: unknown): string[] => {
  const node = object(value)
  if (!node) return text(value) ? [text(value) ?? ''] : []
  return list(node.name).flatMap((one) => text(one) ?? [])
}

const keywords = (value: unknown): string[] =>
  list(value)
    .flatMap((one) => (text(one) ?? text(object(one)?.name) ?? '').split(/[,;|]/))
    .map((word) => word.trim())
    .filter((word) => word !== '' && word.length < 80 && !/^[\w-]+:/.test(word))

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value]
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const object = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
