import type { SafeHtml } from '#platform/html/safe.ts'
import type { Paper } from '#platform/paper.ts'

/** A picture of ours. Its files are made at `/media/<id>/<width>.<format>`; see look/picture.ts. */
export interface PictureView {
  id: string
  /** Pixels of the original: they give the browser the shape before the picture is there. */
  width: number
  height: number
  alt: string
  caption?: string
  credit?: string
  /** What must stay in sight when the picture is cut, from 0 to 1 in each direction. */
  focal?: { x: number; y: number }
}

export interface LinkView {
  label: string
  href: string
}

export interface NavigationView extends LinkView {
  /** `page`: this very page; `section`: this page lies in it. */
  current?: 'page' | 'section'
  children?: NavigationView[]
}

/** A teaser of one article. */
export interface CardView {
  href: string
  headline: string
  kicker: string
  /** The standfirst or the summary, plain text; containers that have no room leave it out. */
  summary: string
  /** BCP 47 language of the article: a card in another language than the page's says so. */
  language: string
  section: LinkView | null
  /** Names in order. */
  bylines: string[]
  publishedAt: Date
  readingMinutes: number
  picture: PictureView | null
  premium: boolean
  /** The first author's picture, for opinion strips. */
  portrait?: PictureView | null
}

/**
 * How a container lays its cards out; each takes any number of cards and looks best with:
 * lead 5–6 · splash 1 (then up to 3) · grid 3, 4 or 6 · list 4–8 · opinion 3–4 · river 5–20.
 */
export type ContainerLayout = 'lead' | 'splash' | 'grid' | 'list' | 'opinion' | 'river'

/** A row of a front. */
export interface ContainerView {
  /** Unique on the page; becomes the heading's id. */
  id: string
  /** Empty for a container without a visible heading. */
  title: string
  href: string | null
  layout: ContainerLayout
  cards: CardView[]
}

export interface BreakingView {
  headline: string
  language: string
  href: string | null
  at: Date
}

export interface PageNumbers {
  /** From 1. */
  page: number
  pages: number
  /** The address of a page of this list. */
  hrefOf: (page: number) => string
}

export interface AuthorView {
  name: string
  href: string
  role: string
  /** Plain text; an empty line parts paragraphs. */
  biography: string
  portrait: PictureView | null
}

export interface BylineView {
  name: string
  href: string | null
  role: 'writer' | 'reporter' | 'photographer' | 'illustrator' | 'editor' | 'translator' | 'agency'
  portrait: PictureView | null
}

export interface OpenGraph {
  type: 'website' | 'article' | 'profile'
  /** An absolute address of a picture about 1200 pixels wide. */
  image?: { url: string; width: number; height: number; alt: string }
  article?: {
    publishedAt: Date
    updatedAt: Date | null
    section: string
    tags: string[]
    authors: string[]
  }
}

/** Addresses of what a page loads; made by look/assets.ts. */
export interface PageAssets {
  stylesheet: string
  script: string
  /** Faces to fetch at once: those this page's language is set in. */
  fonts: string[]
}

/** What every page needs to stand in the paper: the same for all readers. */
export interface PageShell {
  paper: Paper
  assets: PageAssets
  /** Language of the page; its direction and its words follow. */
  language: string
  /** Without the paper's name, which is added; empty on the front page. */
  title: string
  description: string
  /** The absolute address of this page; null where it has none (search, errors). */
  canonical: string | null
  /** For search engines; 'index' unless said otherwise. */
  robots?: 'noindex' | 'index'
  openGraph: OpenGraph
  jsonLd: object[]
  feeds: { title: string; href: string; type: 'application/rss+xml' | 'application/feed+json' }[]
  navigation: NavigationView[]
  /** The newest live breaking news for the strip under the masthead; empty folds it. */
  breaking: BreakingView[]
  /** The paper's picture mark, when it has one. */
  logo: PictureView | null
  /** Where readers become partners; null while the paper offers no partnership. */
  partner: string | null
  /** The moment the page was made: the masthead's date, and which times need no day. */
  madeAt: Date
  /** Where another page of this list stands (rel=prev/next). */
  previous?: string
  next?: string
}

export interface CorrectionView {
  text: string
  madeAt: Date
}

export interface ArticleView {
  headline: string
  kicker: string
  standfirst: string
  dateline: string
  language: string
  access: 'open' | 'premium'
  bylines: BylineView[]
  publishedAt: Date
  /** Null, or the same minute as publishedAt: no "Updated" is shown. */
  updatedAt: Date | null
  readingMinutes: number
  lead: PictureView | null
  body: SafeHtml
  corrections: CorrectionView[]
  tags: LinkView[]
  url: string
}
