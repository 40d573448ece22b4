import { z } from 'zod'
import type { CardRow } from './cards.ts'
import { pathOf, type Section } from './section.ts'

export const containerLayouts = ['lead', 'splash', 'grid', 'list', 'opinion', 'river'] as const
export type ContainerLayout = (typeof containerLayouts)[number]

/** A teaser placed by hand; its own words, where it has some, stand instead of the article's. */
const placedCard = z.object({
  articleId: z.uuid(),
  headline: z.string().max(500).optional(),
  kicker: z.string().max(200).optional(),
  summary: z.string().max(1000).optional(),
})

const container = z.object({
  /** Unique in the front; becomes the heading's id. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  /** Empty for a row without heading. */
  title: z.string().max(120).default(''),
  href: z
    .string()
    .max(500)
    .regex(/^(?:\/(?!\/)|https?:\/\/)\S*$/)
    .nullable()
    .default(null),
  layout: z.enum(containerLayouts),
  /** How many cards it shows, by hand or by itself. */
  size: z.number().int().min(1).max(40),
  cards: z.array(placedCard).max(40).default([]),
  /** What fills the rest by itself: the newest of the paper, of a section, of a tag, or nothing. */
  fill: z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('paper') }),
      z.object({ of: z.literal('section'), id: z.uuid() }),
      z.object({ of: z.literal('tag'), id: z.uuid() }),
    ])
    .nullable()
    .default(null),
})

/** What is stored of a front. */
export const frontSchema = z
  .array(container)
  .max(60)
  .refine(
    (all) => new Set(all.map((one) => one.id)).size === all.length,
    'each container needs an id of its own',
  )

export type Container = z.infer<typeof container>
export type FrontInput = z.input<typeof frontSchema>

export interface FrontContainer {
  id: string
  title: string
  href: string | null
  layout: ContainerLayout
  cards: CardRow[]
}

/**
 * Fills a front: cards placed by hand first, where they were placed, then each container from its own
 * source, top to bottom. No article stands on the page twice; containers that stay empty are left out.
 * `sources` holds, by container, enough of the newest (see `sourceSize`).
 */
export function fillFront(
  containers: readonly Container[],
  found: { placed: ReadonlyMap<string, CardRow>; sources: ReadonlyMap<string, readonly CardRow[]> },
): FrontContainer[] {
  const used = new Set<string>()
  const rows = containers.map((one) => {
    const cards: CardRow[] = []
    for (const card of one.cards) {
      const article = found.placed.get(card.articleId)
      if (!article || used.has(article.id) || cards.length >= one.size) continue
      used.add(article.id)
      cards.push(withOwnWords(article, card))
    }
    return { one, cards }
  })
  for (const { one, cards } of rows) {
    for (const article of found.sources.get(one.id) ?? []) {
      if (cards.length >= one.size) break
      if (used.has(article.id)) continue
      used.add(article.id)
      cards.push(article)
    }
  }
  return rows
    .filter(({ cards }) => cards.length)
    .map(({ one, cards }) => ({
      id: one.id,
      title: one.title,
      href: one.href,
      layout: one.layout,
      cards,
    }))
}

/** How many of the newest a container may need to see, as others before it may take some. */
export function sourceSize(containers: readonly Container[], id: string): number {
  const at = containers.findIndex((one) => one.id === id)
  const before = containers.slice(0, at + 1).reduce((sum, one) => sum + one.size, 0)
  const placedLater = containers.slice(at + 1).reduce((sum, one) => sum + one.cards.length, 0)
  return Math.min(before + placedLater, 300)
}

/** The front of a paper nobody has curated: the newest, then a row for each top section. */
export function automaticFront(sections: readonly Section[]): Container[] {
  const layouts: ContainerLayout[] = ['grid', 'list', 'grid', 'splash', 'list', 'grid']
  const rows = sections
    .filter((section) => section.parentId === null)
    .slice(0, 20)
    .map((section, at): Container => {
      const layout = layouts[at % layouts.length] as ContainerLayout
      return {
        id: `section-${at + 1}`,
        title: section.title,
        href: `/${section.slug}`,
        layout,
        size: layout === 'grid' ? 4 : layout === 'splash' ? 4 : 6,
        cards: [],
        fill: { of: 'section', id: section.id },
      }
    })
  return [
    { id: 'top', title: '', href: null, layout: 'lead', size: 6, cards: [], fill: { of: 'paper' } },
    ...rows,
  ]
}

/** The front of a section nobody has curated: its newest, then a row for each section in it. */
export function automaticSectionFront(sections: readonly Section[], section: Section): Container[] {
  const inside = sections.filter(
    (child) => child.parentId === section.id && pathOf(sections, child.id).length,
  )
  const rows = inside.slice(0, 12).map((child, at): Container => ({
    id: `section-${at + 1}`,
    title: child.title,
    href: `/${child.slug}`,
    layout: 'grid',
    size: 4,
    cards: [],
    fill: { of: 'section', id: child.id },
  }))
  return [
    {
      id: 'top',
      title: '',
      href: null,
      layout: 'lead',
      size: 6,
      cards: [],
      fill: { of: 'section', id: section.id },
    },
    ...rows,
  ]
}

function withOwnWords(article: CardRow, card: Container['cards'][number]): CardRow {
  return {
    ...article,
    headline: card.headline || article.headline,
    kicker: card.kicker || article.kicker,
    ...(card.summary ? { summary: card.summary, standfirst: '' } : {}),
  }
}
