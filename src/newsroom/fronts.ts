import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { type CardRow, cardsOf } from './cards.ts'
import {
  automaticFront,
  automaticSectionFront,
  type Container,
  fillFront,
  type FrontContainer,
  frontSchema,
  sourceSize,
} from './front.ts'
import { newest, type Scope } from './lists.ts'
import { withDescendants } from './section.ts'
import { listSections } from './sections.ts'

/** The front of the paper (`sectionId` null) or of a section as readers see it now, filled. */
export async function readFront(
  db: Db,
  sectionId: string | null,
  now: Date,
): Promise<{ containers: FrontContainer[]; curated: boolean }> {
  const sections = await listSections(db)
  const live = await liveContainers(db, sectionId, now)
  const section = sections.find((candidate) => candidate.id === sectionId)
  const containers =
    live ?? (section ? automaticSectionFront(sections, section) : automaticFront(sections))
  const placed = await cardsOf(
    db,
    containers.flatMap((one) => one.cards.map((card) => card.articleId)),
  )
  const sources = new Map<string, CardRow[]>()
  for (const one of containers) {
    if (!one.fill) continue
    const scope: Scope =
      one.fill.of === 'section'
        ? { of: 'sections', ids: withDescendants(sections, one.fill.id) }
        : one.fill
    sources.set(one.id, await newest(db, scope, { limit: sourceSize(containers, one.id) }))
  }
  const filled = fillFront(containers, {
    placed: new Map(placed.map((card) => [card.id, card])),
    sources,
  })
  return { containers: filled, curated: live !== null }
}

export interface FrontVersion {
  number: number
  containers: Container[]
  madeBy: string
  madeAt: Date
  /** When it goes or went live; null for a draft. */
  publishedAt: Date | null
}

/** A front's versions, the newest first. */
export async function frontVersions(
  db: Db,
  sectionId: string | null,
  limit = 50,
): Promise<FrontVersion[]> {
  return runSql(
    db,
    `select v.number, v.containers, v.made_by as "madeBy", v.made_at as "madeAt", v.published_at as "publishedAt"
     from front f join front_version v on v.front_id = f.id where f.section_id is not distinct from $1
     order by v.number desc limit $2`,
    [sectionId, limit],
  )
}

/** Holds a front until the transaction ends. */
export async function lockFront(tx: Tx, sectionId: string | null): Promise<void> {
  await runSql(
    tx,
    "select pg_advisory_xact_lock(hashtextextended('front:' || coalesce($1::text, ''), 0))",
    [sectionId],
  )
}

/** Keeps a version; its number follows the last one. */
export async function insertFrontVersion(
  tx: Tx,
  version: Omit<FrontVersion, 'number'> & { sectionId: string | null },
): Promise<{ frontId: string; number: number }> {
  await lockFront(tx, version.sectionId)
  await runSql(
    tx,
    `insert into front (id, section_id) select $1, $2 where not exists
       (select 1 from front where section_id is not distinct from $2)`,
    [newId(), version.sectionId],
  )
  const [row] = await runSql<{ frontId: string; number: number }>(
    tx,
    `insert into front_version (front_id, number, containers, made_by, made_at, published_at)
     select f.id, coalesce((select max(number) from front_version where front_id = f.id), 0) + 1, $2, $3, $4, $5
     from front f where f.section_id is not distinct from $1 returning front_id as "frontId", number`,
    [
      version.sectionId,
      JSON.stringify(version.containers),
      version.madeBy,
      version.madeAt,
      version.publishedAt,
    ],
  )
  return row as { frontId: string; number: number }
}

async function liveContainers(
  db: Db,
  sectionId: string | null,
  now: Date,
): Promise<Container[] | null> {
  const [row] = await runSql<{ containers: unknown }>(
    db,
    `select v.containers from front f join front_version v on v.front_id = f.id
     where f.section_id is not distinct from $1 and v.published_at <= $2
     order by v.published_at desc, v.number desc limit 1`,
    [sectionId, now],
  )
  const parsed = row ? frontSchema.safeParse(row.containers) : null
  return parsed?.success && parsed.data.length ? parsed.data : null
}
