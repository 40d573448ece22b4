import type { SafeHtml } from '#platform/html/safe.ts'

/** An article's life: draft → in review → scheduled → published → withdrawn. */
export type ArticleState = 'draft' | 'in-review' | 'scheduled' | 'published' | 'withdrawn'
export type Access = 'open' | 'premium'
export type BylineRole = 'writer' | 'reporter' | 'photographer' | 'illustrator' | 'editor' | 'translator' | 'agency'

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
  publishedAt: Date | null
  updatedAt: Date | null
  embargoUntil: Date | null
  scheduledFor: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string
  corrections: { id: string; text: string; madeAt: Date }[]
  wordCount: number
  /** Counts every saved change; a save names the version it began from. */
  version: number
}
