import { now } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { Jobs } from '#platform/jobs.ts'
import { announce } from '#platform/outbox.ts'
import { type FrontInput, frontSchema } from './front.ts'
import { frontVersions, insertFrontVersion, lockFront } from './fronts.ts'

export type FrontOutcome =
  | { ok: true; number: number }
  | { ok: false; reason: 'changed-by-another'; theirs: number }

/** The job that tells the pages that a planned front is live. */
export const frontLiveJob = 'newsroom.front-live'

interface FrontChange {
  sectionId: string | null
  containers: FrontInput
  by: string
  /** The newest version it began from (0 for the first). */
  version: number
  /** When it goes live; now unless said otherwise. An empty front is the automatic one. */
  at?: Date
  /** Keep it, show it to nobody yet. */
  draft?: boolean
}

/** Makes a front live, now or at a time. Every version is kept: publishing an old one again undoes. */
export function publishFront(
  ground: { database: Pick<Database, 'transaction'>; jobs: Pick<Jobs, 'enqueue'> },
  change: FrontChange,
): Promise<FrontOutcome> {
  const containers = frontSchema.parse(change.containers)
  return ground.database.transaction(async (tx) => {
    const at = now()
    const publishedAt = change.draft ? null : (change.at ?? at)
    const made = {
      sectionId: change.sectionId,
      containers,
      madeBy: change.by,
      madeAt: at,
      publishedAt,
    }
    await lockFront(tx, change.sectionId)
    const [last] = await frontVersions(tx, change.sectionId, 1)
    if ((last?.number ?? 0) !== change.version)
      return { ok: false, reason: 'changed-by-another', theirs: last?.number ?? 0 }
    const { frontId, number } = await insertFrontVersion(tx, made)
    const payload = { frontId, sectionId: change.sectionId }
    if (publishedAt && publishedAt <= at) await announce(tx, { type: 'front.published', payload })
    else if (publishedAt)
      await ground.jobs.enqueue(tx, { name: frontLiveJob, data: payload, after: publishedAt })
    return { ok: true, number }
  })
}
