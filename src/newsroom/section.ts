import { isSlug } from './slug.ts'

export interface Section {
  id: string
  parentId: string | null
  slug: string
  title: string
  description: string
  language: string
  position: number
}

/** First parts of addresses that belong to the program: no section may be called so. */
const reserved = new Set(
  `topic author archive breaking search feed feed-xml feed-json sitemap sitemap-xml news-sitemap news-sitemap-xml
   robots robots-txt ads ads-txt partner account premium magazines epaper newsletters reader desk api hooks healthz
   readyz metrics media assets fonts favicon favicon-ico manifest service-worker well-known section sections tag
   tags article articles page pages static public login signin sign-in logout admin staff setup set-up preview
   offline iiif`.split(/\s+/),
)

export function isReservedSectionSlug(slug: string): boolean {
  return reserved.has(slug.toLowerCase())
}

export type SectionRefusal =
  | 'not-a-slug'
  | 'reserved'
  | 'own-descendant'
  | 'too-deep'
  | 'taken'
  | 'not-found'
  | 'in-use'

/** Whether a section may have this slug. A year would hide an archive: it is no section either. */
export function sectionSlugRefusal(slug: string): SectionRefusal | null {
  if (!isSlug(slug)) return 'not-a-slug'
  return isReservedSectionSlug(slug) || /^\d+$/.test(slug) ? 'reserved' : null
}

const deepest = 4

/** Whether a section may lie in `parentId`: not in itself or what lies in it, at most four deep. */
export function sectionPlaceRefusal(
  sections: readonly Section[],
  move: { id: string; parentId: string | null },
): SectionRefusal | null {
  if (move.parentId === null) return null
  const inside = new Set(withDescendants(sections, move.id))
  if (inside.has(move.parentId)) return 'own-descendant'
  const path = pathOf(sections, move.parentId)
  if (!path.length) return 'not-found'
  return path.length + heightOf(sections, move.id) > deepest ? 'too-deep' : null
}

/** From the top section down to this one. */
export function pathOf(sections: readonly Section[], id: string): Section[] {
  const path: Section[] = []
  let at = sections.find((section) => section.id === id)
  while (at && path.length < 20) {
    path.unshift(at)
    const parent: string | null = at.parentId
    at = parent === null ? undefined : sections.find((section) => section.id === parent)
  }
  return path
}

/** The section's id and those of all that lie in it. */
export function withDescendants(sections: readonly Section[], id: string): string[] {
  const found = [id]
  for (const parent of found)
    for (const section of sections)
      if (section.parentId === parent && !found.includes(section.id)) found.push(section.id)
  return found
}

function heightOf(sections: readonly Section[], id: string): number {
  const children = sections.filter((section) => section.parentId === id)
  return 1 + Math.max(0, ...children.map((child) => heightOf(sections, child.id)))
}
