import { findAuthorBySlug } from '#newsroom/authors.ts'
import { type NumberedPage, numberedPage, type Scope } from '#newsroom/lists.ts'
import { withDescendants } from '#newsroom/section.ts'
import { findTagBySlug } from '#newsroom/tags.ts'
import { addressOf, pageAddress } from './address.ts'
import { breadcrumbFacts } from './json-ld.ts'
import { AuthorPage } from './pages/author.tsx'
import { SectionPage } from './pages/section.tsx'
import { renderPage } from './pages/shell.tsx'
import { TopicPage } from './pages/topic.tsx'
import type { RenderedPage } from './press.ts'
import { childrenOf, feedsOf, linkOf, makeShell, trailOf } from './shell.ts'
import { printedContainers } from './front-page.tsx'
import { type Site, type SiteState, untilOf } from './state.ts'
import type { PageNumbers } from './view.ts'
import { cardView, pictureView } from './views.ts'

/** A numbered page of one list: null when there is no such page. */
interface Wanted {
  slug: string
  page: number
}

/** A section's front, and everything in it page by page. */
export async function printSection(
  site: Site,
  { slug, page }: Wanted,
): Promise<RenderedPage | null> {
  const state = await site.state()
  const section = state.sections.find((candidate) => candidate.slug === slug)
  if (!section) return null
  const ids = withDescendants(state.sections, section.id)
  const { kysely } = site.platform.database
  const front = page === 1 ? await printedContainers(site, section.id) : null
  const list = await numberedPage(
    kysely,
    { of: 'sections', ids },
    { page, size: state.paper.pageSize },
  )
  if (isBeyond(list)) return null
  const above = new Set(front?.articleIds)
  const address = addressOf.section(slug)
  const trail = trailOf(state, section.id)
  const shell = makeShell(site, state, {
    ...listHead(list, address),
    title: section.title,
    description: section.description || `${section.title}: ${state.paper.name}`,
    sectionId: section.id,
    feeds: feedsOf(`${state.paper.name}: ${section.title}`, address),
    jsonLd: [breadcrumbFacts(trail, site.origin())],
  })
  const body = renderPage(
    <SectionPage
      shell={shell}
      title={section.title}
      description={section.description}
      trail={trail.slice(0, -1)}
      containers={front?.containers ?? []}
      cards={list.cards.filter((card) => !above.has(card.id)).map(cardView)}
      numbers={numbersOf(list, address)}
      subsections={childrenOf(state.sections, section.id).map(linkOf)}
    />,
  )
  const shows = [
    ...ids.map((id) => `section-list:${id}`),
    `front:${section.id}`,
    ...(front?.articleIds ?? []).map((id) => `article:${id}`),
  ]
  return listPage({ state, list, body, shows })
}

/** Everything about a topic. */
export async function printTopic(site: Site, { slug, page }: Wanted): Promise<RenderedPage | null> {
  const state = await site.state()
  const { kysely } = site.platform.database
  const tag = await findTagBySlug(kysely, slug)
  if (!tag) return null
  const list = await listOf(site, state, { scope: { of: 'tag', id: tag.id }, page })
  if (!list) return null
  const address = addressOf.topic(tag.slug)
  const shell = makeShell(site, state, {
    ...listHead(list, address),
    title: tag.title,
    description: tag.description || `${tag.title}: ${state.paper.name}`,
  })
  const body = renderPage(
    <TopicPage
      shell={shell}
      title={tag.title}
      description={tag.description}
      count={list.total}
      cards={list.cards.map(cardView)}
      numbers={numbersOf(list, address)}
    />,
  )
  return listPage({ state, list, body, shows: [`tag-list:${tag.id}`] })
}

/** An author and what they wrote. */
export async function printAuthor(
  site: Site,
  { slug, page }: Wanted,
): Promise<RenderedPage | null> {
  const state = await site.state()
  const { kysely } = site.platform.database
  const author = await findAuthorBySlug(kysely, slug)
  if (!author) return null
  const list = await listOf(site, state, { scope: { of: 'author', id: author.id }, page })
  if (!list) return null
  const address = addressOf.author(author.slug)
  const portrait = author.portrait && pictureView(author.portrait)
  const shell = makeShell(site, state, {
    ...listHead(list, address),
    title: author.name,
    description: author.biography || `${author.name}: ${state.paper.name}`,
    openGraph: { type: 'profile' },
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        mainEntity: {
          '@type': 'Person',
          name: author.name,
          url: site.origin() + address,
          ...(author.role ? { jobTitle: author.role } : {}),
          ...(author.biography ? { description: author.biography } : {}),
        },
      },
    ],
  })
  const body = renderPage(
    <AuthorPage
      shell={shell}
      author={{
        name: author.name,
        href: address,
        role: author.role,
        biography: author.biography,
        portrait,
      }}
      count={list.total}
      cards={list.cards.map(cardView)}
      numbers={numbersOf(list, address)}
    />,
  )
  return listPage({ state, list, body, shows: [`author-list:${author.id}`] })
}

async function listOf(
  site: Site,
  state: SiteState,
  wanted: { scope: Scope; page: number },
): Promise<NumberedPage | null> {
  const { scope, page } = wanted
  const { kysely } = site.platform.database
  const list = await numberedPage(kysely, scope, { page, size: state.paper.pageSize })
  return isBeyond(list) ? null : list
}

/** The first page is there though empty; one past the end is not. */
export function isBeyond(list: NumberedPage): boolean {
  return list.page > 1 && list.cards.length === 0
}

export function numbersOf(list: { page: number; pages: number }, address: string): PageNumbers {
  return { page: list.page, pages: list.pages, hrefOf: (page) => pageAddress(address, page) }
}

/** What the head says of a page of a list: its own address, and its neighbours'. */
export function listHead(list: { page: number; pages: number }, address: string) {
  return {
    address: pageAddress(address, list.page),
    previous: list.page > 1 ? pageAddress(address, list.page - 1) : undefined,
    next: list.page < list.pages ? pageAddress(address, list.page + 1) : undefined,
  }
}

export function listPage(page: {
  state: SiteState
  list: { cards: { id: string }[] }
  body: string
  shows: string[]
}): RenderedPage {
  const { state, list, body, shows } = page
  return {
    body,
    type: 'text/html; charset=utf-8',
    shows: [...new Set([...shows, ...list.cards.map((card) => `article:${card.id}`), 'breaking'])],
    until: untilOf(state),
  }
}
