import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Arrival } from '../arrival.ts'
import { describePage } from './describe.ts'
import { aPage, storyHtml } from './fixtures/page.ts'
import { englishLetter, englishStory, englishTail, englishTop } from './fixtures/texts.ts'
import { SAVED_PICTURES } from './local-pictures.ts'
import { readPages } from './page-reader.ts'

let folder = ''
const zone = 'Asia/Jerusalem'

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'saved pages '))
  const write = async (name: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  await write('2014/strike.html', aPage())
  await write(
    '2014/local.htm',
    aPage({
      body:
        storyHtml.join('\n') +
        '<figure><img src="./local_files/crane one.jpg" alt="A crane"><figcaption>A crane</figcaption></figure>' +
        storyHtml[1],
    }).replace(/<link rel="canonical"[^>]*>/, ''),
  )
  await write('2014/local_files/crane one.jpg', 'x')
  await write('2014/local_files/frame.html', aPage())
  await write(
    'text.txt',
    [englishTop, englishLetter, englishStory.join('\n'), englishTail].join('\n\n'),
  )
  await write('gone.html', '<title>404 Not Found</title><h1>404 Not Found</h1>')
  await write('empty.html', '')
  await write('archive.mht', mht())
})

afterAll(() => rm(folder, { recursive: true }))

const mht = (): string => {
  const page = aPage()
    .replace(/<link rel="canonical"[^>]*>/, '')
    .replace('Harbour Herald</title>', 'Harbour Herald – caf\u00e9</title>')
  const quoted = Buffer.from(page)
    .toString('latin1')
    .replace(
      /[=\u0080-\u00ff]/g,
      (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
  return `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/mht\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----x"\r\n\r\n------x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://herald.example/mht\r\n\r\n${quoted}\r\n------x--\r\n`
}

const read = async (at: string): Promise<Arrival[]> => Array.fromAsync(readPages(at, { zone }))

test('a folder of saved pages becomes articles, and what is none is named with the reason', async () => {
  const arrivals = await read(folder)
  const articles = arrivals.filter((one) => one.kind === 'article')
  expect(articles.map((one) => one.key)).toEqual([
    '2014/local.htm',
    'https://herald.example/news/dock-strike-ends',
    'https://herald.example/mht',
    'text.txt',
  ])
  for (const article of articles) expect(article.body).toContain('Dock workers in the capital')
  const notes = arrivals.filter((one) => one.kind === 'note')
  expect(notes.map((one) => `${one.what}: ${one.reason}`)).toEqual([
    'page empty.html: the page is empty',
    'page gone.html: the page is an error message and not an article',
  ])
})

test('authors, sections and tags are told once, before the articles that need them', async () => {
  const arrivals = await read(folder)
  expect(arrivals.filter((one) => one.kind === 'author').map((one) => one.name)).toEqual([
    'Ruth Cohen',
    'Omar Haddad',
  ])
  expect(arrivals.findIndex((one) => one.kind === 'author')).toBeLessThan(
    arrivals.findIndex((one) => one.kind === 'article'),
  )
})

test('pictures beside a saved page are told by their path below the folder', async () => {
  const arrivals = await read(folder)
  const article = arrivals.find((one) => one.kind === 'article' && one.key === '2014/local.htm')
  expect(article?.kind === 'article' && article.body).toContain(
    `src="${SAVED_PICTURES}2014/local_files/crane%20one.jpg"`,
  )
})

test('one file is read by itself, its old address is kept for a redirect', async () => {
  const arrivals = await read(path.join(folder, '2014/strike.html'))
  const article = arrivals.find((one) => one.kind === 'article')
  expect(article).toMatchObject({
    oldPaths: ['/news/dock-strike-ends'],
    authorKeys: ['Ruth Cohen', 'Omar Haddad'],
    state: 'published',
  })
})

test('what is printed of a page holds title, byline, date, language and the text with its standfirst', () => {
  const said = describePage(Buffer.from(aPage()), 'strike.html', { zone })
  expect(said).toMatchObject({
    title: 'Dock workers end strike after all-night talks in Port Amber',
    byline: ['Ruth Cohen', 'Omar Haddad'],
    date: '2014-12-25T18:27:00.000Z',
    language: 'en',
    encoding: 'utf-8',
  })
  expect(said.html).toMatch(/^<p>Eleven days without a ship/)
})

test('text that a browser shows in a <pre> is read as text', () => {
  const text = [englishTop, englishLetter, englishStory.join('\n'), englishTail].join('\n\n')
  const said = describePage(
    Buffer.from(
      `<html><head><meta name="x"></head><body><pre style="white-space: pre-wrap;">${text}</pre></body></html>`,
    ),
    'a.html',
    { zone },
  )
  expect(said.title).toBe('Dock workers end strike after all-night talks in Port Amber')
  expect(said.html).not.toContain('loyal readers')
})
