import type { Article } from '#newsroom/article.ts'
import { createAuthor } from '#newsroom/arrange-authors.ts'
import { createSection } from '#newsroom/arrange-sections.ts'
import { insertArticle } from '#newsroom/articles.ts'
import { breakNews } from '#newsroom/break-news.ts'
import { articleAddress } from '#newsroom/article.ts'
import { takePicture } from '#newsroom/pictures.ts'
import { publishFront } from '#newsroom/publish-front.ts'
import { writeRevision } from '#newsroom/revisions.ts'
import { relateMany } from '#newsroom/related.ts'
import { indexArticles } from '#newsroom/search-index.ts'
import { saveTag } from '#newsroom/tags.ts'
import { type Database, type Db, runSql, type Tx } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Jobs } from '#platform/jobs.ts'
import { announce } from '#platform/outbox.ts'
import { savePaper } from '#platform/paper.ts'
import { Problem } from '#platform/problem.ts'
import type { Storage } from '#platform/storage.ts'
import { readSampleFiles, type SampleFiles } from './files.ts'
import { generateArticles } from './generate.ts'
import { drawPicture } from './pictures/gallery.ts'
import { type PlacedPicture, type Places, prepareArticle } from './prepare.ts'

export interface SampleGround {
  database: Database
  storage: Storage
  jobs: Pick<Jobs, 'enqueue'>
}

export interface SampleOptions {
  now: Date
  /** How many articles the paper shall have; what is more than the hand-written ones is generated. */
  articles?: number
  /** Told how far it is. */
  onProgress?: (step: 'pictures' | 'articles', done: number, total: number) => void
  signal?: AbortSignal
}

export interface SampleResult {
  articles: number
  written: number
  generated: number
  pictures: number
}

const by = 'sample'

/**
 * Fills an empty paper with the sample newspaper: settings (unless the paper has some), sections,
 * authors, tags, pictures, articles with their revisions, breaking news and the front of the home
 * page. All of it comes or none. Throws a Problem when the paper is not empty.
 */
export async function loadSample(
  ground: SampleGround,
  options: SampleOptions,
): Promise<SampleResult> {
  await requireEmpty(ground.database.kysely)
  const files = readSampleFiles()
  const pictures = await bringPictures(ground, files, options)
  await ground.database.transaction(async (tx) => {
    await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('sample', 0))")
    await requireEmpty(tx)
    await fill(tx, { ground, files, options, pictures })
  })
  const written = files.articles.length
  const missing = (options.articles ?? 0) - written
  const generated =
    missing > 0 ? await generateArticles(ground.database, { ...options, count: missing }) : 0
  return { articles: written + generated, written, generated, pictures: pictures.size }
}

/** Whether nobody has begun to fill the paper. */
export async function isEmptyPaper(db: Db): Promise<boolean> {
  const [found] = await runSql<{ filled: boolean }>(
    db,
    `select exists (select from article) or exists (select from section)
       or exists (select from author) or exists (select from tag) as filled`,
  )
  return !found?.filled
}

async function requireEmpty(db: Db): Promise<void> {
  if (!(await isEmptyPaper(db)))
    throw new Problem(
      'The paper is not empty: the sample newspaper only comes into a new one. Set DATA_DIR to another folder to see it.',
    )
}

async function bringPictures(
  { database, storage }: SampleGround,
  files: SampleFiles,
  { onProgress, signal }: SampleOptions,
): Promise<Map<string, PlacedPicture>> {
  const wanted = new Map(files.articles.map((article) => [article.picture, article.alt]))
  for (const article of files.articles)
    for (const [, name = '', alt = ''] of article.body.matchAll(/sample:([a-z-]+)" alt="([^"]*)"/g))
      if (!wanted.has(name)) wanted.set(name, alt)
  const placed = new Map<string, PlacedPicture>()
  const credit = creditOf(files)
  const waiting = [...wanted]
  const drawNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal?.throwIfAborted()
      const [name, alt] = next
      const picture = { bytes: await drawPicture(name), name: `${name}.jpg`, alt, credit }
      const taken = await takePicture({ db: database.kysely, storage }, picture)
      if (!taken.ok) throw new Error(`The sample's picture ${name} was refused: ${taken.reason}`)
      placed.set(name, { mediaId: taken.mediaId, width: taken.width, height: taken.height })
      onProgress?.('pictures', placed.size, wanted.size)
    }
  }
  await Promise.all(Array.from({ length: 3 }, drawNext))
  return placed
}

const creditOf = ({ paper }: SampleFiles): string => `Illustration: ${paper.name}`

interface Filling {
  ground: SampleGround
  files: SampleFiles
  options: SampleOptions
  pictures: ReadonlyMap<string, PlacedPicture>
}

async function fill(tx: Tx, { ground, files, options, pictures }: Filling): Promise<void> {
  const inside = { transaction: <T>(work: (tx: Tx) => Promise<T>) => work(tx) }
  const [settings] = await runSql(tx, 'select 1 from paper')
  if (!settings) await savePaper(tx, files.paper)
  const places: Places = {
    now: options.now,
    zone: files.paper.zone,
    credit: creditOf(files),
    sections: await makeSections(inside, files),
    authors: await makeAuthors(inside, files),
    tags: await makeTags(tx, files),
    pictures,
  }
  const articles = files.articles.map((sample) => prepareArticle(sample, places))
  for (const [at, article] of articles.entries()) {
    options.onProgress?.('articles', at, articles.length)
    await keep(tx, article)
  }
  const ids = articles.map(({ id }) => id)
  await indexArticles(tx, ids)
  await relateMany(tx, ids)
  await layOut(inside, { ground, files, options, articles })
  await announce(tx, { type: 'paper.changed', payload: {} })
}

type Inside = Pick<Database, 'transaction'>

async function makeSections(
  inside: Inside,
  { sections }: SampleFiles,
): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const { parent, ...section } of sections) {
    const parentId = parent ? (made.get(parent) ?? null) : null
    const outcome = await createSection(inside, { ...section, parentId })
    if (!outcome.ok) throw new Error(`Section ${section.slug}: ${outcome.reason}`)
    made.set(section.slug, outcome.section.id)
  }
  return made
}

async function makeAuthors(inside: Inside, { authors }: SampleFiles): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const author of authors) {
    const outcome = await createAuthor(inside, author)
    if (!outcome.ok) throw new Error(`Author ${author.slug}: ${outcome.reason}`)
    made.set(author.slug, outcome.author.id)
  }
  return made
}

async function makeTags(tx: Tx, { tags }: SampleFiles): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const tag of tags) {
    const id = newId()
    await saveTag(tx, { ...tag, id })
    made.set(tag.slug, id)
  }
  return made
}

/** An article with the revisions it would have: published, and changed once where it says so. */
async function keep(tx: Tx, article: Article): Promise<void> {
  const publishedAt = article.publishedAt as Date
  await insertArticle(tx, article, article.updatedAt ?? publishedAt)
  await writeRevision(tx, article, { by, action: 'published', changed: [], now: publishedAt })
}

async function layOut(
  inside: Inside,
  { ground, files, options, articles }: Omit<Filling, 'pictures'> & { articles: Article[] },
): Promise<void> {
  const idOf = new Map(articles.map((article) => [article.slug, article.id]))
  const known = (slug: string): string => {
    const id = idOf.get(slug)
    if (!id) throw new Error(`The sample names the article ${slug}, which it does not have.`)
    return id
  }
  const within = { database: inside, jobs: ground.jobs }
  for (const item of files.breaking) {
    const sample = files.articles.find(({ slug }) => slug === item.article)
    const outcome = await breakNews(within, {
      headline: item.headline,
      language: files.paper.language,
      link: articleAddress(sample?.section ?? '', item.article),
      articleId: known(item.article),
      hours: files.paper.breakingHours,
      by,
      at: new Date(options.now.getTime() - item.minutesAgo * 60_000),
    })
    if (!outcome.ok) throw new Error(`Breaking news ${item.headline}: ${outcome.reason}`)
  }
  const containers = files.front.map(({ title, layout, href, cards }, at) => ({
    id: `row-${at + 1}`,
    title,
    layout,
    href: href ?? null,
    size: cards.length,
    cards: cards.map((slug) => ({ articleId: known(slug) })),
  }))
  const outcome = await publishFront(within, { sectionId: null, containers, by, version: 0 })
  if (!outcome.ok) throw new Error(`The front of the home page: ${outcome.reason}`)
}
