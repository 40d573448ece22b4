import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readWordpress } from './read-wordpress.ts'

async function arrivalsFrom(value: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'wp-api-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'posts.json')
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
  return Array.fromAsync(readWordpress(path))
}

const post = {
  id: 12,
  type: 'post',
  status: 'publish',
  slug: 'tide',
  link: 'https://harbour.example/news/tide/',
  date_gmt: '2020-02-03T04:05:06',
  title: { rendered: 'The tide &amp; us' },
  content: {
    rendered:
      '<div class="wp-caption" style="width: 9px"><img src="https://harbour.example/a.jpg" alt="A"><p class="wp-caption-text">Low</p></div>',
    protected: false,
  },
  excerpt: { rendered: '<p>Cut off [&hellip;]</p>' },
  _embedded: {
    author: [{ id: 3, name: 'Ruth', slug: 'ruth', description: '' }],
    'wp:term': [
      [
        {
          id: 1,
          name: 'News',
          slug: 'news',
          taxonomy: 'category',
          link: 'https://harbour.example/category/news/',
        },
      ],
    ],
  },
}

test('a post of the REST API arrives as an article with who wrote it and where it stands', async () => {
  const arrivals = await arrivalsFrom([post])
  expect(arrivals.map(({ kind }) => kind)).toEqual(['paper', 'author', 'section', 'article'])
  expect(arrivals.at(-1)).toMatchObject({
    key: '12',
    headline: 'The tide & us',
    body: '<figure><img src="https://harbour.example/a.jpg" alt="A"><figcaption>Low</figcaption></figure>',
    publishedAt: new Date('2020-02-03T04:05:06Z'),
    authorKeys: ['ruth'],
    sectionKeys: ['news'],
    summary: undefined,
    oldPaths: ['/news/tide/', '/?p=12'],
  })
})

test('a protected post stays a draft', async () => {
  const [article] = (
    await arrivalsFrom({ ...post, content: { rendered: '', protected: true } })
  ).slice(-1)
  expect(article).toMatchObject({ kind: 'article', state: 'draft' })
})

test('JSON that is broken or something else is said in a note', async () => {
  expect(await arrivalsFrom('[{"rendered": 1')).toMatchObject([{ kind: 'note', outcome: 'broken' }])
  expect(await arrivalsFrom([{ rendered: 1 }])).toMatchObject([
    { kind: 'note', outcome: 'left-out' },
  ])
})
