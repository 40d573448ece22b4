import { openApp } from './app.ts'
import type { Config } from './platform/config.ts'
import { listen } from './platform/http/server.ts'
import type { Jobs } from './platform/jobs.ts'
import { openPlatform, type Platform } from './platform/platform.ts'

export interface Newspaper {
  /** Where it listens, and where readers find it. */
  url: string
  publicUrl: string
  /** For what is done before the first reader comes (the sample). */
  ground: Pick<Platform, 'database' | 'storage'> & { jobs: Jobs }
  close(): Promise<void>
}

/** Starts the newspaper: ground, rooms, door. Throws a Problem when it cannot, having closed everything. */
export async function startNewspaper(config: Config): Promise<Newspaper> {
  const platform = await openPlatform(config, { serve: true })
  try {
    const app = await openApp(platform)
    try {
      const url = await listen(app.server, config)
      return {
        url,
        publicUrl: config.publicUrl ?? url,
        ground: { database: platform.database, storage: platform.storage, jobs: app.jobs },
        async close() {
          await app.close()
          await platform.close()
        },
      }
    } catch (error) {
      await app.close()
      throw error
    }
  } catch (error) {
    await platform.close()
    throw error
  }
}
