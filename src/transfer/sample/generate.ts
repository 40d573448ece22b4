import { indexArticles } from '#newsroom/search-index.ts'
import { type Database, type Db, runSql } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/outbox.ts'
import { slugOf } from '#newsroom/slug.ts'
import { batchOf, type Batch, type Newsroom } from './generated/batch.ts'
import { topics } from './generated/topics.ts'

export interface Generation {
  /** How many articles. */
  count: number
  now: Date
  /** Another number makes other articles. */
  seed?: number
  /** False leaves the search index alone: for measuring. */
  search?: boolean
  onProgress?: (step: 'articles', done: number, total: number) => void
  signal?: AbortSignal
}

const batchSize = 1000

/**
 * Adds generated articles, published over the ten years before `now`, oldest first, to a paper that
 * has the sample's sections, authors and pictures. The same seed makes the same articles. They have no
 * revisions until somebody changes them. Returns how many it added.
 */
export async function generateArticles(database: Database, options: Generation): Promise<number> {
  const { count, signal } = options
  const newsroom = await readNewsroom(database)
  const pending = new Set<Promise<boolean>>()
  let done = 0
  for (let first = 0; first < count; first += batchSize) {
    signal?.throwIfAborted()
    const batch = batchOf(newsroom, { ...options, first, size: Math.min(batchSize, count - first) })
    // The next batch is composed while the database takes these in.
    const work: Promise<boolean> = keep(database, batch, options).then((kept) => {
      done += kept
      options.onProgress?.('articles', done, count)
      return pending.delete(work)
    })
    pending.add(work)
    work.catch(() => {})
    if (pending.size >= 2) await Promise.race(pending)
  }
  await Promise.all(pending)
  await runSql(database.kysely, 'select compact_tally()')
  await database.transaction((tx) => announce(tx, { type: 'paper.changed', payload: {} }))
  return done
}

async function keep(database: Database, batch: Batch, options: Generation): Promise<number> {
  await database.transaction(async (tx) => {
    // A crash loses generated text at most, which comes again.
    await runSql(tx, 'set local synchronous_commit = off')
    await runSql(
      tx,
      `insert into article (id, state, section_id, slug, language, headline, standfirst, summary, dateline, body,
         lead_media_id, lead_caption, lead_credit, lead_alt, published_at, opened_at, word_count, created_at, changed_at)
       select item.id, 'published', section, slug, 'en', headline, standfirst, standfirst, dateline, body,
         m.id, case when m.id is null then '' else topic end, coalesce(m.credit, ''), coalesce(m.alt, ''),
         at, at, words, at, at
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
         $9::text[], $10::timestamptz[], $11::int[])
         as item (id, section, slug, headline, standfirst, dateline, body, picture, topic, at, words)
       left join media m on m.id = picture`,
      [
        batch.ids,
        batch.sections,
        batch.slugs,
        batch.headlines,
        batch.standfirsts,
        batch.datelines,
        batch.bodies,
        batch.pictures,
        batch.topics,
        batch.times,
        batch.words,
      ],
    )
    for (const [table, column, links] of [
      ['byline', 'author_id', batch.bylines],
      ['article_tag', 'tag_id', batch.tags],
    ] as const)
      await runSql(
        tx,
        `insert into ${table} (article_id, position, ${column})
         select * from unnest($1::uuid[], $2::int[], $3::uuid[])`,
        [links.articles, links.positions, links.others],
      )
  })
  if (options.search !== false) await indexArticles(database.kysely, batch.ids)
  return batch.ids.length
}

/** The paper's sections, authors and pictures by name, and a tag for each topic. */
async function readNewsroom(database: Database): Promise<Newsroom> {
  await database.transaction((tx) =>
    runSql(
      tx,
      `insert into tag (id, slug, title) select * from unnest($1::uuid[], $2::text[], $3::text[])
       on conflict (slug) do nothing`,
      [
        topics.map(() => newId()),
        topics.map(({ tag }) => slugOf(tag)),
        topics.map(({ tag }) => tag),
      ],
    ),
  )
  const read = (sql: string): Promise<Map<string, string>> => readMap(database.kysely, sql)
  const authors = await read(
    `select slug as name, id from author where slug ~ '^[a-z-]+$' and name ~ '^[A-Za-z ]+$' order by slug`,
  )
  return {
    sections: await read('select slug as name, id from section'),
    tags: await read('select slug as name, id from tag'),
    authors: [...authors.values()],
    pictures: await read(
      `select replace(name, '.jpg', '') as name, id from media where name <> ''`,
    ),
  }
}

async function readMap(db: Db, sql: string): Promise<Map<string, string>> {
  const rows = await runSql<{ name: string; id: string }>(db, sql)
  return new Map(rows.map(({ name, id }) => [name, id]))
}
