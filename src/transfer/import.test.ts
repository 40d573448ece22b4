import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { takePicture } from '#newsroom/pictures.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { folderStorage } from '#platform/storage.ts'
import { openFetcher } from './fetch/fetch.ts'
import { importArchive, type ImportOptions } from './import.ts'

const database = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), 'dear-reader-import-test-'))
const storage = folderStorage(path.join(folder, 'files'))
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  await database.pool.query(
    'truncate article, section, tag, author, media, import_run, import_name, import_media, import_picture, outbox cascade',
  )
})

const rows = async (sql: string) => (await database.pool.query(sql)).rows

async function bring(text: string, more: Partial<ImportOptions> = {}, name = 'archive.xml') {
  const file = path.join(folder, name)
  await writeFile(file, text)
  return importArchive(
    { database, takePicture: (picture) => takePicture({ db: database.kysely, storage }, picture) },
    { path: file, reportFolder: path.join(folder, 'reports'), ...more },
  )
}

const item = (title: string, more = '', body = `<p>${title} in full.</p>`) =>
  `<item><title>${title}</title><guid>https://post.example/${title}</guid><link>https://post.example/2014/12/${encodeURIComponent(title)}/</link>
   <pubDate>Thu, 25 Dec 2014 20:27:00 GMT</pubDate><dc:creator>Ruth Amari</dc:creator>
   <content:encoded><![CDATA[${body}]]></content:encoded>${more}</item>`
const feed = (...items: string[]) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
   <title>Harbour Post</title><link>https://www.post.example/</link>${items.join('')}</channel></rss>`

test('an archive becomes articles with section, author, tags, a revision and redirects', async () => {
  const report = await bring(feed(item('Ferry', '<category>Sea</category>'), item('שלום')))
  expect(report.counts).toMatchObject({ new: 2, changed: 0, unchanged: 0, redirects: 2 })
  expect(
    await rows(
      `select a.state, a.headline, a.slug, s.slug as section, w.name, t.title as tag, published_at
       from article a join section s on s.id = section_id join byline b on b.article_id = a.id
       join author w on w.id = b.author_id left join article_tag x on x.article_id = a.id left join tag t on t.id = x.tag_id
       order by a.slug`,
    ),
  ).toMatchObject([
    {
      state: 'published',
      headline: 'Ferry',
      slug: 'ferry',
      section: 'harbour-post',
      name: 'Ruth Amari',
      tag: 'Sea',
    },
    { headline: 'שלום', slug: 'שלום', published_at: new Date('2014-12-25T20:27:00Z') },
  ])
  expect(await rows('select path from old_address order by 1')).toEqual([
    { path: '/2014/12/Ferry' },
    { path: '/2014/12/שלום' },
  ])
  expect(
    await rows(
      `select number, made_by, content ->> 'headline' as headline from revision order by 3`,
    ),
  ).toEqual([
    { number: 1, made_by: 'import', headline: 'Ferry' },
    { number: 1, made_by: 'import', headline: 'שלום' },
  ])
})

test('a second run makes nothing new, and brings what the archive has changed', async () => {
  await bring(feed(item('One'), item('Two')))
  const again = await bring(feed(item('One'), item('Two')))
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  const corrected = await bring(feed(item('One'), item('Two', '', '<p>Put right.</p>')))
  expect(corrected.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 })
  expect(await rows(`select body, version from article where headline = 'Two'`)).toEqual([
    { body: '<p>Put right.</p>', version: 2 },
  ])
  expect(await rows('select count(*) from revision')).toEqual([{ count: 3 }])
})

test('what the newsroom has worked on since is left alone and named', async () => {
  await bring(feed(item('One')))
  await database.pool.query(`update article set body = '<p>Edited.</p>', version = version + 1`)
  const report = await bring(feed(item('One', '', '<p>Changed there.</p>')))
  expect(report.counts).toMatchObject({ changed: 0, kept: 1 })
  expect(await rows('select body from article')).toEqual([{ body: '<p>Edited.</p>' }])
  expect(await readFile(report.file, 'utf8')).toContain('"outcome":"kept"')
})

test('a try-out says the same and writes nothing', async () => {
  const archive = feed(
    item('One', '<category>Sea</category>'),
    item('One'),
    item('Two', '<pubDate>soon</pubDate>'),
  )
  const tried = await bring(archive, { dryRun: true })
  expect(
    await rows(
      'select (select count(*) from article) + (select count(*) from section) + (select count(*) from import_run) as count',
    ),
  ).toEqual([{ count: 0 }])
  const real = await bring(archive)
  expect({ ...tried.counts }).toEqual({ ...real.counts })
  expect(tried.reasons).toEqual(real.reasons)
})

test('an import that was stopped is completed by running it again', async () => {
  const stop = new AbortController()
  const archive = feed(...Array.from({ length: 650 }, (_, number) => item(`Story ${number}`)))
  const stopped = bring(archive, {
    signal: stop.signal,
    onProgress: ({ done }) => done >= 200 && stop.abort(),
  })
  await expect(stopped).rejects.toThrow(/abort/i)
  const [{ count }] = (await rows('select count(*) from article')) as [{ count: number }]
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(650)
  const report = await bring(archive)
  expect(report.counts.new + report.counts.unchanged).toBe(650)
  expect(await rows('select count(*), count(distinct import_key) as keys from article')).toEqual([
    { count: 650, keys: 650 },
  ])
  expect(
    await rows(
      'select (select count(*) from search_doc) as found, (select count(*) from import_todo where task = $$index$$) as waiting',
    ),
  ).toEqual([{ found: 650, waiting: 0 }])
})

test('articles of one address are numbered, and sections keep off the addresses of the program', async () => {
  const report = await bring(
    feed(item('Same'), item('Same').replace('/Same</guid>', '/other</guid>')),
    { section: 'Archive' },
  )
  expect(await rows('select slug from article order by 1')).toEqual([
    { slug: 'same' },
    { slug: 'same-2' },
  ])
  expect(await rows('select slug from section')).toEqual([{ slug: 'archive-news' }])
  expect(report.counts.altered).toBe(2)
})

test('nothing becomes public that was not, and an undated article waits as a draft', async () => {
  await bring(feed(item('Undated').replace(/<pubDate>.*?<\/pubDate>/, '')))
  expect(await rows('select state, published_at from article')).toEqual([
    { state: 'draft', published_at: null },
  ])
})

test('links to the old site become links inside the paper; files and other sites stay', async () => {
  const body = `<p><a href="http://post.example/2014/12/ferry/?a=1&amp;b=2#x">a</a> <a href="https://post.example/wp-content/uploads/x.pdf">b</a> <a href="https://other.example/y">c</a></p>`
  await bring(feed(item('Links', '', body)))
  const [{ body: stored }] = (await rows('select body from article')) as [{ body: string }]
  expect(stored).toContain('href="/2014/12/ferry/?a=1&amp;b=2')
  expect(stored).toContain('href="https://post.example/wp-content/uploads/x.pdf"')
  expect(stored).toContain('href="https://other.example/y"')
})

test('controls and script in every field do no harm', async () => {
  const evil = '&#0;<![CDATA[<script>alert(1)</script>]]>\u202e'
  const report = await bring(
    feed(
      item(
        'x',
        `<category>${evil}</category><title>${evil}</title><author>${evil}</author>`,
        '<p>a<script>alert(1)</script><img src=x onerror=alert(1)></p>',
      ),
    ),
  )
  expect(report.counts.new).toBe(1)
  const all = JSON.stringify(
    await rows(
      'select row_to_json(article) as a, (select json_agg(tag) from tag) as t from article',
    ),
  )
  expect(all).not.toMatch(/<script|onerror|\\u0000/)
})

const picture = await sharp({
  create: { width: 700, height: 400, channels: 3, background: '#246' },
})
  .jpeg()
  .toBuffer()
const withPictures = (host: string) =>
  feed(
    item(
      'Pictures',
      `<enclosure url="${host}/uploads/lead.jpg" type="image/jpeg"/>`,
      `<p>Text</p><figure><img src="${host}/uploads/2014/12/in-300x200.jpg" alt="A ferry"></figure>`,
    ),
  )

test('pictures come from a copy of the uploads folder, the original rather than a size', async () => {
  const media = path.join(folder, 'copy')
  await mkdir(path.join(media, '2014/12'), { recursive: true })
  await writeFile(path.join(media, '2014/12/in.jpg'), picture)
  const report = await bring(withPictures('https://post.example/wp-content'), {
    mediaFolder: media,
  })
  expect(report.counts).toMatchObject({ pictures: 1, picturesMissing: 1 })
  const [row] = (await rows(
    'select body, lead_media_id as lead, version, import_version from article',
  )) as { body: string; lead: string | null }[]
  expect(row?.body).toMatch(
    /<img src="\/media\/[\w-]{36}\/640\.webp" alt="A ferry" width="700" height="400"/,
  )
  expect(row).toMatchObject({ lead: null, version: 1, import_version: 1 })
  expect(await readFile(report.file, 'utf8')).toContain(
    'https://post.example/wp-content/uploads/lead.jpg',
  )
  await writeFile(path.join(media, 'lead.jpg'), await sharp(picture).resize(500).jpeg().toBuffer())
  const later = await bring(withPictures('https://post.example/wp-content'), { mediaFolder: media })
  expect(later.counts).toMatchObject({ unchanged: 1, pictures: 1, picturesMissing: 0 })
  expect(
    await rows(
      `select lead_media_id is not null as led, content -> 'lead' ->> 'mediaId' = lead_media_id::text as kept from article join revision on article_id = id`,
    ),
  ).toEqual([{ led: true, kept: true }])
})

test('pictures are fetched; what is no picture, is missing or stands inside is named', async () => {
  const server = createServer((request, answer) => {
    if (request.url === '/uploads/lead.jpg') answer.end(picture)
    else if (request.url?.includes('/in')) answer.end('no picture')
    else answer.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const host = `http://127.0.0.1:${port}`
  const refused = await bring(withPictures(host), { fetchMedia: true })
  expect(refused.counts).toMatchObject({ new: 1, pictures: 0, picturesMissing: 2 })
  const fetcher = openFetcher({ mayReach: (address) => address === '127.0.0.1', ports: [port] })
  const report = await bring(withPictures(host), { fetchMedia: true, fetcher })
  expect(report.counts).toMatchObject({ unchanged: 1, pictures: 1, picturesMissing: 1 })
  expect(report.reasons.map(({ reason }) => reason)).toContain(
    'This is no picture we can read: send a JPEG, PNG, WebP, AVIF or GIF.',
  )
  await fetcher.close()
  server.closeAllConnections()
})

test('a folder is read whole, and what holds nothing says so', async () => {
  const place = path.join(folder, 'mixed')
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, 'a.xml'), feed(item('From a feed')))
  await writeFile(path.join(place, 'note.md'), 'nothing')
  const report = await importArchive(
    { database, takePicture: async () => ({ ok: false, reason: 'none' }) },
    { path: place, reportFolder: path.join(folder, 'reports') },
  )
  expect(report.counts.new).toBe(1)
  await expect(bring('just words', {}, 'words.bin')).rejects.toThrow('say which with --from')
  await expect(bring('', { path: '/nowhere/at/all' })).rejects.toThrow('There is no file or folder')
})
