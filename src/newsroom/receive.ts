import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import type { Access, ArticleState } from './article.ts'

/** An article on its way in from an archive: clean, with its place and address decided. */
export interface ReceivedArticle {
  id: string
  importKey: string
  importHash: string
  state: ArticleState
  access: Access
  /** False for pages of the site: an address, but in no list. */
  listed: boolean
  sectionId: string | null
  slug: string
  language: string
  kicker: string
  headline: string
  standfirst: string
  summary: string
  dateline: string
  body: string
  searchTitle: string
  searchDescription: string
  canonicalUrl: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  scheduledFor: Date | null
  withdrawnAt: Date | null
  wordCount: number
  authorIds: string[]
  tagIds: string[]
}

/** What we already have of an archive's article. */
export interface KnownArticle {
  id: string
  key: string
  hash: string
  slug: string
  sectionId: string | null
  /** The newsroom has changed it since it was imported: an import leaves it alone. */
  editedHere: boolean
}

/** Those of an archive's articles that came before, by their key. */
export async function findReceived(
  db: Db,
  source: string,
  keys: string[],
): Promise<Map<string, KnownArticle>> {
  const rows = await runSql<KnownArticle>(
    db,
    `select id, import_key as key, import_hash as hash, slug, section_id as "sectionId",
       version is distinct from import_version as "editedHere"
     from article where import_source = $1 and import_key = any($2::text[])`,
    [source, keys],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

/** Holds the address books of sections until the transaction ends, as claimSlug does, in one order for all. */
export async function holdAddresses(tx: Tx, sectionIds: string[]): Promise<void> {
  for (const sectionId of [...new Set(sectionIds)].toSorted())
    await runSql(tx, "select pg_advisory_xact_lock(hashtextextended('address:' || $1, 0))", [
      sectionId,
    ])
}

/** Those of some addresses (section and slug) that are taken, as `section/slug`. */
export async function takenAddresses(
  db: Db,
  wanted: { sectionId: string; slug: string }[],
): Promise<Set<string>> {
  const rows = await runSql<{ address: string }>(
    db,
    `select section_id || '/' || slug as address from article
     where (section_id, slug) in (select * from unnest($1::uuid[], $2::text[]))
       and state in ('published', 'withdrawn', 'scheduled')`,
    [wanted.map(({ sectionId }) => sectionId), wanted.map(({ slug }) => slug)],
  )
  return new Set(rows.map(({ address }) => address))
}

const FIELDS = `r(id uuid, "importKey" text, "importHash" text, state text, access text, listed boolean,
  "sectionId" uuid, slug text, language text, kicker text, headline text, standfirst text, summary text,
  dateline text, body text, "searchTitle" text, "searchDescription" text, "canonicalUrl" text,
  "publishedAt" timestamptz, "updatedAt" timestamptz, "scheduledFor" timestamptz, "withdrawnAt" timestamptz,
  "wordCount" integer, "authorIds" uuid[], "tagIds" uuid[])`

/** Keeps articles that are new here, with bylines, tags and their first revision. */
export async function receiveNew(
  tx: Tx,
  articles: ReceivedArticle[],
  { source, at }: { source: string; at: Date },
): Promise<void> {
  if (articles.length === 0) return
  // Article and revision in one statement: the text is parsed once and not read back from the table.
  await runSql(
    tx,
    `with r as materialized (select * from json_to_recordset($1::json) as ${FIELDS}), kept as (
       insert into article (id, state, access, listed, section_id, slug, language, kicker, headline, standfirst,
         summary, dateline, body, search_title, search_description, canonical_url, published_at, opened_at,
         updated_at, scheduled_for, withdrawn_at, word_count, version, import_version, import_source, import_key,
         import_hash, created_at, changed_at)
       select id, state, access, listed, "sectionId", slug, language, kicker, headline, standfirst, summary,
         dateline, body, "searchTitle", "searchDescription", "canonicalUrl", "publishedAt",
         case when state in ('published', 'withdrawn') then "publishedAt" end, "updatedAt", "scheduledFor",
         "withdrawnAt", "wordCount", 1, 1, $2, "importKey", "importHash", $3, $3
       from r
     )
     insert into revision (article_id, number, made_at, made_by, action, changed, content)
     select id, 1, $3, 'import', 'imported', '{}', json_build_object('headline', headline, 'kicker', kicker,
       'standfirst', standfirst, 'summary', summary, 'dateline', dateline, 'body', body, 'language', language,
       'slug', slug, 'sectionId', "sectionId", 'access', access, 'bylines', coalesce((select json_agg(
         json_build_object('authorId', author, 'role', 'writer')) from unnest("authorIds") author), '[]'::json),
       'tagIds', to_json("tagIds"), 'lead', null, 'searchTitle', "searchTitle",
       'searchDescription', "searchDescription", 'canonicalUrl', "canonicalUrl", 'sensitive', false)
     from r`,
    [JSON.stringify(articles), source, at],
  )
  await attach(tx, articles)
}

/** Brings known articles up to what their archive says now. Address and section stay: readers have them. */
export async function receiveChanged(
  tx: Tx,
  articles: ReceivedArticle[],
  { at }: { at: Date },
): Promise<void> {
  if (articles.length === 0) return
  const ids = articles.map(({ id }) => id)
  await runSql(
    tx,
    `update article a set state = r.state, access = r.access, listed = r.listed, section_id = r."sectionId",
       slug = r.slug, language = r.language, kicker = r.kicker, headline = r.headline,
       standfirst = r.standfirst, summary = r.summary, dateline = r.dateline, body = r.body,
       search_title = r."searchTitle", search_description = r."searchDescription",
       canonical_url = r."canonicalUrl", published_at = r."publishedAt",
       opened_at = coalesce(a.opened_at, case when r.state in ('published', 'withdrawn') then r."publishedAt" end),
       updated_at = r."updatedAt", scheduled_for = r."scheduledFor", withdrawn_at = r."withdrawnAt",
       word_count = r."wordCount", version = a.version + 1, import_version = a.version + 1,
       import_hash = r."importHash", changed_at = $2
     from json_to_recordset($1::json) as ${FIELDS} where a.id = r.id`,
    [JSON.stringify(articles), at],
  )
  await runSql(tx, 'delete from byline where article_id = any($1::uuid[])', [ids])
  await runSql(tx, 'delete from article_tag where article_id = any($1::uuid[])', [ids])
  await attach(tx, articles)
  await writeRevisions(tx, ids, { action: 'imported again', at })
}

async function attach(tx: Tx, articles: ReceivedArticle[]): Promise<void> {
  const bylines = articles.flatMap(({ id, authorIds }) =>
    authorIds.map((other, position) => ({ id, other, position })),
  )
  const tags = articles.flatMap(({ id, tagIds }) =>
    tagIds.map((other, position) => ({ id, other, position })),
  )
  for (const [table, column, rows] of [
    ['byline', 'author_id', bylines],
    ['article_tag', 'tag_id', tags],
  ] as const) {
    if (rows.length === 0) continue
    await runSql(
      tx,
      `insert into ${table} (article_id, position, ${column})
       select * from unnest($1::uuid[], $2::integer[], $3::uuid[])`,
      [
        rows.map(({ id }) => id),
        rows.map(({ position }) => position),
        rows.map(({ other }) => other),
      ],
    )
  }
}

/** The whole content of articles as it stands, kept under their version's number. */
async function writeRevisions(
  tx: Tx,
  ids: string[],
  { action, at }: { action: string; at: Date },
): Promise<void> {
  await runSql(
    tx,
    `insert into revision (article_id, number, made_at, made_by, action, changed, content)
     select a.id, a.version, $2, 'import', $3, '{}', ${CONTENT} from article a where a.id = any($1::uuid[])
     on conflict (article_id, number) do update set content = excluded.content`,
    [ids, at, action],
  )
}

/** ArticleContent (article.ts) as the database writes it. */
const CONTENT = `json_build_object('headline', a.headline, 'kicker', a.kicker, 'standfirst', a.standfirst,
  'summary', a.summary, 'dateline', a.dateline, 'body', a.body, 'language', a.language, 'slug', a.slug,
  'sectionId', a.section_id, 'access', a.access,
  'bylines', coalesce((select json_agg(json_build_object('authorId', b.author_id, 'role', b.role) order by b.position)
    from byline b where b.article_id = a.id), '[]'::json),
  'tagIds', coalesce((select json_agg(t.tag_id order by t.position) from article_tag t where t.article_id = a.id), '[]'::json),
  'lead', case when a.lead_media_id is not null then json_build_object('mediaId', a.lead_media_id,
    'caption', a.lead_caption, 'credit', a.lead_credit, 'alt', a.lead_alt) end,
  'searchTitle', a.search_title, 'searchDescription', a.search_description,
  'canonicalUrl', a.canonical_url, 'sensitive', a.sensitive)`

export interface ReceivedPictures {
  id: string
  body: string
  lead: { mediaId: string; caption: string; credit: string; alt: string } | null
}

/**
 * Puts pictures that came after their article into it. Part of the same arrival: the import's own
 * revision is completed, no new one is made. An article that the newsroom has changed meanwhile stays.
 * @returns whether it was done
 */
export async function receivePictures(
  tx: Tx,
  { id, body, lead }: ReceivedPictures,
): Promise<boolean> {
  const rows = await runSql<{ id: string }>(
    tx,
    `update article set body = $2, lead_media_id = coalesce($3, lead_media_id),
       lead_caption = case when $3::uuid is null then lead_caption else $4 end,
       lead_credit = case when $3::uuid is null then lead_credit else $5 end,
       lead_alt = case when $3::uuid is null then lead_alt else $6 end
     where id = $1 and version = import_version returning id`,
    [id, body, lead?.mediaId ?? null, lead?.caption ?? '', lead?.credit ?? '', lead?.alt ?? ''],
  )
  if (rows.length === 0) return false
  await runSql(
    tx,
    `update revision r set content = ${CONTENT} from article a
     where a.id = $1 and r.article_id = a.id and r.number = a.version`,
    [id],
  )
  return true
}

/** An old path, and what stands there now. */
export interface ReceivedAddress {
  path: string
  articleId?: string
  sectionId?: string
  tagId?: string
}

/** Keeps old paths as redirects. @returns those that already lead somewhere else and stay so */
export async function receiveAddresses(
  tx: Tx,
  addresses: ReceivedAddress[],
): Promise<ReceivedAddress[]> {
  if (addresses.length === 0) return []
  const kept = await runSql<{ path: string; other: string | null }>(
    tx,
    `with wanted as (
       select distinct on (path) * from json_to_recordset($1::json)
         as r(path text, "articleId" uuid, "sectionId" uuid, "tagId" uuid)
     ), added as (
       insert into old_address (path, article_id, section_id, tag_id)
       select path, "articleId", "sectionId", "tagId" from wanted
       on conflict (path) do nothing returning path
     )
     select o.path, coalesce(o.article_id, o.section_id, o.tag_id, o.author_id)::text as other
     from old_address o join wanted using (path)
     where path not in (select path from added)`,
    [JSON.stringify(addresses)],
  )
  const standing = new Map(kept.map(({ path, other }) => [path, other]))
  return addresses.filter(({ path, articleId, sectionId, tagId }) => {
    const other = standing.get(path)
    return other !== undefined && other !== (articleId ?? sectionId ?? tagId)
  })
}
