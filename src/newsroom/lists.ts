import { type Db, runSql } from '#platform/database/database.ts'
import { type CardRow, cardColumns, cardTables } from './cards.ts'

/** Which articles: all, those of sections (a section with its descendants), of a tag, of an author. */
export type Scope =
  | { of: 'paper' }
  | { of: 'sections'; ids: readonly string[] }
  | { of: 'tag'; id: string }
  | { of: 'author'; id: string }

/** From (included) to (not included); see dayRange in platform/time.ts. */
export interface Span {
  from: Date
  to: Date
}

/** Where a list goes on: after the last card of the page before. */
export interface Cursor {
  publishedAt: Date
  id: string
}

/** The newest articles of a scope; with `after`, those that follow in the list. */
export async function newest(
  db: Db,
  scope: Scope,
  options: { limit: number; after?: Cursor; span?: Span; without?: readonly string[] },
): Promise<CardRow[]> {
  const values: unknown[] = []
  const page = pageSql(scope, values, { offset: 0, ...options })
  return cards(db, page, values)
}

export interface NumberedPage {
  cards: CardRow[]
  total: number
  page: number
  pages: number
}

/**
 * A numbered page of a list, from 1; an empty page past the end. As fast on the last page of a
 * million articles as on the first: the tally says on which day the page begins.
 */
export async function numberedPage(
  db: Db,
  scope: Scope,
  options: { page: number; size: number; span?: Span },
): Promise<NumberedPage> {
  const { page, size, span } = options
  const offset = (page - 1) * size
  const start = await startOf(db, scope, { offset, span })
  const pages = Math.max(1, Math.ceil(start.total / size))
  if (offset >= start.total) return { cards: [], total: start.total, page, pages }
  const values: unknown[] = []
  const sql = pageSql(scope, values, {
    limit: size,
    offset: start.offset,
    span,
    before: start.before,
  })
  return { cards: await cards(db, sql, values), total: start.total, page, pages }
}

/** How many articles stand in the lists of each year, of each month of a year, or of each day of a month. */
export async function archiveCounts(
  db: Db,
  within: { year?: number; month?: number } = {},
): Promise<{ period: string; articles: number }[]> {
  const { year, month } = within
  const unit = month ? 'YYYY-MM-DD' : year ? 'YYYY-MM' : 'YYYY'
  const from = year ? `${pad(year, 4)}-${pad(month ?? 1, 2)}-01` : null
  const length = month ? '1 month' : '1 year'
  return runSql(
    db,
    `select to_char(day, '${unit}') as period, sum(articles)::int as articles from article_tally
     where section_id is null and ($1::date is null or (day >= $1::date and day < $1::date + $2::interval))
     group by 1 having sum(articles) > 0 order by 1`,
    [from, length],
  )
}

/** The nearest days with articles before and after a day, for the archive's links. */
export async function neighbourDays(
  db: Db,
  day: string,
): Promise<{ before: string | null; after: string | null }> {
  const [row] = await runSql<{ before: string | null; after: string | null }>(
    db,
    `select ${nearest('<', 'desc')} as before, ${nearest('>', 'asc')} as after`,
    [day],
  )
  return row ?? { before: null, after: null }
}

function nearest(sign: '<' | '>', order: 'desc' | 'asc'): string {
  return `(select day from article_tally where section_id is null and day ${sign} $1::date
    group by day having sum(articles) > 0 order by day ${order} limit 1)::text`
}

interface PageOptions {
  limit: number
  offset: number
  after?: Cursor
  span?: Span
  /** Only what was published before this moment. */
  before?: Date | null
  without?: readonly string[]
}

function cards(db: Db, page: string, values: unknown[]): Promise<CardRow[]> {
  return runSql<CardRow>(
    db,
    `with page as materialized (${page})
     select ${cardColumns} from page join article a on a.id = page.id ${cardTables}
     order by page.at desc, page.id desc`,
    values,
  )
}

/** Ids and times of one page: index-only, so that the rest is read for these few rows alone. */
function pageSql(scope: Scope, values: unknown[], options: PageOptions): string {
  const bind = (value: unknown): string => `$${values.push(value)}`
  const conditions = (at: string, id: string): string => {
    const list: string[] = []
    if (options.span)
      list.push(`${at} >= ${bind(options.span.from)}`, `${at} < ${bind(options.span.to)}`)
    if (options.before) list.push(`${at} < ${bind(options.before)}`)
    if (options.after)
      list.push(
        `(${at}, ${id}) < (${bind(options.after.publishedAt)}::timestamptz, ${bind(options.after.id)}::uuid)`,
      )
    if (options.without?.length) list.push(`${id} <> all(${bind(options.without)}::uuid[])`)
    return list.map((condition) => ` and ${condition}`).join('')
  }
  const limits = `limit ${bind(options.limit)} offset ${bind(options.offset)}`
  switch (scope.of) {
    case 'paper':
      return `select id, published_at as at from article where state = 'published' and listed${conditions('published_at', 'id')}
        order by published_at desc, id desc ${limits}`
    case 'sections':
      return `select x.id, x.at from unnest(${bind(scope.ids)}::uuid[]) as place (id), lateral (
          select a.id, a.published_at as at from article a where a.section_id = place.id and a.state = 'published'
            and a.listed${conditions('a.published_at', 'a.id')}
          order by a.published_at desc, a.id desc limit ${bind(options.limit + options.offset)}) x
        order by x.at desc, x.id desc ${limits}`
    case 'tag':
      return `select article_id as id, listed_at as at from article_tag where tag_id = ${bind(scope.id)}
          and listed_at is not null${conditions('listed_at', 'article_id')}
        order by listed_at desc, article_id desc ${limits}`
    case 'author':
      return `select article_id as id, listed_at as at from byline b where author_id = ${bind(scope.id)}
          and listed_at is not null${conditions('listed_at', 'article_id')}
          and not exists (select 1 from byline other where other.article_id = b.article_id
            and other.author_id = b.author_id and other.position < b.position)
        order by listed_at desc, article_id desc ${limits}`
  }
}

/** How long a list is, and from which day on a page of it is to be read. */
async function startOf(
  db: Db,
  scope: Scope,
  at: { offset: number; span?: Span },
): Promise<{ total: number; offset: number; before: Date | null }> {
  const { offset, span } = at
  if (scope.of === 'tag' || scope.of === 'author') {
    const [table, column] = scope.of === 'tag' ? ['article_tag', 'tag_id'] : ['byline', 'author_id']
    const [row] = await runSql<{ total: number }>(
      db,
      `select count(${scope.of === 'tag' ? '*' : 'distinct article_id'}) as total from ${table}
       where ${column} = $1 and listed_at is not null
         and ($2::timestamptz is null or (listed_at >= $2 and listed_at < $3))`,
      [scope.id, span?.from ?? null, span?.to ?? null],
    )
    return { total: row?.total ?? 0, offset, before: null }
  }
  const [row] = await runSql<{ total: number; earlier: number; before: Date }>(
    db,
    `with days as (select day, sum(articles)::int as articles from article_tally
       where ${scope.of === 'paper' ? 'section_id is null' : 'section_id = any($4::uuid[])'}
         and ($2::timestamptz is null or (day >= ($2 at time zone paper_zone())::date and day < ($3::timestamptz at time zone paper_zone())::date))
       group by day having sum(articles) > 0),
     running as (select day, (sum(articles) over (order by day desc) - articles)::int as earlier,
       (sum(articles) over ())::int as total from days)
     select total, earlier, (day + 1)::timestamp at time zone paper_zone() as before
     from running where earlier <= $1 order by earlier desc limit 1`,
    [offset, span?.from ?? null, span?.to ?? null, ...(scope.of === 'sections' ? [scope.ids] : [])],
  )
  if (!row) return { total: 0, offset, before: null }
  return { total: row.total, offset: offset - row.earlier, before: row.before }
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
