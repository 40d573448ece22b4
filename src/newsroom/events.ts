import type { Fact } from '#platform/outbox.ts'
import type { Article } from './article.ts'

/**
 * Facts the newsroom announces. Articles' carry where they stand and stood, so that a listener knows
 * every list and page that shows them without asking.
 */
export type NewsroomFact =
  | { type: 'article.published' | 'article.changed' | 'article.withdrawn'; payload: ArticleFact }
  | { type: 'breaking.changed'; payload: Record<string, never> }
  | { type: 'front.published'; payload: { frontId: string; sectionId: string | null } }
  | { type: 'section.changed'; payload: { sectionId: string } }
  | { type: 'tag.changed'; payload: { tagId: string; mergedInto?: string } }
  | { type: 'author.changed'; payload: { authorId: string; mergedInto?: string } }

export interface ArticleFact {
  articleId: string
  sectionIds: string[]
  tagIds: string[]
  authorIds: string[]
  /** When it was published: the days of the archive it stands and stood on. */
  publishedAt: string[]
}

/** The fact that a saved change makes, or null when readers see nothing of it. */
export function factOf(before: Article | null, after: Article): Fact | null {
  const was = before?.state === 'published'
  const is = after.state === 'published'
  if (!was && !is && before?.state !== 'withdrawn') return null
  const both = [before, after].filter((article): article is Article => article !== null)
  const type = is
    ? was
      ? 'article.changed'
      : 'article.published'
    : was
      ? 'article.withdrawn'
      : 'article.changed'
  const payload: ArticleFact = {
    articleId: after.id,
    sectionIds: distinct(both.flatMap((article) => article.sectionId ?? [])),
    tagIds: distinct(both.flatMap((article) => article.tagIds)),
    authorIds: distinct(
      both.flatMap((article) => article.bylines.map((byline) => byline.authorId)),
    ),
    publishedAt: distinct(both.flatMap((article) => article.publishedAt?.toISOString() ?? [])),
  }
  return { type, payload: { ...payload } }
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)]
}
