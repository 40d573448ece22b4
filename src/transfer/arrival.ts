/**
 * What an archive brings, said in our words before it meets the database. Readers of each format
 * (wordpress/, feed/, page/) yield arrivals in the order of the file; receive.ts takes them in.
 * Order does not matter to receive.ts: an article may name an author that comes later.
 */
export type Arrival =
  | { kind: 'paper'; name: string; url: string | null; language: string | null }
  | ({ kind: 'author' } & ArrivingAuthor)
  | ({ kind: 'section' } & ArrivingSection)
  | ({ kind: 'tag' } & ArrivingTag)
  | ({ kind: 'media' } & ArrivingMedia)
  | ({ kind: 'article' } & ArrivingArticle)
  | ({ kind: 'note' } & ArrivalNote)

export interface ArrivingAuthor {
  /** What bylines of this archive call the author (a login, a name). */
  key: string
  name: string
  email?: string
  biography?: string
}

export interface ArrivingSection {
  key: string
  title: string
  slug: string
  parentKey?: string
  description?: string
  /** The path of its old front, for a redirect. */
  oldPath?: string
}

export interface ArrivingTag {
  key: string
  title: string
  slug: string
  description?: string
  oldPath?: string
}

export interface ArrivingMedia {
  /** What articles of this archive call it (an id), and its addresses (the file and its sizes). */
  key: string
  url: string
  title?: string
  alt?: string
  caption?: string
  credit?: string
  type?: string
}

export interface ArrivingArticle {
  /** Names this item in its archive for ever; with the archive's name it makes a second run safe. */
  key: string
  headline: string
  /** HTML as it came (shortcodes and blocks already made readable); receive.ts sanitises it. */
  body: string
  state: 'draft' | 'in-review' | 'scheduled' | 'published' | 'withdrawn'
  publishedAt?: Date
  updatedAt?: Date
  scheduledFor?: Date
  slug?: string
  language?: string
  kicker?: string
  standfirst?: string
  summary?: string
  dateline?: string
  authorKeys: string[]
  /** First is the article's section; the others become tags, as an article has one place. */
  sectionKeys: string[]
  tagKeys: string[]
  lead?: { mediaKey?: string; url?: string; alt?: string; caption?: string; credit?: string }
  searchTitle?: string
  searchDescription?: string
  canonicalUrl?: string
  /** Paths (with query where the path alone says nothing) at which it stood; they will redirect. */
  oldPaths: string[]
  access?: 'open' | 'premium'
  /** A page of the site rather than an article (about, contact). */
  page?: boolean
  /** Keep at the top of its section (sticky). */
  pinned?: boolean
}

/** Something left out or altered, named in the report. */
export interface ArrivalNote {
  outcome: 'left-out' | 'altered' | 'broken'
  /** Of what, as a person would find it: "comment", "shortcode [gallery]", "post 12 “Hello”". */
  what: string
  reason: string
  key?: string
  count?: number
}
