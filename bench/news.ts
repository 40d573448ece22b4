import { publishArticle } from '../src/newsroom/publish.ts'
import { createArticle } from '../src/newsroom/create.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import type { Connection } from '../src/platform/database/postgres.ts'
import type { Ground } from './kept.ts'
import { startNewspaper } from './newspaper.ts'
import type { Row } from './run.ts'

/**
 * From the moment an article is published until each page that lists it is new, on two nodes. Both
 * nodes are processes of their own; the publishing goes through the newsroom's verb.
 */
export async function measureNews(ground: Ground, connection: Connection): Promise<Row[]> {
  const { host, user, database: name } = connection
  const shared = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`
  const second = await startNewspaper({ DATA_DIR: `${ground.folder}/second`, DATABASE_URL: shared })
  const database = openDatabase(connection)
  const { rows } = await ground.client.query<{ id: string; slug: string }>(
    'select s.id, s.slug from section s where exists (select 1 from article where section_id = s.id) limit 1',
  )
  const section = rows[0] as { id: string; slug: string }
  const places = ['/', `/${section.slug}`, '/feed.xml']
  const waits: { first: number; other: number }[] = []
  for (let round = 0; round < 12; round += 1) {
    const headline = `Bench bulletin ${round} ${crypto.randomUUID().slice(0, 8)}`
    const draft = await createArticle(database, {
      content: { headline, body: `<p>${headline}</p>`, sectionId: section.id },
      language: 'en',
      by: 'bench',
    })
    if (!draft.ok) throw new Error(draft.reason)
    for (const url of [ground.newspaper.url, second.url])
      for (const place of places) await fetch(url + place)
    const began = performance.now()
    const published = await publishArticle(database, { id: draft.article.id, by: 'bench' })
    if (!published.ok) throw new Error(published.reason)
    const [first, other] = await Promise.all(
      [ground.newspaper.url, second.url].map((url) => allNew({ url, places, headline, began })),
    )
    waits.push({ first: first ?? 0, other: other ?? 0 })
  }
  await database.close()
  await second.stop()
  const worst = (key: 'first' | 'other') => Math.max(...waits.slice(2).map((wait) => wait[key]))
  const row = (what: string, took: number, reach: number): Row => ({
    what,
    figure: `worst of 10: ${took.toFixed(0)} ms`,
    reach: `≤ ${reach} ms`,
    ok: took <= reach,
  })
  return [
    row('publishing → every page that shows it is new', worst('first'), 100),
    row('the same on another node', worst('other'), 300),
  ]
}

async function allNew(wanted: {
  url: string
  places: string[]
  headline: string
  began: number
}): Promise<number> {
  const { url, places, headline, began } = wanted
  await Promise.all(
    places.map(async (place) => {
      while (performance.now() - began < 10_000) {
        const page = await (await fetch(url + place)).text()
        if (page.includes(headline)) return
      }
    }),
  )
  return performance.now() - began
}
