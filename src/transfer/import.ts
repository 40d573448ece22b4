import { setImmediate } from 'node:timers/promises'
import path from 'node:path'
import { announce } from '#platform/outbox.ts'
import { now } from '#platform/clock.ts'
import type { Database, Tx } from '#platform/database/database.ts'
import { isLanguage } from '#platform/i18n.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { loadPaper, type Paper } from '#platform/paper.ts'
import type { Arrival, ArrivingArticle, ArrivingMedia } from './arrival.ts'
import { type Archive, type ArchiveKind, findArchives } from './kind.ts'
import { finishArticles } from './finish.ts'
import type { Fetcher } from './fetch/fetch.ts'
import type { TakePicture } from './pictures.ts'
import { openPlaces, type Places } from './places.ts'
import { bareHost } from './prepare.ts'
import { readArchive } from './readers.ts'
import { receiveBatch, type Reception } from './receive.ts'
import { beginReport, type ImportReport, type Reporter } from './report.ts'
import { beginRun, type Run } from './run.ts'
import { slugOf } from '#newsroom/slug.ts'
import { soundArrival } from './sound.ts'
import { keepMedia } from './waiting.ts'

export interface ImportOptions {
  /** A file or a folder. */
  path: string
  /** What it is; guessed otherwise. */
  from?: ArchiveKind
  /** Does everything but keep it: the same report, nothing written. */
  dryRun?: boolean
  /** A copy of the old site's uploads folder, where pictures are looked for first. */
  mediaFolder?: string
  /** Whether pictures are fetched from their addresses. */
  fetchMedia?: boolean
  /** The slug or title of the section for articles that name none. */
  section?: string
  /** Where the report is written. */
  reportFolder: string
  onProgress?(progress: ImportProgress): void
  signal?: AbortSignal
  /** Only tests bring their own. */
  fetcher?: Fetcher
}

export interface ImportProgress {
  phase: 'articles' | 'pictures' | 'search' | 'related'
  done: number
  /** An estimate while articles are read; null when nothing is known. */
  total: number | null
  counts: Reporter['counts']
}

export interface Ground {
  database: Database
  takePicture: TakePicture
}

/** Articles per transaction. */
const BATCH = 200
/** After so many articles, readers of a running newspaper see them. */
const SHOW_AFTER = 5000

/**
 * Brings an archive into the paper. It may be stopped at any moment and run again: what is here is
 * recognised and left, what is missing is added, what the archive has changed is changed. Throws a
 * Problem when there is nothing to read.
 */
export async function importArchive(ground: Ground, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now()
  const archives = await findArchives(options.from, options.path)
  const kind = archives[0]?.kind ?? 'page'
  const at = now()
  const stamp = at.toISOString().replace(/[:.]/g, '-')
  const reporter = await beginReport(
    options.reportFolder,
    `import-${stamp}-${slugOf(path.basename(options.path)).slice(0, 40) || 'archive'}`,
  )
  const sources: string[] = []
  await withWriter(ground.database, options.dryRun ?? false, async (writer) => {
    const paper = await writer.transaction((tx) => loadPaper(tx))
    for (const archive of archives)
      sources.push(await importOne({ archive, writer, paper, reporter, options, at }))
    await finishArticles({ takePicture: ground.takePicture, writer, reporter, options, archives })
    await writer.transaction((tx) => announce(tx, { type: 'paper.changed', payload: {} }))
  })
  return reporter.finish({
    kind,
    source: [...new Set(sources)].join(', '),
    dryRun: options.dryRun ?? false,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  })
}

/** How an import writes: batch by batch for good, or all in one transaction that is taken back. */
export interface Writer {
  dryRun: boolean
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

class TakenBack extends Error {}

async function withWriter(
  database: Database,
  dryRun: boolean,
  work: (writer: Writer) => Promise<void>,
): Promise<void> {
  if (!dryRun) return alone(database, () => work({ dryRun, transaction: database.transaction }))
  try {
    await database.transaction(async (tx) => {
      await work({ dryRun, transaction: (inside) => inside(tx) })
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
}

const importing = 0x0dea_4eb0

/** Two imports at once would both find an article missing. Waits a little: one just killed may still be ending. */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query(`set lock_timeout = '10s'`)
    await client
      .query('select pg_advisory_lock($1)', [importing])
      .catch((error: { code?: string }) => {
        if (error.code !== '55P03') throw error
        throw new Problem('Another import is running on this paper: wait until it has ended.')
      })
    await work()
  } finally {
    client.release(true) // the connection ends, and the lock with it
  }
}

interface One {
  archive: Archive
  writer: Writer
  paper: Paper
  reporter: Reporter
  options: ImportOptions
  at: Date
}

/** Reads one archive to its end. @returns its name */
async function importOne({ archive, writer, paper, reporter, options, at }: One): Promise<string> {
  const home = { name: '', hosts: new Set<string>(), language: paper.language }
  let opened: { reception: Reception; run: Run } | null = null
  const early: Arrival[] = []
  const seen = new Set<string>()
  let batch: ArrivingArticle[] = []
  let media: ArrivingMedia[] = []
  let writing: Promise<void> = Promise.resolve()
  let shown = 0
  let read = 0

  const open = async (): Promise<{ reception: Reception; run: Run }> => {
    if (opened !== null) return opened
    const source = sourceOf(archive, home.name)
    const places: Places = openPlaces({
      source,
      language: home.language,
      fallback: fallbackSection({ options, paper, kind: archive.kind, title: title(early) }),
      note: reporter.note,
    })
    opened = {
      reception: {
        source,
        places,
        language: home.language,
        hosts: home.hosts,
        reporter,
        now: at,
        dryRun: writer.dryRun,
      },
      run: await beginRun(writer, {
        id: newId(),
        source,
        kind: archive.kind,
        path: archive.path,
        at,
      }),
    }
    for (const arrival of early)
      if (arrival.kind !== 'paper') learn(opened.reception.places, arrival)
    return opened
  }

  /** One batch is written while the next is read. */
  const flush = async () => {
    const { reception, run } = await open()
    const [articles, files] = [batch, media]
    batch = []
    media = []
    await writing
    writing = (async () => {
      const say = await writer.transaction(async (tx) => {
        await keepMedia(tx, reception.source, files)
        const done = await receiveBatch(tx, articles, reception)
        await run.reached(tx, { phase: 'articles', counts: reporter.counts })
        if ((shown += articles.length) >= SHOW_AFTER) {
          shown = 0
          await announce(tx, { type: 'paper.changed', payload: {} })
        }
        return done
      })
      say()
      options.onProgress?.({
        phase: 'articles',
        done: seen.size,
        total: read > 0 ? Math.round(seen.size / read) : null,
        counts: reporter.counts,
      })
    })()
    // A failure is met at the next await; until then it must not count as unhandled.
    writing.catch(() => {})
  }

  const arrivals = readArchive(archive, {
    zone: paper.zone,
    onProgress: (done, all) => (read = done / all),
  })
  for await (const raw of endingCalmly(arrivals, () => writing)) {
    options.signal?.throwIfAborted()
    const arrival = soundArrival(raw)
    if (arrival.kind === 'note') reporter.note(arrival)
    else if (arrival.kind === 'media') media.push(arrival)
    else if (arrival.kind === 'article') {
      if (seen.has(arrival.key)) {
        reporter.note({
          outcome: 'left-out',
          what: `“${arrival.headline}”`,
          reason: 'its archive holds another article with the same key, which was taken',
          key: arrival.key,
        })
        continue
      }
      seen.add(arrival.key)
      batch.push(arrival)
    } else if (opened === null) {
      if (arrival.kind === 'paper') settleHome(home, arrival)
      early.push(arrival)
    } else if (arrival.kind !== 'paper')
      learn((opened as { reception: Reception }).reception.places, arrival)
    if (batch.length >= BATCH || media.length >= BATCH * 5) {
      await flush()
      // Readers that never wait for the disk would otherwise keep signals and progress out.
      await setImmediate()
    }
  }
  await flush()
  await writing
  const { reception, run } = await open()
  await writer.transaction((tx) => run.reached(tx, { phase: 'finishing', counts: reporter.counts }))
  return reception.source
}

/** However reading ends, the batch on its way is written or refused before anybody is told. */
async function* endingCalmly(
  arrivals: AsyncIterable<Arrival>,
  writing: () => Promise<void>,
): AsyncIterable<Arrival> {
  try {
    yield* arrivals
  } finally {
    await writing().catch(() => {})
  }
}

/** What the archive is called: by its site, so that parts of it in several files are one. */
function sourceOf(archive: Archive, home: string): string {
  if (archive.kind === 'page') return 'page'
  return `${archive.kind}:${home || slugOf(path.basename(archive.path))}`
}

function learn(places: Places, arrival: Arrival): void {
  if (arrival.kind === 'author' || arrival.kind === 'section' || arrival.kind === 'tag')
    places.learn(arrival)
}

function settleHome(
  home: { name: string; hosts: Set<string>; language: string },
  paper: Arrival & { kind: 'paper' },
): void {
  if (paper.url !== null && URL.canParse(paper.url)) {
    const { hostname, pathname } = new URL(paper.url)
    home.name = bareHost(hostname) + pathname.replace(/\/+$/, '')
    home.hosts.add(bareHost(hostname))
  } else home.name ||= slugOf(paper.name)
  if (paper.language !== null && isLanguage(paper.language)) home.language = paper.language
}

function title(early: Arrival[]): string {
  return early.find((arrival) => arrival.kind === 'paper')?.name ?? ''
}

/** Another paper's feed gets a section of its own; everything else that has none is news. */
function fallbackSection(from: {
  options: ImportOptions
  paper: Paper
  kind: ArchiveKind
  title: string
}): { title: string; slug: string } {
  const { options, paper, kind } = from
  if (options.section !== undefined)
    return { title: options.section, slug: slugOf(options.section) }
  const foreign =
    kind === 'feed' && slugOf(from.title) !== '' && slugOf(from.title) !== slugOf(paper.name)
  return foreign ? { title: from.title, slug: slugOf(from.title) } : { title: 'News', slug: 'news' }
}
