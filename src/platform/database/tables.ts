import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** A moment: read as a Date, written as a Date. */
type Instant = ColumnType<Date, Date, Date>
type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
type CreatedAt = ColumnType<Date, Date | undefined, Date>
type Text = ColumnType<string, string | undefined, string>
/** jsonb: read as what it holds, written as JSON text. */
type Json<T extends object> = JSONColumnType<T, string, string>

export interface Tables {
  paper: PaperTable
  section: SectionTable
  tag: TagTable
  author: AuthorTable
  media: MediaTable
  article: ArticleTable
  article_tally: ArticleTallyTable
  byline: BylineTable
  article_tag: ArticleTagTable
  correction: CorrectionTable
  revision: RevisionTable
  old_address: OldAddressTable
  breaking_item: BreakingItemTable
  front: FrontTable
  front_version: FrontVersionTable
  related: RelatedTable
  related_choice: RelatedChoiceTable
  outbox: OutboxTable
}

export interface PaperTable {
  singleton: Generated<boolean>
  settings: Json<Record<string, unknown>>
  version: Generated<number>
  changed_at: CreatedAt
}

export interface SectionTable {
  id: string
  parent_id: string | null
  slug: string
  title: string
  description: Text
  language: string
  position: Generated<number>
  created_at: CreatedAt
}

export interface TagTable {
  id: string
  slug: string
  title: string
  description: Text
  created_at: CreatedAt
}

export interface AuthorTable {
  id: string
  slug: string
  name: string
  role: Text
  biography: Text
  email: string | null
  portrait_id: string | null
  created_at: CreatedAt
}

export interface MediaTable {
  id: string
  kind: 'picture' | 'audio' | 'video' | 'file'
  storage_key: string
  type: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  alt: Text
  caption: Text
  credit: Text
  licence: Text
  focal_x: Generated<number>
  focal_y: Generated<number>
  colour: Text
  source_url: string | null
  /** The file's name as it came. */
  name: Text
  animated: Generated<boolean>
  created_at: CreatedAt
}

export interface ArticleTable {
  id: string
  state: 'draft' | 'in-review' | 'scheduled' | 'published' | 'withdrawn'
  access: Generated<'open' | 'premium'>
  section_id: string | null
  slug: string
  language: string
  kicker: Text
  headline: string
  standfirst: Text
  summary: Text
  dateline: Text
  body: Text
  lead_media_id: string | null
  lead_caption: Text
  lead_credit: Text
  lead_alt: Text
  search_title: Text
  search_description: Text
  canonical_url: string | null
  sensitive: Generated<boolean>
  published_at: InstantOrNull
  updated_at: InstantOrNull
  embargo_until: InstantOrNull
  scheduled_for: InstantOrNull
  withdrawn_at: InstantOrNull
  withdrawn_reason: Text
  word_count: Generated<number>
  version: Generated<number>
  import_source: string | null
  import_key: string | null
  import_hash: string | null
  /** False for pages of the site (about, contact): an address, but in no list. */
  listed: Generated<boolean>
  opened_at: InstantOrNull
  created_at: CreatedAt
  changed_at: CreatedAt
}

/** How many articles are in lists, by section (null: the whole paper) and day in the paper's zone; rows add up. */
export interface ArticleTallyTable {
  section_id: string | null
  day: string
  articles: number
}

export interface BylineTable {
  article_id: string
  position: number
  author_id: string
  role: Text
  /** When the article was published, null while it is in no list; kept by the database. */
  listed_at: Generated<Date | null>
}

export interface ArticleTagTable {
  article_id: string
  position: number
  tag_id: string
  listed_at: Generated<Date | null>
}

export interface CorrectionTable {
  id: string
  article_id: string
  text: string
  made_at: Instant
}

export interface RevisionTable {
  article_id: string
  number: number
  made_at: Instant
  made_by: string
  action: string
  changed: Generated<string[]>
  content: Json<Record<string, unknown>>
}

export interface OldAddressTable {
  path: string
  article_id: string | null
  section_id: string | null
  tag_id: string | null
  author_id: string | null
  target: string | null
  created_at: CreatedAt
}

export interface BreakingItemTable {
  id: string
  headline: string
  language: string
  link: string | null
  article_id: string | null
  at: Instant
  expires_at: Instant
  removed_at: InstantOrNull
  made_by: string
}

export interface FrontTable {
  id: string
  section_id: string | null
  created_at: CreatedAt
}

export interface FrontVersionTable {
  front_id: string
  number: number
  containers: Json<unknown[]>
  made_by: string
  made_at: Instant
  published_at: InstantOrNull
}

export interface RelatedTable {
  article_id: string
  position: number
  related_id: string
  score: number
}

export interface RelatedChoiceTable {
  article_id: string
  related_id: string
  choice: 'pin' | 'ban'
  position: Generated<number>
}

export interface OutboxTable {
  id: Generated<number>
  type: string
  payload: Json<Record<string, unknown>>
  at: CreatedAt
}
