import { z } from 'zod'
import { isLanguage } from '#platform/i18n.ts'
import { type ArticleContent, bylineRoles } from './article.ts'
import { sanitiseBody } from './body.ts'
import { plainText } from './body-text.ts'
import { slugOf } from './slug.ts'
import { cleanLine } from './text.ts'
import { countWords } from './word-count.ts'

const line = (limit: number) =>
  z
    .string()
    .max(20_000)
    .transform((text) => cleanLine(text, limit))

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable()

/**
 * Content as it enters from the desk or the API: every field may be missing, lines are cleaned, the
 * body is sanitised, an author or tag named twice counts once.
 */
export const contentSchema = z
  .object({
    headline: line(500),
    kicker: line(200),
    standfirst: line(2000),
    summary: line(2000),
    dateline: line(200),
    body: z.string().max(10_000_000).transform(sanitiseBody),
    language: z.string().refine(isLanguage, 'use a language tag such as en or he'),
    slug: z.string().max(1000).transform(slugOf),
    sectionId: z.uuid().nullable(),
    access: z.enum(['open', 'premium']),
    bylines: z
      .array(z.object({ authorId: z.uuid(), role: z.enum(bylineRoles) }))
      .max(50)
      .transform((list) => distinct(list, (item) => `${item.authorId} ${item.role}`)),
    tagIds: z
      .array(z.uuid())
      .max(100)
      .transform((list) => distinct(list, (id) => id)),
    lead: z
      .object({ mediaId: z.uuid(), caption: line(2000), credit: line(300), alt: line(2000) })
      .nullable(),
    searchTitle: line(300),
    searchDescription: line(1000),
    canonicalUrl: webAddress,
    sensitive: z.boolean(),
  } satisfies Record<keyof ArticleContent, z.ZodType>)
  .partial()

/** Content before it is clean. */
export type ContentInput = z.input<typeof contentSchema>

/** How long an article is, in what its language counts; see countWords. */
export function lengthOf(content: Pick<ArticleContent, 'body' | 'language'>): number {
  return countWords(plainText(content.body), content.language)
}

function distinct<Item>(list: Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(list.map((item) => [keyOf(item), item])).values()]
}
