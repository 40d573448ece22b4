import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { containerLayouts } from '#newsroom/front.ts'
import { isSlug } from '#newsroom/slug.ts'
import { isLanguage } from '#platform/i18n.ts'
import { type Paper, paperSchema } from '#platform/paper.ts'
import { Problem } from '#platform/problem.ts'
import { programFolder } from '#platform/root.ts'
import { readArticleFile, type SampleArticle } from './article-file.ts'

const slug = z.string().refine(isSlug)

const sections = z.array(
  z.strictObject({
    slug,
    parent: slug.optional(),
    title: z.string().min(1),
    description: z.string(),
    language: z.string().refine(isLanguage),
  }),
)
const authors = z.array(
  z.strictObject({
    slug,
    name: z.string().min(1),
    role: z.string(),
    biography: z.string(),
  }),
)
const tags = z.array(
  z.strictObject({ slug, title: z.string().min(1), description: z.string().default('') }),
)
const breaking = z.array(
  z.strictObject({ headline: z.string().min(1), minutesAgo: z.number().positive(), article: slug }),
)
const front = z.array(
  z.strictObject({
    title: z.string(),
    layout: z.enum(containerLayouts),
    href: z.string().startsWith('/').optional(),
    cards: z.array(slug).min(1),
  }),
)

/** The sample newspaper as its files say it. */
export interface SampleFiles {
  paper: Paper
  sections: z.infer<typeof sections>
  authors: z.infer<typeof authors>
  tags: z.infer<typeof tags>
  breaking: z.infer<typeof breaking>
  front: z.infer<typeof front>
  articles: SampleArticle[]
}

/** Reads db/sample. Throws a Problem that names the file when one is not as it should be. */
export function readSampleFiles(folder = path.join(programFolder, 'db/sample')): SampleFiles {
  const json = <T>(name: string, schema: z.ZodType<T>): T => {
    const read = schema.safeParse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
    if (read.success) return read.data
    throw new Problem(`The sample's ${name} cannot be read: ${z.prettifyError(read.error)}`)
  }
  const articles = readdirSync(path.join(folder, 'articles'))
    .filter((name) => name.endsWith('.html'))
    .toSorted()
  return {
    paper: json('paper.json', paperSchema),
    sections: json('sections.json', sections),
    authors: json('authors.json', authors),
    tags: json('tags.json', tags),
    breaking: json('breaking.json', breaking),
    front: json('front.json', front),
    articles: articles.map((name) =>
      readArticleFile(name, readFileSync(path.join(folder, 'articles', name), 'utf8')),
    ),
  }
}
