import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { Article } from './article.ts'
import { freeSlug } from './slug.ts'

/** An article by its id, whole, in any state. */
export async function findArticle(db: Db, id: string): Promise<Article | null> {
  const [row] = await runSql<ArticleRow>(db, `${selectArticle} where a.id = $1`, [id])
  return row ? articleOf(row) : null
}

/** The same, held until the transaction ends: whoever decides next sees what this one decided. */
export async function lockArticle(tx: Tx, id: string): Promise<Article | null> {
  const [row] = await runSql<ArticleRow>(tx, `${selectArticle} where a.id = $1 for update of a`, [
    id,
  ])
  return row ? articleOf(row) : null
}

/** Where an article stands that readers have or had: its id and state. */
export async function findByAddress(
  db: Db,
  sectionSlug: string,
  slug: string,
): Promise<{ id: string; state: 'published' | 'withdrawn' | 'scheduled' } | null> {
  const [row] = await runSql<{ id: string; state: 'published' | 'withdrawn' | 'scheduled' }>(
    db,
    `select a.id, a.state from article a join section s on s.id = a.section_id
     where s.slug = $1 and a.slug = $2 and a.state in ('published', 'withdrawn', 'scheduled')`,
    [sectionSlug, slug],
  )
  return row ?? null
}

/** Ids of scheduled articles whose time has come and whose embargo is over, the earliest first. */
export async function findDue(db: Db, now: Date, limit = 100): Promise<string[]> {
  const rows = await runSql<{ id: string }>(
    db,
    `select id from article where state = 'scheduled' and scheduled_for <= $1
       and (embargo_until is null or embargo_until <= $1) order by scheduled_for limit $2`,
    [now, limit],
  )
  return rows.map((row) => row.id)
}

/** Keeps a new article. */
export async function insertArticle(tx: Tx, article: Article, now: Date): Promise<void> {
  await runSql(
    tx,
    `insert into article (${columns.join(', ')}, created_at, changed_at)
     values (${columns.map((_, at) => `$${at + 1}`).join(', ')}, $${columns.length + 1}, $${columns.length + 1})`,
    [...valuesOf(article), now],
  )
  await saveParts(tx, article)
}

/** Keeps a changed article, which the caller holds locked. */
export async function updateArticle(tx: Tx, article: Article, now: Date): Promise<void> {
  await runSql(
    tx,
    `update article set ${columns.map((column, at) => `${column} = $${at + 1}`).join(', ')},
       changed_at = $${columns.length + 1} where id = $1`,
    [...valuesOf(article), now],
  )
  await saveParts(tx, article)
}

/**
 * A slug that is free in a section. Holds the section's address book until the transaction ends, so
 * that two articles that go out at once do not take the same.
 */
export async function claimSlug(
  tx: Tx,
  wanted: { sectionId: string; slug: string; articleId: string },
): Promise<string> {
  await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('address:' || $1, 0))", [
    wanted.sectionId,
  ])
  const rows = await runSql<{ slug: string }>(
    tx,
    `select slug from article where section_id = $1 and id <> $3
       and state in ('published', 'withdrawn', 'scheduled') and (slug = $2 or slug like $4)`,
    [
      wanted.sectionId,
      wanted.slug,
      wanted.articleId,
      `${wanted.slug.slice(0, 70).replace(/[\\%_]/g, '\\$&')}%`,
    ],
  )
  return freeSlug(wanted.slug, new Set(rows.map((row) => row.slug)))
}

/** Which of an article's references do not exist. */
export async function unknownReferences(
  tx: Tx,
  article: Article,
): Promise<'unknown-section' | 'unknown-author' | 'unknown-tag' | 'unknown-picture' | null> {
  const authors = [...new Set(article.bylines.map((byline) => byline.authorId))]
  const [row] = await runSql<{ section: boolean; authors: number; tags: number; picture: boolean }>(
    tx,
    `select $1::uuid is null or exists (select 1 from section where id = $1) as section,
       (select count(*) from author where id = any($2::uuid[])) as authors,
       (select count(*) from tag where id = any($3::uuid[])) as tags,
       $4::uuid is null or exists (select 1 from media where id = $4 and kind = 'picture') as picture`,
    [article.sectionId, authors, article.tagIds, article.lead?.mediaId ?? null],
  )
  if (!row?.section) return 'unknown-section'
  if (row.authors !== authors.length) return 'unknown-author'
  if (row.tags !== article.tagIds.length) return 'unknown-tag'
  return row.picture ? null : 'unknown-picture'
}

async function saveParts(tx: Tx, article: Article): Promise<void> {
  await runSql(
    tx,
    `with gone as (delete from byline where article_id = $1 and position >= $4)
     insert into byline (article_id, position, author_id, role)
     select $1, item.at - 1, item.author, item.role
       from unnest($2::uuid[], $3::text[]) with ordinality as item (author, role, at)
     on conflict (article_id, position) do update set author_id = excluded.author_id, role = excluded.role
       where (byline.author_id, byline.role) is distinct from (excluded.author_id, excluded.role)`,
    [
      article.id,
      article.bylines.map((b) => b.authorId),
      article.bylines.map((b) => b.role),
      article.bylines.length,
    ],
  )
  await runSql(
    tx,
    `delete from article_tag where article_id = $1
       and (position, tag_id) not in (select at - 1, id from unnest($2::uuid[]) with ordinality as item (id, at))`,
    [article.id, article.tagIds],
  )
  await runSql(
    tx,
    `insert into article_tag (article_id, position, tag_id)
     select $1, item.at - 1, item.id from unnest($2::uuid[]) with ordinality as item (id, at)
     on conflict do nothing`,
    [article.id, article.tagIds],
  )
  await runSql(
    tx,
    `insert into correction (id, article_id, text, made_at)
     select item.id, $1, item.text, item.made_at
       from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as item (id, text, made_at)
     on conflict (id) do update set text = excluded.text`,
    [
      article.id,
      article.corrections.map((c) => c.id),
      article.corrections.map((c) => c.text),
      article.corrections.map((c) => c.madeAt),
    ],
  )
}

const fields: [string, (article: Article) => unknown][] = [
  ['id', (a) => a.id],
  ['state', (a) => a.state],
  ['access', (a) => a.access],
  ['listed', (a) => a.listed],
  ['section_id', (a) => a.sectionId],
  ['slug', (a) => a.slug],
  ['language', (a) => a.language],
  ['kicker', (a) => a.kicker],
  ['headline', (a) => a.headline],
  ['standfirst', (a) => a.standfirst],
  ['summary', (a) => a.summary],
  ['dateline', (a) => a.dateline],
  ['body', (a) => a.body],
  ['lead_media_id', (a) => a.lead?.mediaId ?? null],
  ['lead_caption', (a) => a.lead?.caption ?? ''],
  ['lead_credit', (a) => a.lead?.credit ?? ''],
  ['lead_alt', (a) => a.lead?.alt ?? ''],
  ['search_title', (a) => a.searchTitle],
  ['search_description', (a) => a.searchDescription],
  ['canonical_url', (a) => a.canonicalUrl],
  ['sensitive', (a) => a.sensitive],
  ['published_at', (a) => a.publishedAt],
  ['updated_at', (a) => a.updatedAt],
  ['embargo_until', (a) => a.embargoUntil],
  ['scheduled_for', (a) => a.scheduledFor],
  ['withdrawn_at', (a) => a.withdrawnAt],
  ['withdrawn_reason', (a) => a.withdrawnReason],
  ['opened_at', (a) => a.openedAt],
  ['word_count', (a) => a.wordCount],
  ['version', (a) => a.version],
]
const columns = fields.map(([column]) => column)
const valuesOf = (article: Article): unknown[] => fields.map(([, value]) => value(article))

type ArticleRow = Omit<Article, 'corrections' | 'lead'> & {
  corrections: { id: string; text: string; madeAt: string }[]
  leadMediaId: string | null
  leadCaption: string
  leadCredit: string
  leadAlt: string
}

const selectArticle = `select a.id, a.state, a.access, a.listed, a.section_id as "sectionId", a.slug, a.language,
  a.kicker, a.headline, a.standfirst, a.summary, a.dateline, a.body, a.lead_media_id as "leadMediaId",
  a.lead_caption as "leadCaption", a.lead_credit as "leadCredit", a.lead_alt as "leadAlt",
  a.search_title as "searchTitle", a.search_description as "searchDescription",
  a.canonical_url as "canonicalUrl", a.sensitive, a.published_at as "publishedAt", a.updated_at as "updatedAt",
  a.embargo_until as "embargoUntil", a.scheduled_for as "scheduledFor", a.withdrawn_at as "withdrawnAt",
  a.withdrawn_reason as "withdrawnReason", a.opened_at as "openedAt", a.word_count as "wordCount", a.version,
  coalesce((select json_agg(json_build_object('authorId', author_id, 'role', role) order by position)
    from byline where article_id = a.id), '[]') as bylines,
  coalesce((select json_agg(tag_id order by position) from article_tag where article_id = a.id), '[]') as "tagIds",
  coalesce((select json_agg(json_build_object('id', id, 'text', text, 'madeAt', made_at) order by made_at, id)
    from correction where article_id = a.id), '[]') as corrections
  from article a`

function articleOf(row: ArticleRow): Article {
  const { leadMediaId, leadCaption, leadCredit, leadAlt, corrections, ...rest } = row
  return {
    ...rest,
    lead: leadMediaId
      ? { mediaId: leadMediaId, caption: leadCaption, credit: leadCredit, alt: leadAlt }
      : null,
    corrections: corrections.map((item) => ({ ...item, madeAt: new Date(item.madeAt) })),
  }
}
