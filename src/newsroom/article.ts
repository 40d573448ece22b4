import type { SafeHtml } from '#platform/html/safe.ts'

/** An article's life: draft → in review → scheduled → published → withdrawn. */
export type ArticleState = 'draft' | 'in-review' | 'scheduled' | 'published' | 'withdrawn'
export type Access = 'open' | 'premium'
export const bylineRoles = [
  'writer',
  'reporter',
  'photographer',
  'illustrator',
  'editor',
  'translator',
  'agency',
] as const
export type BylineRole = (typeof bylineRoles)[number]

export interface LeadPicture {
  mediaId: string
  caption: string
  credit: string
  alt: string
}

/** What a person writes: everything a revision keeps and restores. */
export interface ArticleContent {
  headline: string
  kicker: string
  standfirst: string
  summary: string
  dateline: string
  body: SafeHtml
  /** BCP 47 language of the article; direction follows from it. */
  language: string
  slug: string
  sectionId: string | null
  access: Access
  bylines: { authorId: string; role: BylineRole }[]
  tagIds: string[]
  lead: LeadPicture | null
  searchTitle: string
  searchDescription: string
  canonicalUrl: string | null
  sensitive: boolean
}

/** An article as the newsroom keeps it. */
export interface Article extends ArticleContent {
  id: string
  state: ArticleState
  /** False for pages of the site: an address, but in no list. */
  listed: boolean
  publishedAt: Date | null
  updatedAt: Date | null
  embargoUntil: Date | null
  scheduledFor: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string
  /** When it was first open to everyone. */
  openedAt: Date | null
  corrections: { id: string; text: string; madeAt: Date }[]
  wordCount: number
  /** Counts every saved change; a save names the version it began from. */
  version: number
}

/** Why the newsroom's rules say no; shown to people. */
export type ArticleRefusal =
  | 'not-found'
  | 'changed-by-another'
  | 'already-published'
  | 'not-published'
  | 'withdrawn'
  | 'no-headline'
  | 'no-section'
  | 'no-text'
  | 'no-address'
  | 'too-long'
  | 'embargoed'
  | 'in-the-past'
  | 'address-taken'
  | 'needs-confirmation'
  | 'unknown-section'
  | 'unknown-author'
  | 'unknown-tag'
  | 'unknown-picture'
  | 'nothing-to-correct'

export type Decision = { ok: true; article: Article } | { ok: false; reason: ArticleRefusal }

/** The longest body, in characters of HTML: about 300,000 words. */
export const bodyLimit = 2_000_000

/** The address of an article that has a section. */
export function articleAddress(sectionSlug: string, slug: string): string {
  return `/${sectionSlug}/${slug}`
}

/** Whether readers have an address of it: then a new one leaves the old one behind as a redirect. */
export function hasPublicAddress(article: Pick<Article, 'state'>): boolean {
  return article.state === 'published' || article.state === 'withdrawn'
}

export function isEmbargoed(article: Pick<Article, 'embargoUntil'>, now: Date): boolean {
  return article.embargoUntil !== null && article.embargoUntil > now
}

/** Takes an article out. A withdrawn one comes back with the time it first had. */
export function publish(article: Article, now: Date): Decision {
  if (article.state === 'published') return refuse('already-published')
  const missing = whatIsMissing(article)
  if (missing) return refuse(missing)
  if (isEmbargoed(article, now)) return refuse('embargoed')
  const publishedAt = article.publishedAt ?? now
  return accept(article, {
    state: 'published',
    publishedAt,
    openedAt: article.openedAt ?? (article.access === 'open' ? now : null),
    scheduledFor: null,
    withdrawnAt: null,
    withdrawnReason: '',
  })
}

/** Sets the time at which it goes out by itself. */
export function schedule(article: Article, at: Date, now: Date): Decision {
  if (article.state === 'published') return refuse('already-published')
  if (article.state === 'withdrawn') return refuse('withdrawn')
  if (at <= now) return refuse('in-the-past')
  if (article.embargoUntil && article.embargoUntil > at) return refuse('embargoed')
  const missing = whatIsMissing(article)
  return missing ? refuse(missing) : accept(article, { state: 'scheduled', scheduledFor: at })
}

/** Asks for review, or hands back; takes a scheduled article out of the queue. */
export function moveTo(article: Article, state: 'draft' | 'in-review'): Decision {
  if (article.state === 'published') return refuse('already-published')
  if (article.state === 'withdrawn') return refuse('withdrawn')
  if (state === 'in-review' && !article.headline.trim()) return refuse('no-headline')
  return accept(article, { state, scheduledFor: null })
}

/** Sets or lifts the time before which it may not go out. */
export function embargo(article: Article, until: Date | null): Decision {
  if (article.state === 'published') return refuse('already-published')
  if (article.scheduledFor && until && until > article.scheduledFor) return refuse('embargoed')
  return accept(article, { embargoUntil: until })
}

export function withdraw(article: Article, why: { reason: string; now: Date }): Decision {
  if (article.state !== 'published') return refuse('not-published')
  return accept(article, { state: 'withdrawn', withdrawnAt: why.now, withdrawnReason: why.reason })
}

/** Adds a printed amendment, which also counts as an update. */
export function correct(
  article: Article,
  correction: { id: string; text: string; madeAt: Date },
): Decision {
  if (article.state !== 'published') return refuse('not-published')
  if (!correction.text.trim()) return refuse('nothing-to-correct')
  return accept(article, {
    corrections: [...article.corrections, correction],
    updatedAt: correction.madeAt,
  })
}

/**
 * Takes new content. An article that readers have keeps its section and address or gets new ones,
 * never none; one that is open becomes premium only when that was confirmed. `newTime` shows readers
 * that a published article was updated.
 */
export function edit(
  article: Article,
  content: Partial<ArticleContent>,
  how: { now: Date; confirmed?: boolean; newTime?: boolean },
): Decision {
  const next: Article = { ...article, ...content }
  if (next.body.length > bodyLimit) return refuse('too-long')
  if (closesToReaders(article, next) && !how.confirmed) return refuse('needs-confirmation')
  if (article.state !== 'draft' && article.state !== 'in-review') {
    const missing = whatIsMissing(next)
    if (missing) return refuse(missing)
  }
  if (article.state === 'published') {
    if (how.newTime) next.updatedAt = how.now
    if (next.access === 'open') next.openedAt ??= how.now
  }
  return { ok: true, article: next }
}

/** Issue of trust: an article that was ever open does not become premium by accident. */
export function closesToReaders(before: Article, after: Pick<Article, 'access'>): boolean {
  const wasOpen =
    before.openedAt !== null || (before.state === 'published' && before.access === 'open')
  return wasOpen && before.access === 'open' && after.access === 'premium'
}

/** Which of an article's fields differ, by name. */
export function changedFields(
  before: ArticleContent,
  after: ArticleContent,
): (keyof ArticleContent)[] {
  return contentFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

/** What a revision keeps of an article. */
export function contentOf(article: ArticleContent): ArticleContent {
  return Object.fromEntries(
    contentFields.map((field) => [field, article[field]]),
  ) as unknown as ArticleContent
}

const contentFields: (keyof ArticleContent)[] = [
  'headline',
  'kicker',
  'standfirst',
  'summary',
  'dateline',
  'body',
  'language',
  'slug',
  'sectionId',
  'access',
  'bylines',
  'tagIds',
  'lead',
  'searchTitle',
  'searchDescription',
  'canonicalUrl',
  'sensitive',
]

function whatIsMissing(article: Article): ArticleRefusal | null {
  if (!article.headline.trim()) return 'no-headline'
  if (!article.sectionId) return 'no-section'
  if (!article.slug) return 'no-address'
  if (!article.body && !article.standfirst && !article.lead) return 'no-text'
  return article.body.length > bodyLimit ? 'too-long' : null
}

function accept(article: Article, change: Partial<Article>): Decision {
  return { ok: true, article: { ...article, ...change } }
}

function refuse(reason: ArticleRefusal): Decision {
  return { ok: false, reason }
}
