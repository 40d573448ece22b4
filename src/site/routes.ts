import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { normalisePath } from '#newsroom/old-addresses.ts'
import { whereNow } from '#newsroom/moves.ts'
import { AppError } from '#platform/problem.ts'
import { addressOf, pageAddress } from './address.ts'
import { printArchive } from './archive-page.tsx'
import { printArticle } from './article-page.tsx'
import { printBreaking } from './breaking-page.tsx'
import { printFeed } from './feeds/feed-page.ts'
import { printNewsSitemap, printSitemap, printSitemapIndex } from './feeds/sitemap-page.ts'
import { printFavicon } from './favicon.ts'
import { printFront } from './front-page.tsx'
import { printAuthor, printSection, printTopic } from './list-pages.tsx'
import { printMissing } from './missing-page.tsx'
import type { Press, RenderedPage } from './press.ts'
import { printSearch } from './search-page.tsx'
import type { Site } from './state.ts'

type Slug = { Params: { slug: string } }
type SectionAndSlug = { Params: { section: string; slug: string } }

/** Every public address that needs no account. The address book of the paper. */
export function siteRoutes(app: FastifyInstance, site: Site, press: Press): void {
  const kept = async (
    asked: { request: FastifyRequest; reply: FastifyReply },
    address: string,
    render: () => Promise<RenderedPage | null>,
  ) => {
    const page = await press.print(address, render)
    if (!page) return missing(asked)
    asked.reply.hijack()
    press.send(page, asked.request.raw, asked.reply.raw)
  }

  /** Nothing here: where it stands now (301), that it is gone (410), or a page that helps (404). */
  const missing = async ({ request, reply }: { request: FastifyRequest; reply: FastifyReply }) => {
    const standing = await standingOf(site, request.url)
    if (standing?.target)
      return reply
        .header('Cache-Control', 'public, max-age=3600')
        .redirect(encodeURI(standing.target), 301)
    const status = standing ? 410 : 404
    const body = await printMissing(site, { status })
    return reply
      .code(status)
      .header('Cache-Control', 'public, max-age=0, s-maxage=10')
      .type('text/html; charset=utf-8')
      .send(body)
  }

  /** A list with pages: `?page=1` is the plain address, and what is no number is no page. */
  const paged = async (
    asked: { request: FastifyRequest; reply: FastifyReply },
    address: string,
    render: (page: number) => Promise<RenderedPage | null>,
  ) => {
    const page = pageNumber(asked.request.query)
    if (page === null) return missing(asked)
    return kept(asked, pageAddress(address, page), () => render(page))
  }

  // PostgreSQL takes no NUL in text, and no address of ours has one.
  app.addHook('onRequest', async (request) => {
    if (/%00/.test(request.url)) throw new AppError('not-found', '')
  })

  app.get('/', { config: { kind: 'front' } }, (request, reply) =>
    // An old paper's /?p=12 names an article, not the front.
    request.url !== '/' && hasOldQuery(request.query)
      ? oldOr({ site, request, reply }, () => kept({ request, reply }, '/', () => printFront(site)))
      : kept({ request, reply }, '/', () => printFront(site)),
  )
  app.get<Slug>('/topic/:slug', { config: { kind: 'topic' } }, (request, reply) => {
    const { slug } = request.params
    return paged({ request, reply }, addressOf.topic(slug), (page) =>
      printTopic(site, { slug, page }),
    )
  })
  app.get<Slug>('/author/:slug', { config: { kind: 'author' } }, (request, reply) => {
    const { slug } = request.params
    return paged({ request, reply }, addressOf.author(slug), (page) =>
      printAuthor(site, { slug, page }),
    )
  })
  for (const [path, names] of [
    ['/archive', []],
    ['/archive/:year', ['year']],
    ['/archive/:year/:month', ['year', 'month']],
    ['/archive/:year/:month/:day', ['year', 'month', 'day']],
  ] as const)
    app.get<{ Params: Record<string, string> }>(
      path,
      { config: { kind: 'archive' } },
      (request, reply) => {
        const when = names.map((name) => request.params[name]).join('-')
        return paged({ request, reply }, addressOf.archive(when), (page) =>
          printArchive(site, { when, page }),
        )
      },
    )
  app.get('/breaking', { config: { kind: 'breaking' } }, (request, reply) =>
    paged({ request, reply }, addressOf.breaking(), (page) => printBreaking(site, page)),
  )
  app.get('/search', { config: { kind: 'search' } }, async (request, reply) =>
    reply
      .header('Cache-Control', 'public, max-age=0, s-maxage=30')
      .type('text/html; charset=utf-8')
      .send(await printSearch(site, request.query)),
  )

  app.get('/feed.xml', { config: { kind: 'feed' } }, (request, reply) =>
    kept({ request, reply }, '/feed.xml', () => printFeed(site, { format: 'rss', section: null })),
  )
  app.get('/feed.json', { config: { kind: 'feed' } }, (request, reply) =>
    kept({ request, reply }, '/feed.json', () =>
      printFeed(site, { format: 'json', section: null }),
    ),
  )
  app.get('/sitemap.xml', { config: { kind: 'sitemap' } }, (request, reply) =>
    kept({ request, reply }, '/sitemap.xml', () => printSitemapIndex(site)),
  )
  app.get<{ Params: { name: string } }>(
    '/sitemaps/:name.xml',
    { config: { kind: 'sitemap' } },
    (request, reply) => {
      const { name } = request.params
      return kept({ request, reply }, `/sitemaps/${name}.xml`, () => printSitemap(site, name))
    },
  )
  app.get('/news-sitemap.xml', { config: { kind: 'sitemap' } }, (request, reply) =>
    kept({ request, reply }, '/news-sitemap.xml', () => printNewsSitemap(site)),
  )
  app.get('/favicon.svg', { config: { kind: 'asset' } }, (request, reply) =>
    kept({ request, reply }, '/favicon.svg', () => printFavicon(site)),
  )
  app.get('/robots.txt', { config: { kind: 'robots' } }, (request, reply) =>
    kept({ request, reply }, '/robots.txt', async () => robots(site)),
  )

  app.get<{ Params: { section: string } }>(
    '/:section',
    { config: { kind: 'section' } },
    (request, reply) => {
      const { section } = request.params
      return paged({ request, reply }, addressOf.section(section), (page) =>
        printSection(site, { slug: section, page }),
      )
    },
  )
  app.get<SectionAndSlug>('/:section/:slug', { config: { kind: 'article' } }, (request, reply) => {
    const { section, slug } = request.params
    const asked = { request, reply }
    if (slug === 'feed.xml' || slug === 'feed.json') {
      const format = slug === 'feed.xml' ? 'rss' : 'json'
      return kept(asked, `${addressOf.section(section)}/${slug}`, () =>
        printFeed(site, { format, section }),
      )
    }
    let withdrawn: string | null = null
    return press
      .print(addressOf.article(section, slug), async () => {
        const printed = await printArticle(site, { section, slug })
        if (printed && 'withdrawn' in printed) {
          withdrawn = printed.withdrawn
          return null
        }
        return printed
      })
      .then(async (page) => {
        if (page) {
          reply.hijack()
          press.send(page, request.raw, reply.raw)
          return
        }
        if (withdrawn === null) return missing(asked)
        const body = await printMissing(site, { status: 410, reason: withdrawn })
        return reply
          .code(410)
          .header('Cache-Control', 'public, max-age=0, s-maxage=60')
          .type('text/html; charset=utf-8')
          .send(body)
      })
  })
  app.setNotFoundHandler({}, (request, reply) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? missing({ request, reply })
      : reply
          .code(404)
          .type('application/problem+json')
          .send({ status: 404, title: 'There is nothing at this address.' }),
  )
}

function robots(site: Site): RenderedPage {
  const lines = [
    'User-agent: *',
    'Disallow: /search?',
    'Disallow: /reader/',
    'Disallow: /desk',
    'Disallow: /account',
    '',
  ]
  const maps = ['sitemap.xml', 'news-sitemap.xml'].map(
    (name) => `Sitemap: ${site.origin()}/${name}`,
  )
  return {
    body: [...lines, ...maps, ''].join('\n'),
    type: 'text/plain; charset=utf-8',
    shows: ['paper'],
  }
}

/** What is known of an address at which nothing stands. A redirect to itself would never end. */
async function standingOf(site: Site, url: string) {
  const standing = await whereNow(site.platform.database.kysely, url)
  const here = normalisePath(url.split('?', 1)[0] ?? '/')
  return standing?.target && normalisePath(standing.target) === here ? null : standing
}

const oldQueries = [
  'p',
  'page_id',
  'attachment_id',
  'cat',
  'tag',
  'author',
  'm',
  'id',
  'story',
  'article',
]

function hasOldQuery(query: unknown): boolean {
  return oldQueries.some((name) => Object.hasOwn(query as object, name))
}

async function oldOr(
  asked: { site: Site; request: FastifyRequest; reply: FastifyReply },
  otherwise: () => Promise<unknown>,
): Promise<unknown> {
  const standing = await standingOf(asked.site, asked.request.url)
  return standing?.target ? asked.reply.redirect(encodeURI(standing.target), 301) : otherwise()
}

/** The page a query asks for: 1 when it says nothing; null for what is no page number. */
function pageNumber(query: unknown): number | null {
  const asked = (query as Record<string, unknown>).page
  if (asked === undefined) return 1
  if (typeof asked !== 'string' || !/^[1-9]\d{0,6}$/.test(asked)) return null
  return Number(asked)
}
