import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId } from '#platform/ids.ts'
import type { Platform } from '#platform/platform.ts'
import type { Fact } from '#platform/outbox.ts'
import { assetRoutes } from './assets-routes.ts'
import { changedBy } from './drops.ts'
import { firstPaintHash } from './look/first-paint.ts'
import { mediaRoutes } from './media-routes.ts'
import { printFailure, printMissing } from './missing-page.tsx'
import { openPress } from './press.ts'
import { siteRoutes } from './routes.ts'
import { clientFolder, openBuild, openState, type Site } from './state.ts'

/** What everyone sees: the pages, and the press that keeps them. */
export function openSite(platform: Platform) {
  const build = openBuild()
  const press = openPress({ bytes: platform.config.keptPagesBytes })
  const state = openState(platform, build)
  let origin = platform.config.publicUrl ?? `http://${platform.config.host}:${platform.config.port}`
  const site: Site = { platform, build, origin: () => origin, state: state.state }

  return {
    press,
    site,
    scriptHashes: [firstPaintHash],
    front: (request: IncomingMessage, response: ServerResponse) => press.answer(request, response),
    routes(app: FastifyInstance) {
      assetRoutes(app, {
        press,
        folder: clientFolder,
        stylesheet: async () => (await state.state()).stylesheet,
      })
      mediaRoutes(app, platform)
      siteRoutes(app, site, press)
      // With port 0 (tests) the address is known only now.
      app.addHook('onListen', async () => {
        const place = app.server.address()
        if (!platform.config.publicUrl && place && typeof place === 'object')
          origin = `http://${platform.config.host}:${place.port}`
      })
    },
    async errorPage(_request: FastifyRequest, error: { status: number; message: string }) {
      if (error.status === 404) return printMissing(site, { status: 404 })
      return printFailure(site, newId().slice(0, 13))
    },
    /** Drops what a fact changes, on this node. */
    hear(fact: Fact) {
      const changed = changedBy(fact)
      if (changed.state) state.forget()
      if (changed.shown === 'all') press.dropAll()
      else press.drop(changed.shown)
    },
    forgetAll() {
      state.forget()
      press.dropAll()
    },
    close: () => press.stop(),
  }
}
