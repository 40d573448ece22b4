import { type Db, runSql } from '#platform/database/database.ts'

/** Another article and how near it is. */
export interface Relation {
  relatedId: string
  score: number
}

/** What an editor decided for one article's Related Content. */
export interface Choices {
  pinned: string[]
  banned: Set<string>
}

export async function loadChoices(db: Db, ids: string[]): Promise<Map<string, Choices>> {
  const rows = await runSql<{ article_id: string; related_id: string; choice: string }>(
    db,
    `select article_id, related_id, choice from related_choice
     join article on article.id = related_id and (choice = 'ban' or state = 'published')
     where article_id = any($1::uuid[]) order by article_id, related_choice.position, related_id`,
    [ids],
  )
  const choices = new Map<string, Choices>()
  for (const row of rows) {
    let known = choices.get(row.article_id)
    if (!known) choices.set(row.article_id, (known = { pinned: [], banned: new Set() }))
    if (row.choice === 'pin') known.pinned.push(row.related_id)
    else known.banned.add(row.related_id)
  }
  return choices
}

/** Document numbers → articles, those that readers find in lists. */
export async function loadLiving(db: Db, found: { doc: number }[]): Promise<Map<number, string>> {
  const rows = await runSql<{ doc: number; article_id: string }>(
    db,
    `select doc, article_id from search_doc join article on article.id = article_id
     where doc = any($1::int[]) and state = 'published' and listed`,
    [`{${[...new Set(found.map(({ doc }) => doc))].join(',')}}`],
  )
  return new Map(rows.map((row) => [row.doc, row.article_id]))
}

/** The lists of articles, as kept. */
export async function loadRelated(db: Db, ids: string[]): Promise<Map<string, Relation[]>> {
  const rows = await runSql<{ article_id: string; related_id: string; score: number }>(
    db,
    `select article_id, related_id, score from related
     where article_id = any($1::uuid[]) order by article_id, position`,
    [ids],
  )
  const lists = new Map<string, Relation[]>()
  for (const { article_id, related_id, score } of rows) {
    const relation = { relatedId: related_id, score }
    const list = lists.get(article_id)
    if (list) list.push(relation)
    else lists.set(article_id, [relation])
  }
  return lists
}

/** In whose list an article stands. */
export async function articlesRelatedTo(db: Db, id: string, most: number): Promise<string[]> {
  const rows = await runSql<{ article_id: string }>(
    db,
    'select article_id from related where related_id = $1 order by score desc limit $2',
    [id, most],
  )
  return rows.map((row) => row.article_id)
}

/** Keeps lists; returns the articles whose list shows others, or in another order, than before. */
export async function saveRelated(db: Db, lists: Map<string, Relation[]>): Promise<string[]> {
  const before = await loadRelated(db, [...lists.keys()])
  const changed = [...lists].filter(([id, list]) => idsOf(list) !== idsOf(before.get(id) ?? []))
  if (!changed.length) return []
  const ids = changed.map(([id]) => id)
  const rows = changed.flatMap(([id, list]) =>
    list.map(({ relatedId, score }, position) => ({ id, relatedId, score, position })),
  )
  await runSql(db, 'delete from related where article_id = any($1::uuid[])', [ids])
  // An article may have been deleted for good since its number was read.
  await runSql(
    db,
    `insert into related (article_id, position, related_id, score)
     select row.* from unnest($1::uuid[], $2::int[], $3::uuid[], $4::real[])
       as row (article_id, position, related_id, score)
     where exists (select from article where id = row.article_id)
       and exists (select from article where id = row.related_id)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.position),
      rows.map((row) => row.relatedId),
      rows.map((row) => row.score),
    ],
  )
  return ids
}

function idsOf(list: Relation[]): string {
  return list.map(({ relatedId }) => relatedId).join(' ')
}
