import type { FastifyInstance } from 'fastify'
import { listenerJob, startDelivery } from './platform/deliver.ts'
import { healthRoutes } from './platform/http/health.ts'
import { openServer } from './platform/http/server.ts'
import { type Jobs, startJobs } from './platform/jobs.ts'
import { listenForFacts } from './platform/notices.ts'
import type { Platform } from './platform/platform.ts'
import { newsroomJobs } from './newsroom/jobs.ts'
import { newsroomListeners } from './newsroom/listeners.ts'
import { openSite } from './site/site.ts'

export interface App {
  server: FastifyInstance
  jobs: Jobs
  close(): Promise<void>
}

/** The table of contents: which rooms there are, what they do by themselves, who hears which facts. */
export async function openApp(platform: Platform): Promise<App> {
  const { database, log } = platform
  const site = openSite(platform)
  const listeners = [...newsroomListeners(database)]
  const work = [...newsroomJobs(database), ...listeners.map(listenerJob)]
  const jobs = await startJobs({ database, log }, work, { work: true })
  const delivery = startDelivery({ database, jobs, log }, listeners)
  const stopListening = await listenForFacts(database.connection, {
    onFact(fact) {
      site.hear(fact)
      delivery.nudge()
    },
    onGap() {
      site.forgetAll()
      delivery.nudge()
    },
  })

  const server = openServer(platform, {
    front: site.front,
    errorPage: site.errorPage,
    scriptHashes: site.scriptHashes,
  })
  healthRoutes(server, platform)
  site.routes(server)

  return {
    server,
    jobs,
    async close() {
      await server.close()
      site.close()
      await stopListening()
      await delivery.stop()
      await jobs.stop()
    },
  }
}
