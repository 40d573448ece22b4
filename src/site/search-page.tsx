import { z } from 'zod'
import { findAuthorBySlug, searchAuthors } from '#newsroom/authors.ts'
import { cardsOf } from '#newsroom/cards.ts'
import { newest } from '#newsroom/lists.ts'
import { search } from '#newsroom/search.ts'
import { withDescendants } from '#newsroom/section.ts'
import { words } from '#platform/i18n.ts'
import { dayRange } from '#platform/time.ts'
import { renderPage } from './pages/shell.tsx'
import { SearchPage } from './pages/search.tsx'
import { makeShell } from './shell.ts'
import type { Site, SiteState } from './state.ts'
import { cardView } from './views.ts'

const one = z
  .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
  .catch('')
  .transform((text) => text.slice(0, 1000).replaceAll('\0', ''))

/** What a search address may carry. What it cannot use it leaves out: a question is never refused. */
const questionSchema = z.object({
  q: one.default(''),
  section: one.default(''),
  author: one.default(''),
  from: one.default(''),
  to: one.default(''),
  sort: z.enum(['best', 'newest']).catch('best'),
  page: z.coerce.number().int().min(1).max(50).catch(1),
})

/** A list to choose from has to stay one; another author is named in the address (from their page). */
const mostAuthors = 200

type Question = z.infer<typeof questionSchema>

/** The search page for a query string. It is not kept: there are too many questions. */
export async function printSearch(site: Site, query: unknown): Promise<string> {
  const asked = questionSchema.parse(query ?? {})
  const state = await site.state()
  const { kysely } = site.platform.database
  const size = state.paper.pageSize
  const section = state.sections.find(({ slug }) => slug === asked.section)
  const [author, known] = await Promise.all([
    asked.author ? findAuthorBySlug(kysely, asked.author) : null,
    searchAuthors(kysely, '', mostAuthors),
  ])
  const authors = author && !known.some(({ id }) => id === author.id) ? [author, ...known] : known
  const { zone } = state.paper
  const found = asked.q.trim()
    ? await search(kysely, {
        text: asked.q,
        sectionIds: section && withDescendants(state.sections, section.id),
        authorId: author?.id,
        from: dayRange(zone, asked.from)?.from,
        to: dayRange(zone, asked.to)?.to,
        order: asked.sort,
        offset: (asked.page - 1) * size,
        limit: size,
        language: state.paper.language,
      })
    : null
  const cards = new Map(
    (await cardsOf(kysely, found?.hits.map((hit) => hit.articleId) ?? [])).map((card) => [
      card.id,
      card,
    ]),
  )
  const results = (found?.hits ?? []).flatMap((hit) => {
    const card = cards.get(hit.articleId)
    return card
      ? [{ card: cardView(card), headline: hit.headlineHtml, excerpt: hit.excerptHtml }]
      : []
  })
  const suggested = found?.corrected ?? found?.suggestion ?? null
  const pages = Math.max(1, Math.min(50, Math.ceil((found?.total ?? 0) / size)))
  return renderPage(
    <SearchPage
      shell={searchShell(site, state, asked)}
      form={{
        query: asked.q,
        sections: state.sections.map(({ slug, title }) => ({ slug, title })),
        authors: authors.map(({ slug, name }) => ({ slug, name })),
        section: section?.slug ?? '',
        author: author?.slug ?? '',
        from: asked.from,
        to: asked.to,
        sort: asked.sort,
        filtered: Boolean(section || author || asked.from || asked.to),
      }}
      results={results}
      count={found?.total ?? 0}
      more={found?.isMore ?? false}
      suggestion={
        suggested
          ? { query: suggested, href: addressFor({ ...asked, q: suggested, page: 1 }) }
          : null
      }
      numbers={{ page: asked.page, pages, hrefOf: (page) => addressFor({ ...asked, page }) }}
      newest={
        results.length ? [] : (await newest(kysely, { of: 'paper' }, { limit: 6 })).map(cardView)
      }
    />,
  )
}

function searchShell(site: Site, state: SiteState, asked: Question) {
  const say = words(state.paper.language)
  return makeShell(site, state, {
    address: asked.q ? null : '/search',
    title: asked.q ? say.resultsFor(asked.q.slice(0, 80)) : say.searchTheArchive,
    robots: asked.q ? 'noindex' : 'index',
  })
}

function addressFor(asked: Question): string {
  const parameters = new URLSearchParams()
  for (const name of ['q', 'section', 'author', 'from', 'to'] as const)
    if (asked[name]) parameters.set(name, asked[name])
  if (asked.sort !== 'best') parameters.set('sort', asked.sort)
  if (asked.page > 1) parameters.set('page', String(asked.page))
  return `/search?${parameters}`
}
