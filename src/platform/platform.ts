import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Config } from './config.ts'
import { type Database, openDatabase, requireUsable } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { startPostgres } from './database/postgres.ts'
import { type Log, openLog } from './log.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { Problem } from './problem.ts'
import { requireWritable } from './data-folder.ts'
import { folderStorage, type Storage } from './storage.ts'

/** The ground every room stands on. */
export interface Platform {
  config: Config
  database: Database
  storage: Storage
  log: Log
  metrics: Metrics
  close(): Promise<void>
}

/** Held by the one newspaper that serves from a data folder with its own PostgreSQL. */
const serving = 0x0dea_4eae

/**
 * Opens database (ours, beside the program, unless DATABASE_URL names another), tables and storage.
 * With `serve`, refuses a second newspaper on the same data folder. Throws a Problem that says what to do.
 */
export async function openPlatform(config: Config, options: { serve: boolean }): Promise<Platform> {
  const log = openLog(options.serve ? config.logLevel : 'silent')
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    requireWritable(config.dataDir)
    const server = await openServer(config, closers)
    if (options.serve && !config.databaseUrl) await claimServing({ server, config, closers })
    const database = openDatabase(server)
    closers.push(() => database.close())
    await requireUsable(database)
    await migrate(database.connection)
    const files = config.storageUrl
      ? fileURLToPath(config.storageUrl)
      : path.join(config.dataDir, 'files')
    return { config, database, storage: folderStorage(files), log, metrics: openMetrics(), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Server = { url: string } | { host: string; port: number; user: string; database: string }

async function openServer(config: Config, closers: (() => Promise<unknown>)[]): Promise<Server> {
  if (config.databaseUrl) return { url: config.databaseUrl }
  const postgres = await startPostgres({ folder: path.join(config.dataDir, 'postgres') })
  closers.push(() => postgres.stop())
  return postgres.connection
}

async function claimServing(claim: {
  server: Server
  config: Config
  closers: (() => Promise<unknown>)[]
}): Promise<void> {
  const { server, config, closers } = claim
  const client = new pg.Client(server as pg.ClientConfig)
  client.on('error', () => {})
  await client.connect()
  closers.push(() => client.end().catch(() => {}))
  const result = await client.query('select pg_try_advisory_lock($1) as ours', [serving])
  if (!result.rows[0].ours)
    throw new Problem(
      `Another newspaper already runs on ${config.dataDir}: stop it first, or set DATA_DIR to another folder.`,
    )
}
