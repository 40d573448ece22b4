import {
  findReceived,
  holdAddresses,
  type KnownArticle,
  receiveAddresses,
  type ReceivedAddress,
  type ReceivedArticle,
  receiveChanged,
  receiveNew,
  takenAddresses,
} from '#newsroom/receive.ts'
import { normalisePath } from '#newsroom/old-addresses.ts'
import { newId } from '#platform/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { ArrivingArticle } from './arrival.ts'
import { keepLeads, type WaitingLead, type Task, wait } from './waiting.ts'
import type { Places } from './places.ts'
import { hashOfArrival, prepare, type Prepared } from './prepare.ts'
import type { Reporter } from './report.ts'

export interface Reception {
  source: string
  places: Places
  language: string
  hosts: Set<string>
  reporter: Reporter
  now: Date
  /** Tried out only: nobody else is kept waiting for addresses that will not be taken. */
  dryRun: boolean
}

/** As slugOf makes them. */
const LONGEST_SLUG = 80

interface Coming {
  arriving: ArrivingArticle
  prepared: Prepared
  known: KnownArticle | undefined
}

/**
 * Takes a batch of articles in, in the caller's transaction: the new ones, and the ones their archive
 * has changed. What came before and is the same costs one look; what the newsroom has worked on since
 * stays as it is.
 * @returns what to say about it once the transaction is committed
 */
export async function receiveBatch(
  tx: Tx,
  batch: ArrivingArticle[],
  reception: Reception,
): Promise<() => void> {
  const { source, places, reporter, now } = reception
  const known = await findReceived(
    tx,
    source,
    batch.map(({ key }) => key),
  )
  const coming: Coming[] = []
  const said: (() => void)[] = []
  for (const arriving of batch) {
    const before = known.get(arriving.key)
    const hash = hashOfArrival(arriving)
    if (before?.hash === hash) said.push(() => void reporter.counts.unchanged++)
    else if (before?.editedHere)
      said.push(() => reporter.article('kept', { key: arriving.key, headline: arriving.headline }))
    else
      coming.push({ arriving, known: before, prepared: prepare(arriving, { ...reception, hash }) })
  }
  await places.settle(
    tx,
    coming.map(({ arriving }) => arriving),
  )
  const articles = await address(tx, coming, reception)
  const fresh = articles.filter((_, at) => coming[at]?.known === undefined)
  const changed = articles.filter((_, at) => coming[at]?.known !== undefined)
  await receiveNew(tx, fresh, { source, at: now })
  await receiveChanged(tx, changed, { at: now })
  const redirects = coming.flatMap(({ arriving }, at) => oldAddresses(arriving, articles[at]))
  const standing = await receiveAddresses(tx, redirects)
  await letWait(tx, { coming, articles, source })
  said.push(() => {
    reporter.counts.redirects += redirects.length - standing.length
    for (const [at, { prepared, known: before, arriving }] of coming.entries())
      tell(reporter, { prepared, before, arriving, article: articles[at] })
    for (const { path } of standing)
      reporter.note({
        outcome: 'left-out',
        what: path,
        reason: 'a redirect from this old address: it leads somewhere else already',
      })
  })
  return () => said.forEach((say) => say())
}

interface Told {
  prepared: Prepared
  before: KnownArticle | undefined
  arriving: ArrivingArticle
  article: ReceivedArticle | undefined
}

function tell(reporter: Reporter, { prepared, before, arriving, article }: Told): void {
  if (article === undefined) return
  reporter.article(before === undefined ? 'new' : 'changed', {
    key: arriving.key,
    headline: article.headline,
  })
  reporter.states[article.state] = (reporter.states[article.state] ?? 0) + 1
  for (const note of prepared.notes) reporter.note(note)
  if (before === undefined && article.slug !== prepared.fields.slug)
    reporter.note({
      outcome: 'altered',
      what: `“${article.headline}”`,
      reason: 'another article has its address: it was numbered',
      key: arriving.key,
    })
}

/** Gives each article its id, its place and an address that nobody else has. */
async function address(
  tx: Tx,
  coming: Coming[],
  { places, dryRun }: Reception,
): Promise<ReceivedArticle[]> {
  const articles = coming.map(({ arriving, prepared, known }) => {
    const { sectionId, authorIds, tagIds } = places.of(arriving)
    const place =
      known === undefined
        ? { id: newId(), sectionId }
        : { id: known.id, sectionId: known.sectionId ?? sectionId, slug: known.slug }
    return { ...prepared.fields, authorIds, tagIds, ...place }
  })
  // Those that came before keep their address, so they choose first.
  const claimed = new Map<string, string>()
  for (const [at, article] of articles.entries())
    if (coming[at]?.known !== undefined)
      claimed.set(`${article.sectionId}/${article.slug}`, article.id)
  let searching = articles
    .filter((_, at) => coming[at]?.known === undefined)
    .map((article) => ({ article, base: article.slug, number: 1 }))
  if (!dryRun)
    await holdAddresses(
      tx,
      searching.map(({ article }) => article.sectionId ?? ''),
    )
  while (searching.length > 0) {
    const taken = await takenAddresses(
      tx,
      searching.map(({ article }) => article),
    )
    searching = searching.filter((one) => {
      const place = `${one.article.sectionId}/${one.article.slug}`
      if (!taken.has(place) && !claimed.has(place)) {
        claimed.set(place, one.article.id)
        return false
      }
      one.number++
      one.article.slug = numbered(one.base, one.number)
      return true
    })
  }
  return articles
}

function numbered(slug: string, number: number): string {
  const end = `-${number}`
  return slug.slice(0, LONGEST_SLUG - end.length).replace(/-+$/, '') + end
}

function oldAddresses(
  arriving: ArrivingArticle,
  article: ReceivedArticle | undefined,
): ReceivedAddress[] {
  if (article === undefined || !['published', 'withdrawn', 'scheduled'].includes(article.state))
    return []
  const paths = new Set(arriving.oldPaths.map(normalisePath))
  paths.delete('/')
  return [...paths]
    .filter((path) => path.length <= 2000)
    .map((path) => ({ path, articleId: article.id }))
}

/** What later phases have to do: search, related content, pictures. */
async function letWait(
  tx: Tx,
  { coming, articles, source }: { coming: Coming[]; articles: ReceivedArticle[]; source: string },
): Promise<void> {
  const leads: WaitingLead[] = []
  const tasks: { task: Task; articleId: string }[] = []
  for (const [at, { arriving, prepared }] of coming.entries()) {
    const article = articles[at]
    if (article === undefined) continue
    tasks.push({ task: 'index', articleId: article.id }, { task: 'relate', articleId: article.id })
    const { lead } = arriving
    if (lead !== undefined) leads.push({ articleId: article.id, ...lead })
    if (lead !== undefined || prepared.pictures.length > 0)
      tasks.push({ task: 'pictures', articleId: article.id })
  }
  await keepLeads(tx, source, leads)
  await wait(tx, tasks)
}
