import type { Arrival, ArrivalNote, ArrivingArticle } from '../arrival.ts'
import { renderBody } from './body.ts'
import { momentOf } from './dates.ts'
import { headlineText, plainText } from './markup.ts'
import type { People } from './people.ts'
import { extrasOf } from './seo.ts'
import { decodedSlug, languageTag, pathOnSite, sitePath, type Site } from './site.ts'
import { metaOf, type Survey } from './survey.ts'
import type { Terms } from './terms.ts'
import type { WxrItem } from './wxr-records.ts'

export interface Setting {
  survey: Survey
  site: Site
  siteNumber: number
  people: People
  terms: Terms
  /** The paper's zone, for times that only a clock on the site's wall shows. */
  zone?: string
}

type State = ArrivingArticle['state']

const states = new Map<string, { state: State; note?: string }>([
  ['publish', { state: 'published' }],
  ['inherit', { state: 'published' }],
  ['future', { state: 'scheduled' }],
  ['draft', { state: 'draft' }],
  ['pending', { state: 'in-review' }],
  ['private', { state: 'draft', note: 'private, so it is kept as a draft' }],
])

/** An article (or page) with the authors, sections and tags met in it, and notes on what changed. */
export function articleOfItem(
  item: WxrItem,
  setting: Setting,
  { key, page }: { key: string; page: boolean },
): Arrival[] {
  const { fields } = item
  const { survey, site, siteNumber } = setting
  const id = fields.get('wp:post_id')?.trim() ?? ''
  const status = fields.get('wp:status')?.trim() || 'draft'
  const titled = headlineText(fields.get('title') ?? '')
  const what = `${page ? 'page' : 'post'} ${id} “${titled}”`
  if (status === 'trash' || status === 'auto-draft') {
    const reason = status === 'trash' ? 'it lay in the bin' : 'an empty draft saved by the editor'
    return [note('left-out', what, { reason, key })]
  }
  const notes: Arrival[] = []
  const body = renderBody(fields.get('content:encoded') ?? '', {
    attachment: (wanted) => survey.attachment(siteNumber, wanted),
    attached: (post) => survey.attached(siteNumber, post ?? id),
    reusable: (wanted) => survey.reusable(siteNumber, wanted),
    footnotes: metaOf(item, 'footnotes'),
    ...(site.url && { base: site.url }),
  })
  for (const [removed, times] of body.removed) {
    const reason = `left out of ${what}: it shows nothing without WordPress`
    notes.push(note('altered', removed, { reason, key, count: times }))
  }
  const slug = decodedSlug(fields.get('wp:post_name') ?? '') || undefined
  const headline = titled || headlineFor(body.html, slug)
  if (!titled) {
    notes.push(
      note('altered', what, { reason: `it had no title; it is called “${headline}”`, key }),
    )
  }
  const { state, note: stateNote } = stateOf(status, fields)
  if (stateNote) notes.push(note('altered', what, { reason: stateNote, key }))
  const { keys: authorKeys, arrivals: authors } = setting.people.bylines(item)
  const { sectionKeys, tagKeys, language, arrivals: placed } = setting.terms.place(item, site)
  const dates = { offsets: survey.offsets, zone: setting.zone }
  const moment = momentOf(fields, 'post_date', dates)
  const changed = momentOf(fields, 'post_modified', dates)
  const { lead, missing } = leadOf(item, setting)
  if (missing) {
    const reason = `the lead picture of ${what} is not in the file`
    notes.push(note('left-out', `picture ${missing}`, { reason, key }))
  }
  const summary = plainText(renderedExcerpt(fields.get('excerpt:encoded') ?? ''))
  return [
    ...authors,
    ...placed,
    {
      kind: 'article',
      key,
      headline,
      body: body.html,
      state,
      ...(state === 'published' && moment && { publishedAt: moment }),
      ...(state === 'published' && moment && changed && changed > moment && { updatedAt: changed }),
      ...(state === 'scheduled' && moment && { scheduledFor: moment }),
      slug,
      language: languageTag(language) ?? site.language ?? undefined,
      ...(summary && { summary }),
      ...extrasOf(item, headline, site.name),
      authorKeys,
      sectionKeys,
      tagKeys,
      ...(lead && { lead }),
      oldPaths: oldPathsOf(item, { site, id, page }),
      ...(page && { page }),
      ...(fields.get('wp:is_sticky')?.trim() === '1' && { pinned: true }),
    },
    ...notes,
  ]
}

function stateOf(status: string, fields: Map<string, string>): { state: State; note?: string } {
  if (fields.get('wp:post_password')?.trim()) {
    return { state: 'draft', note: 'protected by a password, so it is kept as a draft' }
  }
  return (
    states.get(status) ?? {
      state: 'draft',
      note: `its status “${status}” is unknown; kept as a draft`,
    }
  )
}

function leadOf(item: WxrItem, { survey, siteNumber }: Setting) {
  const id = metaOf(item, '_thumbnail_id')
  if (!id || !/^\d+$/.test(id) || id === '0') return {}
  const picture = survey.attachment(siteNumber, id)
  if (!picture) return { missing: id }
  const caption = plainText(picture.caption ?? '')
  const { url, alt } = picture
  return {
    lead: {
      mediaKey: mediaKey(siteNumber, id),
      url,
      ...(alt && { alt }),
      ...(caption && { caption }),
    },
  }
}

/** What articles call an attachment: its id, and the number of its site where a file holds several. */
export function mediaKey(siteNumber: number, id: string): string {
  return siteNumber === 0 ? id : `${siteNumber + 1}:${id}`
}

function oldPathsOf(
  item: WxrItem,
  { site, id, page }: { site: Site; id: string; page: boolean },
): string[] {
  const { fields } = item
  const paths = new Set<string>()
  const add = (path: string | null) => path && !/[?&]preview=/.test(path) && paths.add(path)
  const link = pathOnSite(site, fields.get('link'))
  add(link)
  if (/^\d+$/.test(id)) add(sitePath(site, `?${page ? 'page_id' : 'p'}=${id}`))
  add(pathOnSite(site, fields.get('guid')))
  const name = decodedSlug(fields.get('wp:post_name') ?? '')
  for (const [key, value] of item.meta) {
    if (key !== '_wp_old_slug' || !value.trim() || !link || !name) continue
    const parts = link.split('/')
    const place = parts.findLastIndex(
      (part) => decodedSlug(part).toLowerCase() === name.toLowerCase(),
    )
    if (place === -1) continue
    add(parts.with(place, encodeURIComponent(decodedSlug(value))).join('/'))
  }
  return [...paths]
}

function headlineFor(html: string, slug: string | undefined): string {
  const text = plainText(html.slice(0, 2000))
  const sentence =
    /^.{8,80}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.slice(0, 60).replace(/\s\S*$/, '')
  return sentence.replace(/[.,;:\s]+$/, '') || slug?.replaceAll('-', ' ') || 'Untitled'
}

function renderedExcerpt(excerpt: string): string {
  return excerpt.replace(/\[\/?[a-z][\w-]*(?:\s[^\]]*)?\]/gi, ' ')
}

function note(
  outcome: ArrivalNote['outcome'],
  what: string,
  rest: Omit<ArrivalNote, 'outcome' | 'what'>,
): Arrival {
  return { kind: 'note', outcome, what, ...rest }
}
