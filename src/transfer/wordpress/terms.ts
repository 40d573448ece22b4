import type { Arrival } from '../arrival.ts'
import { headlineText, plainText } from './markup.ts'
import { decodedSlug, sitePath, type Site } from './site.ts'
import type { WxrItem } from './wxr-records.ts'
import { standalone } from './xml-text.ts'

/** The sections and tags of an archive, as its categories, tags and other taxonomies come by. */
export interface Terms {
  meet(kind: 'category' | 'tag' | 'term', fields: Map<string, string>, site: Site): Arrival[]
  place(item: WxrItem, site: Site): Placement
  /** Taxonomies that were left out, and those that became tags, with how often. */
  leftOut: Map<string, number>
  madeTags: Map<string, number>
}

export interface Placement {
  sectionKeys: string[]
  tagKeys: string[]
  /** From a language plugin. */
  language?: string
  arrivals: Arrival[]
}

interface Term {
  slug: string
  name: string
  parent?: string
  about?: string
  id?: string
}

/** Taxonomies that say how a theme or plugin shows something, not what an article is about. */
const internal =
  /^(?:post_format|nav_menu|link_category|wp_.*|post_translations|term_.*|product_.*|pa_.*|elementor_.*|yst_prominent_words|following_users|ef_.*|following_usergroups|author|language|amp_.*|mediamatic.*|media_.*|attachment_.*|msls.*|action-group)$/

const primaryKeys = [
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_seopress_robots_primary_cat',
  '_primary_term_category',
  'epc_primary_category',
]

export function terms(): Terms {
  const sections = new Map<string, { parent?: string }>()
  const tags = new Set<string>()
  const byName = new Map<string, string>()
  const byId = new Map<string, string>()
  const leftOut = new Map<string, number>()
  const madeTags = new Map<string, number>()

  const section = ({ slug, name, ...more }: Term, site: Site): Arrival[] => {
    const key = keyOf(slug || name)
    if (more.id) byId.set(standalone(more.id), key)
    if (!key || sections.has(key)) return []
    const written = keyOf(more.parent ?? '')
    const parent = sections.has(written)
      ? written
      : (byName.get(more.parent?.trim() ?? '') ?? written)
    const parentKey = parent && parent !== key ? parent : undefined
    sections.set(key, { parent: parentKey })
    const title = standalone(headlineText(name)) || key
    byName.set(title, key)
    const description = plainText(more.about ?? '')
    const oldPath = sitePath(site, `category/${pathOf(key, sections)}/`)
    return [
      {
        kind: 'section',
        key,
        title,
        slug: key,
        parentKey,
        oldPath,
        ...(description && { description }),
      },
    ]
  }

  const tag = (
    { slug, name, ...more }: Term & { taxonomy?: string },
    site: Site,
  ): { key: string; arrivals: Arrival[] } => {
    const bare = keyOf(slug || name)
    const key = more.taxonomy ? standalone(`${more.taxonomy}:${bare}`) : bare
    if (!bare || tags.has(key)) return { key, arrivals: [] }
    tags.add(key)
    const title = standalone(headlineText(name)) || bare
    const description = plainText(more.about ?? '')
    const oldPath = sitePath(site, `${more.taxonomy ?? 'tag'}/${encodeURIComponent(bare)}/`)
    return {
      key,
      arrivals: [
        { kind: 'tag', key, title, slug: bare, oldPath, ...(description && { description }) },
      ],
    }
  }

  const meet: Terms['meet'] = (kind, fields, site) => {
    const get = (name: string) => fields.get(`wp:${name}`)?.trim() ?? ''
    const id = get('term_id')
    const written: Record<typeof kind, Term> = {
      category: {
        slug: get('category_nicename'),
        name: get('cat_name'),
        parent: get('category_parent'),
        about: get('category_description'),
        id,
      },
      tag: { slug: get('tag_slug'), name: get('tag_name'), about: get('tag_description'), id },
      term: {
        slug: get('term_slug'),
        name: get('term_name'),
        parent: get('term_parent'),
        about: get('term_description'),
        id,
      },
    }
    const taxonomy = kind === 'term' ? get('term_taxonomy') : kind
    if (taxonomy === 'category') return section(written[kind], site)
    if (taxonomy === 'tag' || taxonomy === 'post_tag') return tag(written[kind], site).arrivals
    return []
  }

  const place: Terms['place'] = (item, site) => {
    const arrivals: Arrival[] = []
    const sectionKeys: string[] = []
    const tagKeys: string[] = []
    let language: string | undefined
    const named = item.categories.some(({ domain }) => domain === 'category')
    for (const { domain, nicename, name } of item.categories) {
      if (domain === 'category' || (domain === '' && !named)) {
        arrivals.push(...section({ slug: nicename, name }, site))
        push(sectionKeys, keyOf(nicename || name))
      } else if (domain === 'post_tag' || domain === 'tag') {
        const found = tag({ slug: nicename, name }, site)
        arrivals.push(...found.arrivals)
        push(tagKeys, found.key)
      } else if (domain === 'language') language = nicename
      else if (internal.test(domain)) {
        if (!/^(?:author|nav_menu|)$/.test(domain)) count(leftOut, domain)
      } else if (domain !== '') {
        const found = tag({ slug: nicename, name, taxonomy: domain }, site)
        arrivals.push(...found.arrivals)
        push(tagKeys, found.key)
        count(madeTags, domain)
      }
    }
    return { sectionKeys: inOrder(item, sectionKeys, byId), tagKeys, language, arrivals }
  }

  return { meet, place, leftOut, madeTags }
}

/** The primary category first: as an SEO plugin says, else the one in the item's own address. */
function inOrder(item: WxrItem, keys: string[], byId: Map<string, string>): string[] {
  if (keys.length < 2) return keys
  const chosen = item.meta.find(
    ([key, value]) => primaryKeys.includes(key) && byId.has(value.trim()),
  )
  const path = (
    URL.parse(item.fields.get('link') ?? '', 'https://site.invalid')?.pathname ?? ''
  ).split('/')
  const inPath = path
    .slice(0, -1)
    .map(decodedSlug)
    .findLast((part) => keys.includes(part))
  const first = (chosen && byId.get(chosen[1].trim())) ?? inPath
  const rank = (key: string) => (key === first ? 0 : key === 'uncategorized' ? 2 : 1)
  const all = first && !keys.includes(first) ? [first, ...keys] : keys
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** One form for a term however it is written: "Company News" and "company-news" are the same. */
function keyOf(slug: string): string {
  return standalone(
    decodedSlug(slug)
      .toLowerCase()
      .trim()
      .replace(/\s+/g, '-')
      .replace(/[/?#]+/g, '-'),
  )
}

function pathOf(key: string, sections: Map<string, { parent?: string }>): string {
  const parts = [encodeURIComponent(key)]
  let parent = sections.get(key)?.parent
  while (parent && parts.length < 10) {
    parts.unshift(encodeURIComponent(parent))
    parent = sections.get(parent)?.parent
  }
  return parts.join('/')
}

function push(list: string[], key: string): void {
  if (key && !list.includes(key)) list.push(key)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(standalone(key), (counts.get(key) ?? 0) + 1)
}
