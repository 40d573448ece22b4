import { pastBreaking } from '#newsroom/breaking.ts'
import { now } from '#platform/clock.ts'
import { words } from '#platform/i18n.ts'
import { addressOf } from './address.ts'
import { listHead, numbersOf } from './list-pages.tsx'
import { BreakingPage } from './pages/breaking.tsx'
import { renderPage } from './pages/shell.tsx'
import type { RenderedPage } from './press.ts'
import { makeShell } from './shell.ts'
import { type Site, untilOf } from './state.ts'
import { breakingView } from './views.ts'

const perPage = 50
const mostPages = 40

/** Breaking news as they came, those that have aged out too. */
export async function printBreaking(site: Site, page: number): Promise<RenderedPage | null> {
  const state = await site.state()
  // One more than is shown says whether there is a further page; nobody goes back through thousands.
  const read = await pastBreaking(site.platform.database.kysely, {
    now: now(),
    limit: page * perPage + 1,
  })
  const items = read.slice((page - 1) * perPage, page * perPage)
  if (page > mostPages || (page > 1 && !items.length)) return null
  const list = { page, pages: read.length > page * perPage ? page + 1 : page }
  const address = addressOf.breaking()
  const shell = makeShell(site, state, {
    ...listHead(list, address),
    title: words(state.paper.language).breakingNews,
  })
  return {
    body: renderPage(
      <BreakingPage
        shell={shell}
        items={items.map(breakingView)}
        numbers={numbersOf(list, address)}
      />,
    ),
    type: 'text/html; charset=utf-8',
    shows: ['breaking'],
    until: untilOf(state),
  }
}
