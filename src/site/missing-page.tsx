import { newest } from '#newsroom/lists.ts'
import { words } from '#platform/i18n.ts'
import { FailurePage } from './pages/failure.tsx'
import { MissingPage } from './pages/missing.tsx'
import { renderPage } from './pages/shell.tsx'
import { makeShell } from './shell.ts'
import type { Site } from './state.ts'
import { cardView } from './views.ts'

/** Nothing at this address (404), or no longer (410, with the newsroom's reason): a page that helps. */
export async function printMissing(
  site: Site,
  what: { status: 404 | 410; reason?: string },
): Promise<string> {
  const state = await site.state()
  const say = words(state.paper.language)
  const cards = await newest(site.platform.database.kysely, { of: 'paper' }, { limit: 6 })
  const shell = makeShell(site, state, {
    address: null,
    title: what.status === 410 ? say.goneTitle : say.notFoundTitle,
    robots: 'noindex',
    jsonLd: [],
  })
  return renderPage(<MissingPage shell={shell} {...what} newest={cards.map(cardView)} />)
}

/** Our fault. Needs nothing but what is in memory; plain words when not even that is there. */
export async function printFailure(site: Site, reference: string): Promise<string> {
  try {
    const state = await site.state()
    const title = words(state.paper.language).failureTitle
    const shell = makeShell(site, state, { address: null, title, robots: 'noindex', jsonLd: [] })
    return renderPage(<FailurePage shell={shell} reference={reference} />)
  } catch {
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Out of order</title><h1>The newspaper is out of order</h1><p>Please try again in a moment. Reference: ${reference.replace(/[^\w-]/g, '')}</p></html>`
  }
}
