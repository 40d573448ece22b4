import {
  type ReceivedName,
  type NameKind,
  receiveNames,
  type SettledName,
} from '#newsroom/receive-names.ts'
import { receiveAddresses, type ReceivedAddress } from '#newsroom/receive.ts'
import { normalisePath } from '#newsroom/old-addresses.ts'
import { slugOf } from '#newsroom/slug.ts'
import { sectionSlugRefusal } from '#newsroom/section.ts'
import { cleanLine, cleanText } from '#newsroom/text.ts'
import type { Tx } from '#platform/database/database.ts'
import type {
  ArrivalNote,
  ArrivingArticle,
  ArrivingAuthor,
  ArrivingSection,
  ArrivingTag,
} from './arrival.ts'

/** Where an article of the archive belongs here. */
export interface Place {
  sectionId: string
  authorIds: string[]
  tagIds: string[]
}

export interface Places {
  /** Remembers how the archive describes an author, section or tag. */
  learn(
    arrival:
      | ({ kind: 'author' } & ArrivingAuthor)
      | ({ kind: 'section' } & ArrivingSection)
      | ({ kind: 'tag' } & ArrivingTag),
  ): void
  /** Finds or makes what these articles name, before they are received. */
  settle(tx: Tx, articles: ArrivingArticle[]): Promise<void>
  of(article: ArrivingArticle): Place
}

export interface PlacesOptions {
  source: string
  language: string
  /** Where articles go that name no section. */
  fallback: { title: string; slug: string }
  note(note: ArrivalNote): void
}

/** The section of pages such as "About us". */
const PAGES = '* pages'
const FALLBACK = '* none'
/** Sections lie in each other four deep at most; what lies deeper moves up. */
const DEEPEST = 4

/**
 * The authors, sections and tags of one archive. Only those that an article names are made here, so
 * that a paper is not littered with empty sections.
 */
export function openPlaces({ source, language, fallback, note }: PlacesOptions): Places {
  const known = {
    author: new Map<string, ArrivingAuthor>(),
    section: new Map<string, ArrivingSection>(),
    tag: new Map<string, ArrivingTag>(),
  }
  known.section.set(FALLBACK, { key: FALLBACK, ...fallback })
  known.section.set(PAGES, { key: PAGES, title: 'About', slug: 'about' })
  const settled = {
    author: new Map<string, SettledName>(),
    section: new Map<string, SettledName>(),
    tag: new Map<string, SettledName>(),
  }

  const sectionKey = (article: ArrivingArticle) =>
    article.page ? PAGES : (article.sectionKeys[0] ?? FALLBACK)
  /** Second categories become tags; one that is also a tag of the archive is that tag. */
  const tagKeys = (article: ArrivingArticle) => {
    const others = article.page ? article.sectionKeys : article.sectionKeys.slice(1)
    return [...new Set([...article.tagKeys, ...others.map((key) => asTag(key))])]
  }
  const asTag = (key: string) => {
    const section = known.section.get(key)
    const tagKey = `* section ${key}`
    if (!known.tag.has(tagKey))
      known.tag.set(tagKey, {
        key: tagKey,
        title: section?.title ?? key,
        slug: section?.slug ?? '',
      })
    return tagKey
  }

  async function settleNames(tx: Tx, kind: NameKind, names: ReceivedName[]): Promise<void> {
    if (names.length === 0) return
    const found = await receiveNames(tx, kind, { source, names })
    const addresses: ReceivedAddress[] = []
    for (const [key, name] of found) {
      settled[kind].set(key, name)
      const described = kind === 'author' ? undefined : known[kind].get(key)
      if (described?.oldPath === undefined) continue
      const path = normalisePath(described.oldPath)
      if (path !== '/')
        addresses.push({ path, [kind === 'section' ? 'sectionId' : 'tagId']: name.id })
    }
    await receiveAddresses(tx, addresses)
  }

  const missing = (kind: NameKind, keys: string[]) =>
    [...new Set(keys)].filter((key) => !settled[kind].has(key))

  /** Parents before children. */
  async function settleSections(tx: Tx, keys: string[]): Promise<void> {
    const parents = keys.flatMap((key) => parentOf(key) ?? [])
    const waiting = missing('section', parents)
    if (waiting.length > 0) await settleSections(tx, waiting)
    await settleNames(
      tx,
      'section',
      missing('section', keys).map((key) => receivedSection(key)),
    )
  }

  /** The section above, as the archive says; none where its sections go in a circle. */
  function parentOf(key: string): string | undefined {
    const above: string[] = []
    let at = known.section.get(key)?.parentKey
    while (at !== undefined && known.section.has(at)) {
      if (at === key || above.includes(at)) return undefined
      above.unshift(at)
      at = known.section.get(at)?.parentKey
    }
    return above[Math.min(above.length, DEEPEST - 1) - 1]
  }

  function receivedSection(key: string): ReceivedName {
    const section = known.section.get(key) ?? { key, title: key, slug: '' }
    const title = cleanLine(section.title, 200) || 'Untitled'
    let slug = slugOf(section.slug || title) || 'section'
    if (sectionSlugRefusal(slug) === 'reserved') {
      note({
        outcome: 'altered',
        what: `section “${title}”`,
        reason: `its address /${slug} belongs to the program: it is /${slug}-news`,
        key,
      })
      slug = `${slug}-news`
    }
    const parent = parentOf(key)
    const parentId = parent === undefined ? undefined : settled.section.get(parent)?.id
    return {
      key,
      title,
      slug,
      description: cleanText(section.description ?? ''),
      language,
      parentId,
    }
  }

  const receivedTag = (key: string): ReceivedName => {
    const tag = known.tag.get(key) ?? { key, title: key, slug: '' }
    const title = cleanLine(tag.title, 200) || 'Untitled'
    return {
      key,
      title,
      slug: slugOf(tag.slug || title) || 'tag',
      description: cleanText(tag.description ?? ''),
    }
  }

  const receivedAuthor = (key: string): ReceivedName => {
    const author = known.author.get(key) ?? { key, name: key }
    const title = cleanLine(author.name, 200) || cleanLine(key, 200) || 'Unknown'
    return {
      key,
      title,
      slug: slugOf(title) || 'author',
      description: cleanText(author.biography ?? ''),
      email: author.email,
    }
  }

  const idOf = (kind: NameKind, key: string): string => {
    const name = settled[kind].get(key)
    if (name === undefined) throw new Error(`The ${kind} “${key}” was not settled.`)
    return name.id
  }

  return {
    learn({ kind, ...described }) {
      if (kind === 'author') known.author.set(described.key, described as ArrivingAuthor)
      else if (kind === 'section') known.section.set(described.key, described as ArrivingSection)
      else known.tag.set(described.key, described as ArrivingTag)
    },
    async settle(tx, articles) {
      await settleSections(tx, missing('section', articles.map(sectionKey)))
      await settleNames(tx, 'tag', missing('tag', articles.flatMap(tagKeys)).map(receivedTag))
      await settleNames(
        tx,
        'author',
        missing(
          'author',
          articles.flatMap(({ authorKeys }) => authorKeys),
        ).map(receivedAuthor),
      )
    },
    of: (article) => ({
      sectionId: idOf('section', sectionKey(article)),
      authorIds: [...new Set(article.authorKeys.map((key) => idOf('author', key)))],
      tagIds: [...new Set(tagKeys(article).map((key) => idOf('tag', key)))],
    }),
  }
}
