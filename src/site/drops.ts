import { z } from 'zod'
import type { Fact } from '#platform/outbox.ts'

/** What a fact changes of what readers see: pages that show these keys, and whether what stands on every page. */
export interface Changed {
  shown: string[] | 'all'
  state: boolean
}

const articleSchema = z.object({
  articleId: z.string(),
  sectionIds: z.array(z.string()),
  tagIds: z.array(z.string()),
  authorIds: z.array(z.string()),
  publishedAt: z.array(z.string()),
})
const relatedSchema = z.object({ articleIds: z.array(z.string()) })
const frontSchema = z.object({ sectionId: z.string().nullable() })

/** An unknown fact, or one that says less than expected, changes everything: better slow than wrong. */
const everything: Changed = { shown: 'all', state: true }
const nothing: Changed = { shown: [], state: false }

/** Facts that change no public page. */
const silent = new Set(['related.due'])

export function changedBy({ type, payload }: Fact): Changed {
  if (type.startsWith('article.')) {
    const article = articleSchema.safeParse(payload)
    return article.success ? { shown: shownWith(article.data), state: false } : everything
  }
  if (type === 'breaking.changed') return { shown: ['breaking'], state: true }
  if (type === 'front.published') {
    const front = frontSchema.safeParse(payload)
    return front.success
      ? { shown: [`front:${front.data.sectionId ?? 'home'}`], state: false }
      : everything
  }
  if (type === 'related.changed') {
    const related = relatedSchema.safeParse(payload)
    return related.success
      ? { shown: related.data.articleIds.map((id) => `page:${id}`), state: false }
      : everything
  }
  return silent.has(type) ? nothing : everything
}

/** The article's own page, cards of it, and every list it stands or stood in. */
function shownWith(article: z.infer<typeof articleSchema>): string[] {
  return [
    `article:${article.articleId}`,
    'list:paper',
    ...article.sectionIds.map((id) => `section-list:${id}`),
    ...article.tagIds.map((id) => `tag-list:${id}`),
    ...article.authorIds.map((id) => `author-list:${id}`),
    ...article.publishedAt.flatMap(monthsAround).map((month) => `archive:${month}`),
  ]
}

/** The months a moment may lie in, whatever the paper's zone: at most fourteen hours from UTC. */
function monthsAround(moment: string): string[] {
  const time = Date.parse(moment)
  const near = [-14, 0, 14].map((hours) =>
    new Date(time + hours * 3_600_000).toISOString().slice(0, 7),
  )
  return [...new Set(near)]
}
