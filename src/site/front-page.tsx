import { readFront } from '#newsroom/fronts.ts'
import { now } from '#platform/clock.ts'
import { paperFacts, siteFacts } from './json-ld.ts'
import { FrontPage } from './pages/front.tsx'
import { renderPage } from './pages/shell.tsx'
import type { RenderedPage } from './press.ts'
import { makeShell } from './shell.ts'
import { type Site, untilOf } from './state.ts'
import type { ContainerView } from './view.ts'
import { cardView, pictureView, sharedPicture } from './views.ts'

/** Home: the front the editors published, or the newest by section. */
export async function printFront(site: Site): Promise<RenderedPage> {
  const state = await site.state()
  const { containers, articleIds } = await printedContainers(site, null)
  const origin = site.origin()
  const logo = sharedPicture(state.logo && pictureView(state.logo), origin)
  const first = containers.flatMap((container) => container.cards).find((card) => card.picture)
  const shell = makeShell(site, state, {
    address: '/',
    title: '',
    description: state.paper.description || state.paper.motto,
    openGraph: { type: 'website', image: logo ?? sharedPicture(first?.picture ?? null, origin) },
    jsonLd: [paperFacts(state.paper, origin, logo ?? null), siteFacts(state.paper, origin)],
  })
  return {
    body: renderPage(<FrontPage shell={shell} containers={containers} />),
    type: 'text/html; charset=utf-8',
    shows: ['front:home', 'list:paper', 'breaking', ...articleIds.map((id) => `article:${id}`)],
    until: untilOf(state),
  }
}

/** The rows of a front as pages show them, and which articles stand in them. */
export async function printedContainers(
  site: Site,
  sectionId: string | null,
): Promise<{ containers: ContainerView[]; articleIds: string[] }> {
  const { containers } = await readFront(site.platform.database.kysely, sectionId, now())
  return {
    containers: containers.map((container) => ({
      ...container,
      cards: container.cards.map(cardView),
    })),
    articleIds: containers.flatMap((container) => container.cards.map((card) => card.id)),
  }
}
