import { escapeHtml } from '#platform/html/safe.ts'
import { decodePage } from './decode.ts'
import { type ExtractedPage, extractPage, type ExtractOptions } from './extract.ts'

/** A page's article as `dear-reader extract` prints it. */
export type PageDescription = Omit<ExtractedPage, 'headline' | 'publishedAt' | 'updatedAt'> & {
  title: string
  /** Publication time, ISO 8601 in UTC. */
  date: string | null
  updated: string | null
  encoding: string
}

/** Says what a saved page holds: `bytes` of the file, `path` for its kind (.html, .txt, .mht). */
export const describePage = (bytes: Uint8Array, path: string, options: ExtractOptions = {}): PageDescription => {
  const { text, encoding } = decodePage(bytes)
  void path
  const { headline, publishedAt, updatedAt, ...page } = extractPage(text, options)
  const standfirst = page.standfirst ? `<p>${escapeHtml(page.standfirst)}</p>\n` : ''
  return {
    title: headline,
    date: publishedAt?.toISOString() ?? null,
    updated: updatedAt?.toISOString() ?? null,
    ...page,
    // All a reader saw of the text below the headline, in one piece.
    html: standfirst + page.html,
    encoding,
  }
}
