import { escapeHtml } from '#platform/html/safe.ts'
import type { RenderedPage } from './press.ts'
import type { Site } from './state.ts'

/** The paper's mark in a browser's tab: its initial on its colour. Articles ("The") are no initials. */
export async function printFavicon(site: Site): Promise<RenderedPage> {
  const { name, colours } = (await site.state()).paper
  const word = name.replace(/^(?:the|a|an|la|le|el|der|die|das)\s+(?=\S)/i, '')
  const initial = escapeHtml([...word][0]?.toUpperCase() ?? '')
  return {
    body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="${colours.accent}"/><text x="32" y="47" text-anchor="middle" font-family="Georgia,serif" font-weight="700" font-size="44" fill="${colours.paper}">${initial}</text></svg>`,
    type: 'image/svg+xml',
    shows: ['paper'],
    cacheControl: 'public, max-age=3600',
  }
}
