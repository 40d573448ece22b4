import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/outbox.ts'
import { leaveBehind, takeAddress } from './moves.ts'
import {
  type Section,
  sectionPlaceRefusal,
  type SectionRefusal,
  sectionSlugRefusal,
} from './section.ts'
import { lockSections, saveSection } from './sections.ts'
import { slugOf } from './slug.ts'
import { cleanLine, cleanText } from './text.ts'

export type SectionOutcome = { ok: true; section: Section } | { ok: false; reason: SectionRefusal }
type Ground = Pick<Database, 'transaction'>

/** Makes a section, last among its siblings; its slug follows from the title unless given. */
export function createSection(
  database: Ground,
  wanted: {
    title: string
    language: string
    slug?: string
    parentId?: string | null
    description?: string
  },
): Promise<SectionOutcome> {
  return database.transaction(async (tx) => {
    const sections = await lockSections(tx)
    const section: Section = {
      id: newId(),
      parentId: wanted.parentId ?? null,
      slug: slugOf(wanted.slug || wanted.title),
      title: cleanLine(wanted.title, 200),
      description: cleanText(wanted.description ?? ''),
      language: wanted.language,
      position: 1 + Math.max(0, ...sections.map((other) => other.position)),
    }
    const reason = refusalOf([...sections, section], section)
    if (reason) return { ok: false, reason }
    await saveSection(tx, section)
    await takeAddress(tx, `/${section.slug}`)
    await announce(tx, { type: 'section.changed', payload: { sectionId: section.id } })
    return { ok: true, section }
  })
}

/**
 * Renames or moves a section. Its old address, and those of all articles in it, redirect for ever;
 * an article's address does not depend on where its section lies.
 */
export function changeSection(
  database: Ground,
  change: { id: string } & Partial<Omit<Section, 'id'>>,
): Promise<SectionOutcome> {
  return database.transaction(async (tx) => {
    const sections = await lockSections(tx)
    const before = sections.find((section) => section.id === change.id)
    if (!before) return { ok: false, reason: 'not-found' }
    const after: Section = { ...before, ...change }
    after.title = cleanLine(after.title, 200)
    after.description = cleanText(after.description)
    const rest = sections.filter((section) => section.id !== change.id)
    const reason = refusalOf([...rest, after], after, before)
    if (reason) return { ok: false, reason }
    await saveSection(tx, after)
    if (after.slug !== before.slug) {
      await takeAddress(tx, `/${after.slug}`)
      await leaveBehind(tx, `/${before.slug}`, { sectionId: after.id })
    }
    await announce(tx, { type: 'section.changed', payload: { sectionId: after.id } })
    return { ok: true, section: after }
  })
}

function refusalOf(sections: Section[], section: Section, before?: Section): SectionRefusal | null {
  const bySlug = section.slug === before?.slug ? null : sectionSlugRefusal(section.slug)
  if (bySlug) return bySlug
  if (sections.some((other) => other.id !== section.id && other.slug === section.slug))
    return 'taken'
  return section.parentId === before?.parentId ? null : sectionPlaceRefusal(sections, section)
}
