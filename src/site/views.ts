import type { BreakingRow } from '#newsroom/breaking.ts'
import type { CardRow, PictureRow } from '#newsroom/cards.ts'
import { readingMinutes } from '#newsroom/reading-time.ts'
import { addressOf } from './address.ts'
import { pictureAddress, widthsOf } from './look/picture.ts'
import type { BreakingView, CardView, OpenGraph, PictureView } from './view.ts'

/** A picture as pages show it. */
export function pictureView(row: PictureRow): PictureView {
  const { id, width, height, alt, caption, credit } = row
  return { id, width, height, alt, caption, credit, focal: { x: row.focalX, y: row.focalY } }
}

/** A teaser as pages show it. */
export function cardView(row: CardRow): CardView {
  return {
    href: addressOf.article(row.section.slug, row.slug),
    headline: row.headline,
    kicker: row.kicker,
    summary: row.standfirst || row.summary,
    language: row.language,
    section: { label: row.section.title, href: addressOf.section(row.section.slug) },
    bylines: row.bylines.filter(({ role }) => isAuthorRole(role)).map(({ name }) => name),
    publishedAt: row.publishedAt,
    readingMinutes: readingMinutes(row.wordCount, row.language),
    picture: row.picture && pictureView(row.picture),
    premium: row.access === 'premium',
    portrait: row.portrait && pictureView(row.portrait),
  }
}

/** Whether a role is that of an author of the text, rather than of its pictures or its form. */
export function isAuthorRole(role: string): boolean {
  return role === 'writer' || role === 'reporter' || role === 'agency'
}

export function breakingView(row: BreakingRow): BreakingView {
  return { headline: row.headline, language: row.language, href: row.href, at: row.at }
}

/** The picture for a shared link: the step next to 1200 pixels, as JPEG, which everybody reads. */
export function sharedPicture(picture: PictureView | null, origin: string): OpenGraph['image'] {
  if (!picture) return undefined
  const width = widthsOf(picture.width).findLast((step) => step <= 1200) ?? picture.width
  const height = Math.round((picture.height * width) / picture.width)
  return { url: origin + pictureAddress(picture.id, width, 'jpg'), width, height, alt: picture.alt }
}
