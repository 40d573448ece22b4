import type { Database } from '#platform/database/database.ts'
import type { Article } from './article.ts'
import { createSection } from './arrange-sections.ts'
import type { Outcome } from './change.ts'
import type { ContentInput } from './content.ts'
import { createArticle } from './create.ts'
import { publishArticle } from './publish.ts'

/** Jobs that nobody does: for tests of verbs that enqueue. */
export const noJobs = { enqueue: async () => {} }

/** A section of its own for a test. */
export async function aSection(
  database: Database,
  title: string,
  parentId?: string,
): Promise<string> {
  const made = await createSection(database, { title, language: 'en', parentId })
  if (!made.ok) throw new Error(made.reason)
  return made.section.id
}

/** A draft with a headline and a body, and what the test adds. */
export async function aDraft(database: Database, content: ContentInput = {}): Promise<Article> {
  const words = { headline: 'Harbour reopens', body: '<p>The harbour reopened on Monday.</p>' }
  return accepted(
    await createArticle(database, {
      content: { ...words, ...content },
      language: 'en',
      by: 'ruth',
    }),
  )
}

/** The same, published. */
export async function anArticle(
  database: Database,
  content: ContentInput & { sectionId: string },
): Promise<Article> {
  const draft = await aDraft(database, content)
  return accepted(await publishArticle(database, { id: draft.id, by: 'ruth' }))
}

/** The article of an outcome; throws the reason of a refusal. */
export function accepted(outcome: Outcome): Article {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.article
}
