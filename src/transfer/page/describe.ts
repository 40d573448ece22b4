import { escapeHtml } from '#platform/html/safe.ts'
import type { ExtractedPage, ExtractOptions } from './extract.ts'
import { readPage } from './read-page.ts'

/** A page's article as `dear-reader extract` prints it. */
export type PageDescription = Omit<ExtractedPage, 'headline' | 'publishedAt' | 'updatedAt'> & {
  title: string
  /** Publication time, ISO 8601 in UTC. */
  date: string | null
  updated: string | null
  encoding: string
}

/**
 * Says what a saved page holds. Takes the bytes of the file and its path (for its kind); `zone` is the
 * paper's, for times that name none. Never throws: `trouble` says why a page is no article.
 */
export const describePage = (
  bytes: Uint8Array,
  path: string,
  options: ExtractOptions = {},
): PageDescription => {
  const { headline, publishedAt, updatedAt, ...page } = readPage(bytes, path, options)
  const standfirst = page.standfirst ? `<p>${escapeHtml(page.standfirst)}</p>\n` : ''
  return {
    title: headline,
    date: publishedAt?.toISOString() ?? null,
    updated: updatedAt?.toISOString() ?? null,
    ...page,
    // All a reader saw of the text below the headline, in one piece.
    html: standfirst + page.html,
  }
}
