import { z } from 'zod'
import { bylineRoles } from '#newsroom/article.ts'
import { isSlug } from '#newsroom/slug.ts'
import { isLanguage } from '#platform/i18n.ts'
import { Problem } from '#platform/problem.ts'
import { gallery } from './pictures/gallery.ts'
import { readWhen, type When } from './when.ts'

const slug = z.string().refine(isSlug, 'is not a slug')
const when = z.string().transform((text, context): When => {
  const read = readWhen(text)
  if (read) return read
  context.addIssue('write "3 days ago 07:40" or "2016-11-17 02:35"')
  return z.NEVER
})
const list = z.string().transform((text) => text.split(',').map((item) => item.trim()))

const byline = z
  .string()
  .regex(/^[a-z-]+( \([a-z]+\))?$/, 'write jonas-weir or jonas-weir (reporter)')
  .transform((text) => ({
    author: text.replace(/ .*/, ''),
    role: /\((.*)\)/.exec(text)?.[1] ?? 'writer',
  }))
  .pipe(z.object({ author: slug, role: z.enum(bylineRoles) }))

const correction = z
  .string()
  .regex(/^[^|]+ \| .+$/, 'write a time, a bar, and the text')
  .transform((text) => {
    const [at, ...words] = text.split(' | ')
    return { at, text: words.join(' | ') }
  })
  .pipe(z.object({ at: when, text: z.string().min(1) }))

const headSchema = z
  .strictObject({
    headline: z.string().min(1),
    kicker: z.string().min(1),
    standfirst: z.string().min(1),
    summary: z.string().min(1),
    dateline: z.string().default(''),
    language: z.string().refine(isLanguage, 'is no language').default('en'),
    section: slug,
    tags: list.pipe(z.array(slug).min(1)),
    by: list.pipe(z.array(byline).min(1)),
    published: when,
    updated: when.optional(),
    picture: z.string().refine((name) => name in gallery, 'is not in the gallery'),
    caption: z.string().min(1),
    alt: z.string().min(1),
    correction: z.array(correction).default([]),
  })
  .readonly()

/** An article as its file says it, before it has a place in a paper. */
export type SampleArticle = z.infer<typeof headSchema> & { slug: string; body: string }

/**
 * Reads a file of db/sample/articles: lines of "Name: value", an empty line, the body in HTML. The
 * file is called after the article's slug, with a number before it that only sorts the folder.
 * Throws a Problem that names the file and what is wrong.
 */
export function readArticleFile(name: string, text: string): SampleArticle {
  const end = text.indexOf('\n\n')
  const fields: Record<string, string | string[]> = {}
  for (const line of text.slice(0, end).split('\n')) {
    const [, key = '', value = ''] = /^([A-Z][a-z]+): (.+)$/.exec(line) ?? []
    if (!key) throw new Problem(`The sample's article ${name} has a line that is no field: ${line}`)
    const field = key.toLowerCase()
    if (field !== 'correction') fields[field] = value
    else fields[field] = [...((fields[field] as string[] | undefined) ?? []), value]
  }
  const read = headSchema.safeParse(fields)
  if (!read.success)
    throw new Problem(
      `The sample's article ${name} cannot be read: ${read.error.issues.map((issue) => `${issue.path.join(' ')} ${issue.message}`).join('; ')}.`,
    )
  return {
    ...read.data,
    slug: name.replace(/^\d+-|\.html$/g, ''),
    body: text.slice(end + 2).trim(),
  }
}
