import type { Database } from './database/database.ts'
import { runSql } from './database/database.ts'
import { defineJob, type Job, type Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import { z } from 'zod'
import type { Fact } from './outbox.ts'

/** Does something once, on one node, after a fact. It may be told twice, so it must be idempotent. */
export interface Listener {
  /** Names its queue; never rename a released one. */
  name: string
  hears: readonly string[]
  handle(fact: Fact): Promise<void>
}

const factSchema = z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) })

/** The job in which a listener does its work. */
export function listenerJob({ name, handle }: Listener): Job {
  return defineJob({ name, schema: factSchema, handle })
}

/**
 * Moves announced facts from the outbox into one job for each listener, in one transaction, so that
 * none is lost and none stays. `nudge` is called when a fact is heard; a slow poll covers the rest.
 */
export function startDelivery(
  ground: { database: Database; jobs: Jobs; log: Log },
  listeners: Listener[],
): { nudge(): void; stop(): Promise<void> } {
  const { database, jobs, log } = ground
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  const deliverAll = async () => {
    do {
      again = false
      try {
        while (!stopped && (await deliverSome({ database, jobs }, listeners)) > 0);
      } catch (error) {
        log.warn(
          { error: (error as Error).message },
          'facts were not delivered; they wait in the outbox',
        )
      }
    } while (again && !stopped)
  }
  const nudge = () => {
    again = true
    running ??= deliverAll().finally(() => (running = null))
  }
  const poll = setInterval(nudge, 5000)
  poll.unref()
  nudge()
  return {
    nudge,
    async stop() {
      stopped = true
      clearInterval(poll)
      await running
    },
  }
}

async function deliverSome(
  ground: { database: Database; jobs: Jobs },
  listeners: Listener[],
): Promise<number> {
  return ground.database.transaction(async (tx) => {
    const facts = await runSql<Fact>(
      tx,
      `delete from outbox where id in (select id from outbox order by id limit 500 for update skip locked)
       returning id, type, payload`,
    )
    for (const listener of listeners) {
      const heard = facts.filter((fact) => listener.hears.includes(fact.type))
      const data = heard.map(({ type, payload }) => ({ type, payload }))
      await ground.jobs.enqueueMany(tx, listener.name, data)
    }
    return facts.length
  })
}
