import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Database, Tx } from './database/database.ts'
import type { Log } from './log.ts'

interface JobOptions {
  name: string
  /** Runs by itself at these times (five cron fields, UTC). */
  cron?: string
  /** How often a failed job is tried again (with growing pauses) before it is kept as failed. */
  retries?: number
  /** How many of this job one node does at a time. */
  concurrency?: number
}

/** Work done outside a request, once, on any node. */
export interface Job extends JobOptions {
  run(data: unknown): Promise<void>
}

/** Makes a job whose data is checked by its schema like any other input. */
export function defineJob<Data extends object>(
  job: JobOptions & { schema: z.ZodType<Data>; handle(data: Data): Promise<void> },
): Job {
  const { schema, handle, ...options } = job
  return { ...options, run: (data) => handle(schema.parse(data)) }
}

export interface Jobs {
  /** Enqueues in the caller's transaction: the job exists exactly when the transaction commits. */
  enqueue(tx: Tx, job: { name: string; data: object; after?: Date; once?: string }): Promise<void>
  enqueueMany(tx: Tx, name: string, data: object[]): Promise<void>
  /** Jobs waiting or being done. */
  waiting(): Promise<number>
  stop(): Promise<void>
}

/** Starts the queue of the database and does the jobs. Without `work`, it only enqueues. */
export async function startJobs(
  ground: { database: Database; log: Log },
  jobs: Job[],
  options: { work: boolean },
): Promise<Jobs> {
  const { database, log } = ground
  const connection = database.connection
  const boss = new PgBoss({
    ...(connection.connectionString
      ? { connectionString: connection.connectionString }
      : {
          host: connection.host,
          port: connection.port,
          user: connection.user,
          database: connection.database,
        }),
    application_name: 'dear-reader jobs',
    schema: 'jobs',
    max: 4,
    useListenNotify: options.work,
    supervise: options.work,
    schedule: options.work,
    openTelemetry: { enabled: false },
  } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', (error) => log.error({ error: error.message }, 'the queue stumbled'))
  boss.on('warning', () => {})
  await boss.start()
  const queues = new Set<string>()
  const openQueue = async (name: string, retries = 8) => {
    if (queues.has(name)) return
    const retry = { retryLimit: retries, retryBackoff: true, retryDelay: 2 }
    await boss.createQueue(name, { ...retry, notify: true, expireInSeconds: 15 * 60 })
    queues.add(name)
  }
  for (const job of jobs) {
    await openQueue(job.name, job.retries)
    if (!options.work) continue
    if (job.cron) await boss.schedule(job.name, job.cron, {})
    await boss.work(
      job.name,
      {
        batchSize: 1,
        localConcurrency: job.concurrency ?? 1,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
      },
      async ([item]) => {
        const began = performance.now()
        try {
          await job.run(item?.data ?? {})
          log.info({ job: job.name, ms: Math.round(performance.now() - began) }, 'job done')
        } catch (error) {
          log.error(
            { job: job.name, error: (error as Error).message },
            'job failed, it will be tried again',
          )
          throw error
        }
      },
    )
  }
  return {
    async enqueue(tx, job) {
      const { name, data, after, once } = job
      await openQueue(name) // a command may be the first to enqueue, before any newspaper has started
      await boss.send(name, data, {
        db: fromKysely(tx),
        ...(after ? { startAfter: after } : {}),
        ...(once ? { singletonKey: once } : {}),
      })
    },
    async enqueueMany(tx, name, data) {
      if (!data.length) return
      await openQueue(name)
      const items = data.map((item) => ({ data: item }))
      await boss.insert(name, items, { db: fromKysely(tx) })
    },
    async waiting() {
      const result = await database.pool.query(
        "select count(*) as count from jobs.job where state in ('created', 'retry', 'active')",
      )
      return result.rows[0].count
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  }
}
