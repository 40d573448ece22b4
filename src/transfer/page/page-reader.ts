import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Arrival, ArrivingArticle } from '../arrival.ts'
import type { ExtractedPage, PageTrouble } from './extract.ts'
import { readPage } from './read-page.ts'
import { localPictures } from './local-pictures.ts'

export interface PageOptions {
  /** IANA zone of the paper, for times that name none. */
  zone?: string
  onProgress?(done: number, all: number): void
}

const PAGE = /\.(html?|xhtml|mht|mhtml|txt)$/i

/** Larger files hold no article; reading them would only cost memory. */
const LARGEST = 64 * 1024 * 1024

/**
 * Reads a saved page, or all saved pages in a folder and its subfolders, in the order of their names.
 * An article's key is its canonical address, or else its path below the folder. What is no article
 * becomes a note with the reason; nothing here throws for what a file holds.
 */
export async function* readPages(at: string, options: PageOptions = {}): AsyncIterable<Arrival> {
  const isFolder = (await stat(at)).isDirectory()
  const root = isFolder ? at : path.dirname(at)
  const files = isFolder ? await listPages(at) : [at]
  const told = tellOnce()
  for (const [done, file] of files.entries()) {
    const name = path.relative(root, file).split(path.sep).join('/')
    yield* await arrivalsOf({ file, name, root, told, options })
    options.onProgress?.(done + 1, files.length)
  }
}

interface Reading {
  file: string
  name: string
  root: string
  told: Told
  options: PageOptions
}

const arrivalsOf = async ({ file, name, root, told, options }: Reading): Promise<Arrival[]> => {
  const leftOut = (reason: string): Arrival[] => [
    { kind: 'note', outcome: 'left-out', what: `page ${name}`, reason, key: name },
  ]
  const bytes = (await stat(file)).size > LARGEST ? null : await readFile(file)
  if (bytes === null) return leftOut('the file is larger than 64 MB')
  const local = await localPictures(file, root)
  const page = readPage(bytes, name, { local, ...(options.zone && { zone: options.zone }) })
  if (page.trouble) return leftOut(reasons[page.trouble])
  if (page.headline === '') return leftOut('it has no headline')
  const arrivals: Arrival[] = [...told(page), articleOf(page, name)]
  if (page.cut)
    arrivals.push({
      kind: 'note',
      outcome: 'altered',
      what: `page ${name}`,
      reason: 'the page is too large or too deep: only its beginning was read',
      key: name,
    })
  return arrivals
}

const reasons: Record<PageTrouble, string> = {
  empty: 'the page is empty',
  'error-page': 'the page is an error message and not an article',
  'list-of-links': 'the page is a list of other articles',
  'no-article': 'no text in it reads as an article',
}

const articleOf = (page: ExtractedPage, name: string): Arrival => {
  const article: ArrivingArticle = {
    key: page.canonicalUrl ?? name,
    headline: page.headline,
    body: page.html,
    state: 'published',
    authorKeys: page.byline,
    sectionKeys: page.section ? [page.section] : [],
    tagKeys: page.tags,
    oldPaths: oldPath(page.canonicalUrl),
  }
  const { publishedAt, updatedAt, language, leadPicture } = page
  if (publishedAt) article.publishedAt = publishedAt
  if (updatedAt) article.updatedAt = updatedAt
  if (language) article.language = language
  if (leadPicture) article.lead = leadPicture
  for (const field of ['kicker', 'standfirst', 'summary', 'dateline'] as const)
    if (page[field]) article[field] = page[field]
  return { kind: 'article', ...article }
}

const oldPath = (address: string | null): string[] => {
  if (address === null) return []
  const url = new URL(address)
  return url.pathname.length > 1 || url.search ? [url.pathname + url.search] : []
}

type Told = (page: ExtractedPage) => Arrival[]

/** Names the paper, each author, section and tag once, before the first article that needs them. */
const tellOnce = (): Told => {
  const known = new Set<string>()
  const isNew = (kind: string, key: string): boolean =>
    !known.has(`${kind} ${key}`) && known.add(`${kind} ${key}`) !== undefined
  return (page) => {
    const arrivals: Arrival[] = []
    const url = page.canonicalUrl ? new URL(page.canonicalUrl).origin : null
    if (page.siteName && url && isNew('paper', ''))
      arrivals.push({ kind: 'paper', name: page.siteName, url, language: page.language })
    for (const name of page.byline)
      if (isNew('author', name)) arrivals.push({ kind: 'author', key: name, name })
    if (page.section && isNew('section', page.section))
      arrivals.push({ kind: 'section', key: page.section, title: page.section, slug: '' })
    for (const title of page.tags)
      if (isNew('tag', title)) arrivals.push({ kind: 'tag', key: title, title, slug: '' })
    return arrivals
  }
}

/** The pages of a folder, without what lies in the folders browsers put beside a saved page. */
const listPages = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const stems = new Set(
    entries
      .filter((entry) => entry.isFile() && PAGE.test(entry.name))
      .map((entry) => entry.name.replace(PAGE, '')),
  )
  const files: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const whole = path.join(folder, entry.name)
    const stem = /^(.+)[_-][\p{L}]+$|^(.+)\.files$/u.exec(entry.name)
    const isCompanion = stem !== null && stems.has(stem[1] ?? stem[2] ?? '')
    if (entry.isDirectory() && !isCompanion) files.push(...(await listPages(whole)))
    else if (entry.isFile() && PAGE.test(entry.name)) files.push(whole)
  }
  return files
}
