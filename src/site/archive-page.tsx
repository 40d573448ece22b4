import { archiveCounts, neighbourDays, numberedPage } from '#newsroom/lists.ts'
import { words } from '#platform/i18n.ts'
import { now } from '#platform/clock.ts'
import { dayIn, dayRange } from '#platform/time.ts'
import { addressOf } from './address.ts'
import { breadcrumbFacts } from './json-ld.ts'
import { isBeyond, listHead, listPage, numbersOf } from './list-pages.tsx'
import { type ArchiveMonth, ArchivePage, whenLabel } from './pages/archive.tsx'
import { renderPage } from './pages/shell.tsx'
import type { RenderedPage } from './press.ts'
import { makeShell } from './shell.ts'
import type { Site, SiteState } from './state.ts'
import type { LinkView } from './view.ts'
import { cardView } from './views.ts'

/** The archive at '' (its years), 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Null for what is not in the calendar. */
export async function printArchive(
  site: Site,
  wanted: { when: string; page: number },
): Promise<RenderedPage | null> {
  const state = await site.state()
  const { when, page } = wanted
  if (when === '') return printYears(site, state)
  if (!dayRange(state.paper.zone, when)) return null
  if (when.length === 4) return printYear(site, state, when)
  return printDays(site, state, { when, page })
}

async function printYears(site: Site, state: SiteState): Promise<RenderedPage> {
  const counts = await archiveCounts(site.platform.database.kysely)
  const years = counts.map(({ period, articles }) => ({ year: period, count: articles })).reverse()
  const trail = trailTo(state, '')
  const shell = archiveShell(site, state, {
    when: '',
    trail,
    head: { address: addressOf.archive() },
  })
  const body = renderPage(<ArchivePage shell={shell} trail={trail} level="years" years={years} />)
  return listPage({ state, list: { cards: [] }, body, shows: ['list:paper'] })
}

async function printYear(site: Site, state: SiteState, year: string): Promise<RenderedPage | null> {
  const { kysely } = site.platform.database
  const all = (await archiveCounts(kysely)).map(({ period }) => period)
  if (!all.includes(year)) return null
  const counts = await archiveCounts(kysely, { year: Number(year) })
  const months = await Promise.all(counts.map(({ period }) => monthOf(site, period)))
  const trail = trailTo(state, year)
  const shell = archiveShell(site, state, {
    when: year,
    trail,
    head: { address: addressOf.archive(year) },
  })
  const body = renderPage(
    <ArchivePage
      shell={shell}
      trail={trail}
      level="year"
      year={year}
      months={months}
      earlier={all.findLast((other) => other < year) ?? null}
      later={all.find((other) => other > year) ?? null}
    />,
  )
  return listPage({ state, list: { cards: [] }, body, shows: ['list:paper'] })
}

async function printDays(
  site: Site,
  state: SiteState,
  wanted: { when: string; page: number },
): Promise<RenderedPage | null> {
  const { when, page } = wanted
  const { kysely } = site.platform.database
  const span = dayRange(state.paper.zone, when)
  if (!span) return null
  const size = state.paper.pageSize
  const list = await numberedPage(kysely, { of: 'paper' }, { page, size, span })
  if (isBeyond(list)) return null
  const address = addressOf.archive(when)
  const trail = trailTo(state, when)
  const shell = archiveShell(site, state, { when, trail, head: listHead(list, address) })
  const common = {
    shell,
    trail,
    cards: list.cards.map(cardView),
    numbers: numbersOf(list, address),
  }
  const isMonth = when.length === 7
  const near = isMonth ? await nearMonths(site, when) : await nearDays(site, when)
  // Before the first article and after today there are no pages, or a crawler would never come to an end.
  const today = dayIn(state.paper.zone, now())
  if (!list.total && (!near.earlier || when > today)) return null
  const body = renderPage(
    isMonth ? (
      <ArchivePage {...common} {...near} level="month" month={await monthOf(site, when)} />
    ) : (
      <ArchivePage {...common} {...near} level="day" day={when} />
    ),
  )
  return listPage({ state, list, body, shows: [`archive:${when.slice(0, 7)}`] })
}

async function monthOf(site: Site, month: string): Promise<ArchiveMonth> {
  const [year, number] = month.split('-').map(Number)
  const counts = await archiveCounts(site.platform.database.kysely, { year, month: number })
  const days = new Map(counts.map(({ period, articles }) => [period, articles]))
  return { month, days, count: counts.reduce((sum, { articles }) => sum + articles, 0) }
}

async function nearDays(site: Site, day: string) {
  const { before, after } = await neighbourDays(site.platform.database.kysely, day)
  return { earlier: before, later: after }
}

async function nearMonths(site: Site, month: string) {
  const { kysely } = site.platform.database
  const [first, last] = await Promise.all([
    neighbourDays(kysely, `${month}-01`),
    neighbourDays(kysely, `${month}-28`),
  ])
  // The day after the 28th may still lie in this month: what follows its last day counts.
  let { after } = last
  while (after?.startsWith(month)) ({ after } = await neighbourDays(kysely, after))
  return { earlier: first.before?.slice(0, 7) ?? null, later: after?.slice(0, 7) ?? null }
}

/** From the front page over the archive down to the period above this one. */
function trailTo(state: SiteState, when: string): LinkView[] {
  const say = words(state.paper.language)
  const steps = [
    { label: say.home, href: '/' },
    { label: say.archive, href: addressOf.archive() },
    { label: when.slice(0, 4), href: addressOf.archive(when.slice(0, 4)) },
    {
      label: when.length > 7 ? whenLabel(when.slice(0, 7), state.paper.language) : '',
      href: addressOf.archive(when.slice(0, 7)),
    },
  ]
  const depth = when === '' ? 1 : when.length === 4 ? 2 : when.length === 7 ? 3 : 4
  return steps.slice(0, depth)
}

function archiveShell(
  site: Site,
  state: SiteState,
  page: {
    when: string
    trail: LinkView[]
    head: { address: string; previous?: string; next?: string }
  },
) {
  const say = words(state.paper.language)
  const { when, trail, head } = page
  const label = when.length > 4 ? whenLabel(when, state.paper.language) : when
  const title = when ? say.archiveOf(label) : say.archive
  return makeShell(site, state, {
    ...head,
    title,
    description: `${title}. ${say.archiveIntroduction}`,
    jsonLd: [breadcrumbFacts([...trail, { label: title, href: head.address }], site.origin())],
  })
}
