/**
 * node tools/cases/feeds.ts <folder of feed cases>
 * Reads every feed of the folder and counts how many of the expectations written in its comments
 * (`Expect: entries[0]['title'] == '…'`) hold. Ends with 1 when a feed makes the reader fail or take
 * more than two seconds, or when fewer than nine in ten expectations hold.
 */
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DomUtils, parseDocument } from 'htmlparser2'
import { readDate } from '#transfer/feed/date.ts'
import { decode } from '#transfer/feed/decode.ts'
import { type FeedEntry, readEntry } from '#transfer/feed/entry.ts'
import { readJsonFeed } from '#transfer/feed/json.ts'
import { readFeed } from '#transfer/feed/read.ts'
import type { FeedText } from '#transfer/feed/text.ts'
import { readTree } from '#transfer/feed/tree.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = process.argv[2]
if (folder === undefined) {
  say('skipped: no cases (give the folder of feed cases)')
  process.exit(0)
}

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:xml|json|rss|atom)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/^(?:schema|iiif|sitemap|rss-parser.output)/.test(relative(folder, path)))
  .toSorted()
let held = 0
let asked = 0
let failed = 0
let articles = 0
for (const path of files) {
  const name = relative(folder, path)
  const started = performance.now()
  try {
    for await (const arrival of readFeed(path)) if (arrival.kind === 'article') articles++
    const text: string[] = []
    for await (const part of decode(path)) text.push(part)
    for (const clause of clausesOf(text.join('').slice(0, 5000))) {
      const actual = ask(clause.path, await entriesOf(path, text))
      if (actual === undefined) continue
      asked++
      if (matches(actual, clause.expected)) held++
      else
        say(
          `not held  ${name}: ${clause.path.join('.')}\n    want ${JSON.stringify(clause.expected)}\n    have ${JSON.stringify(actual)}`,
        )
    }
  } catch (error) {
    failed++
    say(`failed    ${name}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  if (performance.now() - started > 2000) {
    failed++
    say(`too slow  ${name}`)
  }
}
say(
  `${files.length} feeds read, ${articles} articles, ${failed} failed; expectations about entries: ${held} of ${asked} hold`,
)
process.exitCode = failed > 0 || held < asked * 0.9 ? 1 : 0

async function entriesOf(path: string, text: string[]): Promise<FeedEntry[]> {
  const whole = text.join('')
  const location = /Header:\s+Content-Location:\s*(\S+)/i.exec(whole)?.[1]
  const server = `http://127.0.0.1:8097/${path.split('/').slice(-3).join('/')}`
  const baseUrl = location === undefined ? server : new URL(location, server).href
  if (path.endsWith('.json')) return readJsonFeed(whole, baseUrl)?.entries ?? []
  const tree = readTree(baseUrl)
  const pieces = [...tree.write(whole), ...tree.end()]
  return pieces.filter(({ kind }) => kind === 'entry').map(({ element }) => readEntry(element))
}

interface Clause {
  path: (string | number)[]
  expected: unknown
}

/** The comparisons of an entry's field with a literal; other expectations are not about entries. */
function clausesOf(comment: string): Clause[] {
  const line = /Expect:\s*(.+)/.exec(comment)?.[1]
  if (line === undefined) return []
  return line.split(/ and (?=[(]?(?:entries|feed|not|len))/).flatMap((part) => {
    const found = /^\(?(entries\[\d+\].*?) == (?!entries)(u?(?:'.*'|".*")|\(.*\)|None)\)?$/.exec(
      part.trim(),
    )
    const literal = found?.[2] === undefined ? undefined : readLiteral(found[2])
    if (found?.[1] === undefined || literal === undefined) return []
    const path = [...found[1].matchAll(/\['(\w+)'\]|\[(\d+)\]|\.(\w+)/g)].map(
      ([, quoted, index, dotted]) => quoted ?? dotted ?? Number(index),
    )
    return [{ path, expected: literal }]
  })
}

function readLiteral(text: string): unknown {
  if (text === 'None') return null
  if (text.startsWith('(')) return text.slice(1, -1).split(',').map(Number)
  const parts = text.split(/(?<=['"]) \+ (?=['"])/)
  return parts
    .map((part) => part.replace(/^u?['"]|['"]$/g, ''))
    .join('')
    .replace(
      /\\(?:u([\da-f]{4})|x([\da-f]{2})|n|t|(.))/gi,
      (whole, ...[wide, narrow, other]: (string | undefined)[]) =>
        (wide ?? narrow)
          ? String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16))
          : (other ?? (whole === '\\n' ? '\n' : '\t')),
    )
}

/** What we have for a field; undefined when we do not keep it. */
function ask([index, ...path]: (string | number)[], entries: FeedEntry[]): unknown {
  const entry = entries[Number(index)]
  if (entry === undefined) return null
  const summary = entry.summary ?? entry.content
  const views: Record<string, unknown> = {
    title: entry.title?.value,
    link: entry.link,
    id: entry.id,
    guid: entry.id,
    summary: summary?.value,
    description: summary?.value,
    language: entry.language,
    published: entry.published,
    published_parsed: entry.published,
    updated: entry.updated ?? entry.published,
    updated_parsed: entry.updated ?? entry.published,
    created_parsed: entry.published,
    created: entry.published,
    category: entry.categories[0],
    author: entry.authors.map(({ name, email }) =>
      email === undefined || name === email ? name : `${name} (${email})`,
    )[0],
  }
  const [first, ...rest] = path
  const text = (of: FeedText | null | undefined, field: unknown) =>
    field === 'type'
      ? of?.type
      : (of as Record<string, unknown> | null | undefined)?.[String(field)]
  if (first === 'title_detail') return text(entry.title, rest[0])
  if (first === 'summary_detail') return text(summary, rest[0])
  if (first === 'content') return text(entry.content, rest[1])
  if (first === 'author_detail')
    return (
      (entry.authors[0] as unknown as Record<string, unknown> | undefined)?.[String(rest[0])] ??
      null
    )
  if (first === 'authors')
    return (
      (entry.authors[Number(rest[0])] as unknown as Record<string, unknown> | undefined)?.[
        String(rest[1])
      ] ?? null
    )
  if (first === 'tags' && rest[1] === 'term') return entry.categories[Number(rest[0])] ?? null
  if (first === 'enclosures' && ['href', 'url'].includes(String(rest[1])))
    return entry.media[Number(rest[0])]?.url ?? null
  if (rest.length > 0 || first === undefined || !(first in views)) return undefined
  return views[first] ?? null
}

function matches(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = expected as number[]
    return (
      actual instanceof Date &&
      actual.getTime() === Date.UTC(year, month - 1, day, hour, minute, second)
    )
  }
  if (actual instanceof Date) return actual.getTime() === readDate(String(expected))?.getTime()
  if (expected === null) return actual === null || actual === ''
  const want = String(expected)
  if (['text/plain', 'text/html', 'application/xhtml+xml'].includes(want))
    return actual === (want === 'text/plain' ? 'text' : 'html')
  return String(actual) === want || shape(String(actual)) === shape(want)
}

/** Words, links and pictures of a piece of HTML: what must be equal whatever cleaning is done later. */
function shape(html: string): string {
  const document = parseDocument(html)
  for (const element of DomUtils.getElementsByTagName(
    (name) => ['script', 'style', 'noscript', 'object', 'applet'].includes(name),
    document,
    true,
  ))
    DomUtils.removeElement(element)
  const kept = DomUtils.getElementsByTagName((name) => ['a', 'img'].includes(name), document, true)
  const addresses = kept.map(({ attribs }) => attribs.href ?? attribs.src ?? '')
  return `${DomUtils.textContent(document).replace(/\s+/g, ' ').trim()}|${addresses.join(' ')}`
}
