import pg from 'pg'
import { z } from 'zod'
import { type Fact, factsChannel } from './outbox.ts'

const noticeSchema = z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) })

/**
 * Hears the facts that any node announces, milliseconds after they are committed. When the line to
 * the database was down, `onGap` is called once it is back: whatever was said meanwhile is unknown.
 * Returns a function that stops listening.
 */
export async function listenForFacts(
  connection: pg.ClientConfig,
  listener: { onFact: (fact: Fact) => void; onGap: () => void },
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null
  let stopped = false

  const connect = async () => {
    const fresh = new pg.Client({ ...connection, keepAlive: true })
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload }) => {
      const fact = parseNotice(payload)
      if (fact) listener.onFact(fact)
      else listener.onGap()
    })
    await fresh.connect()
    await fresh.query(`listen ${factsChannel}`)
    fresh.on('end', () => void (stopped || reconnect()))
    client = fresh
  }
  const reconnect = async () => {
    for (let wait = 50; !stopped; wait = Math.min(wait * 2, 5000)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
      try {
        if (!stopped) await connect()
        return listener.onGap()
      } catch {
        // The database is still away; try again a little later.
      }
    }
  }

  await connect()
  return async () => {
    stopped = true
    await client?.end().catch(() => {})
  }
}

function parseNotice(payload: string | undefined): Fact | null {
  try {
    return noticeSchema.parse(JSON.parse(payload ?? ''))
  } catch {
    return null
  }
}
