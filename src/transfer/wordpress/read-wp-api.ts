import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Arrival, ArrivingArticle } from '../arrival.ts'
import { renderBody, type BodySource } from './body.ts'
import { momentOf } from './dates.ts'
import { headlineText, plainText } from './markup.ts'
import { decodedSlug, pathOnSite, siteOf, sitePath } from './site.ts'
import { withoutForbidden } from './xml-text.ts'

const rendered = z.object({ rendered: z.string() }).transform((text) => text.rendered)
const text = z.string().nullish()
const id = z.union([z.number(), z.string()]).transform(String)

const apiAuthor = z.object({ id, name: z.string(), slug: text, description: text })
const apiTerm = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  taxonomy: text,
  description: text,
  link: text,
})
const apiMedia = z.object({
  id,
  source_url: z.string(),
  alt_text: text,
  title: rendered.nullish(),
  caption: rendered.nullish(),
  mime_type: text,
})
const apiPost = z.object({
  id,
  type: z.string(),
  status: text,
  slug: text,
  link: text,
  guid: rendered.nullish(),
  date: text,
  date_gmt: text,
  modified: text,
  modified_gmt: text,
  title: rendered,
  content: z.object({ rendered: z.string(), protected: z.boolean().nullish() }),
  excerpt: rendered.nullish(),
  author: id.nullish(),
  sticky: z.boolean().nullish(),
  yoast_head_json: z
    .object({ title: text, description: text, canonical: text })
    .partial()
    .nullish()
    .catch(null),
  _embedded: z
    .object({
      author: z.array(apiAuthor.nullable().catch(null)).nullish(),
      'wp:featuredmedia': z.array(apiMedia.nullable().catch(null)).nullish(),
      'wp:term': z.array(z.array(apiTerm.nullable().catch(null))).nullish(),
    })
    .nullish(),
})
type ApiPost = z.infer<typeof apiPost>

/** Nothing but what was printed: the API has no shelf of attachments. */
const printed: BodySource = { attachment: () => null, attached: () => [], reusable: () => null }

/** Whether a text is JSON of WordPress's REST API: posts, pages or users, one or a list. */
export function looksLikeWpApi(head: string): boolean {
  const start = head.trimStart().slice(0, 65_536)
  return /^[[{]/.test(start) && /"(?:rendered|avatar_urls)"\s*:/.test(start)
}

/**
 * Reads a file of WordPress's REST API (/wp-json/wp/v2/posts, pages or users, best with _embed) as
 * arrivals. What is not a post or a user is said in a note. Throws only when the file cannot be read.
 */
export async function* readWpApi(path: string): AsyncGenerator<Arrival> {
  let value: unknown
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = `not valid JSON: ${error instanceof Error ? error.message : String(error)}`
    yield { kind: 'note', outcome: 'broken', what: 'the file', reason }
    return
  }
  const said = new Set<string>()
  yield* siteOfEntries(value)
  for (const [number, entry] of (Array.isArray(value) ? value : [value]).entries()) {
    for (const arrival of arrivalsOf(entry, number)) {
      const key =
        'key' in arrival && arrival.kind !== 'note' ? `${arrival.kind} ${arrival.key}` : ''
      if (key && said.has(key)) continue
      if (key) said.add(key)
      yield arrival
    }
  }
}

/** The API does not say what its site is called; the host names the archive. */
function* siteOfEntries(value: unknown): Generator<Arrival> {
  const first = apiPost.safeParse(Array.isArray(value) ? value[0] : value)
  const url = URL.parse(first.data?.link ?? '')
  if (url) yield { kind: 'paper', name: url.hostname, url: `${url.origin}/`, language: null }
}

function arrivalsOf(entry: unknown, number: number): Arrival[] {
  const post = apiPost.safeParse(entry)
  if (post.success) return arrivalsOfPost(post.data)
  const author = apiAuthor.safeParse(entry)
  if (author.success) return [authorOf(author.data)]
  const reason = 'it is neither a post nor a user of WordPress’s REST API'
  return [{ kind: 'note', outcome: 'left-out', what: `entry ${number + 1}`, reason }]
}

function arrivalsOfPost(post: ApiPost): Arrival[] {
  const origin = URL.parse(post.link ?? post.guid ?? '')?.origin ?? ''
  const site = siteOf(new Map([['link', origin]]))
  const all = (post['_embedded']?.['wp:term'] ?? []).flat().filter((term) => term !== null)
  const sections = all.filter(({ taxonomy }) => taxonomy === 'category')
  const tags = all.filter(({ taxonomy }) => taxonomy === 'post_tag')
  const coauthors = all.filter(({ taxonomy }) => taxonomy === 'author')
  const embedded = (post['_embedded']?.author ?? []).filter((author) => author !== null)
  const authors = (coauthors.length > 0 ? coauthors : embedded).map(authorOf)
  const lead = post['_embedded']?.['wp:featuredmedia']?.find((media) => media !== null)
  const body = renderBody(withoutForbidden(post.content.rendered), printed, true)
  const headline = headlineText(post.title)
  const page = post.type === 'page'
  return [
    ...authors,
    ...sections.map((term): Arrival => ({ kind: 'section', ...termOf(term) })),
    ...tags.map((term): Arrival => ({ kind: 'tag', ...termOf(term) })),
    ...(lead ? [mediaOf(lead)] : []),
    {
      kind: 'article',
      key: post.id,
      headline: headline || decodedSlug(post.slug ?? '').replaceAll('-', ' ') || 'Untitled',
      body: body.html,
      ...timesOf(post),
      slug: decodedSlug(post.slug ?? '') || undefined,
      summary: ownSummary(post.excerpt ?? ''),
      authorKeys: authors.map(({ key }) => key),
      sectionKeys: sections.map(({ slug }) => decodedSlug(slug)),
      tagKeys: tags.map(({ slug }) => decodedSlug(slug)),
      ...(lead && { lead: { mediaKey: lead.id, url: lead.source_url, alt: lead.alt_text ?? '' } }),
      searchTitle: post.yoast_head_json?.title ?? undefined,
      searchDescription: post.yoast_head_json?.description ?? undefined,
      oldPaths: [
        pathOnSite(site, post.link ?? ''),
        sitePath(site, `?${page ? 'page_id' : 'p'}=${post.id}`),
      ].filter((path) => path !== null),
      ...(page && { page }),
      ...(post.sticky && { pinned: true }),
    },
    ...[...body.removed].map(([what, count]): Arrival => {
      const reason = `left out of ${post.type} ${post.id} “${headline}”`
      return { kind: 'note', outcome: 'altered', what, reason, key: post.id, count }
    }),
  ]
}

/** WordPress cuts one from the body where nobody wrote any; it ends in […]. */
function ownSummary(excerpt: string): string | undefined {
  const summary = plainText(excerpt)
  return summary && !/\[…\]$|\[\.\.\.\]$/.test(summary) ? summary : undefined
}

const states = new Map<string, ArrivingArticle['state']>([
  ['publish', 'published'],
  ['future', 'scheduled'],
  ['pending', 'in-review'],
])

function timesOf(
  post: ApiPost,
): Pick<ArrivingArticle, 'state' | 'publishedAt' | 'updatedAt' | 'scheduledFor'> {
  const fields = new Map(
    (['date', 'date_gmt', 'modified', 'modified_gmt'] as const).map((name) => [
      `wp:post_${name}`,
      post[name] ?? '',
    ]),
  )
  const dates = { offsets: { months: new Map<string, number>(), usual: null } }
  const moment = momentOf(fields, 'post_date', dates)
  const changed = momentOf(fields, 'post_modified', dates)
  const state = post.content.protected ? 'draft' : (states.get(post.status ?? 'publish') ?? 'draft')
  if (state === 'scheduled') return { state, scheduledFor: moment }
  if (state !== 'published') return { state }
  return {
    state,
    publishedAt: moment,
    ...(moment && changed && changed > moment && { updatedAt: changed }),
  }
}

function authorOf(author: z.infer<typeof apiAuthor>): Extract<Arrival, { kind: 'author' }> {
  const biography = plainText(author.description ?? '')
  const name = headlineText(author.name)
  return { kind: 'author', key: author.slug || author.id, name, ...(biography && { biography }) }
}

function termOf(term: z.infer<typeof apiTerm>) {
  const slug = decodedSlug(term.slug)
  const oldPath = URL.parse(term.link ?? '')?.pathname
  const description = plainText(term.description ?? '')
  return {
    key: slug,
    slug,
    title: headlineText(term.name),
    oldPath,
    ...(description && { description }),
  }
}

function mediaOf(media: z.infer<typeof apiMedia>): Arrival {
  const caption = plainText(media.caption ?? '')
  return {
    kind: 'media',
    key: media.id,
    url: media.source_url,
    title: headlineText(media.title ?? '') || undefined,
    alt: media.alt_text || undefined,
    type: media.mime_type ?? undefined,
    ...(caption && { caption }),
  }
}
