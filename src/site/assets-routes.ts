import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Press } from './press.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}
/** Names carry a hash of their content, so a device may keep them for ever. */
const forEver = 'public, max-age=31536000, immutable'

/** What pages load: script and faces from the build, and the paper's stylesheet. Kept like pages. */
export function assetRoutes(
  app: FastifyInstance,
  site: { press: Press; folder: string; stylesheet: () => Promise<{ href: string; css: string }> },
): void {
  const { press, folder } = site
  app.get<{ Params: { name: string } }>(
    '/assets/:name',
    { config: { kind: 'asset' } },
    async (request, reply) => {
      const { name } = request.params
      const address = `/assets/${name}`
      const page = await press.print(address, async () => {
        const { href, css } = await site.stylesheet()
        if (address === href) return asset(css, '.css')
        if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) return null
        try {
          return asset(await readFile(path.join(folder, 'assets', name)), path.extname(name))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
          throw error
        }
      })
      if (!page) return reply.callNotFound()
      reply.hijack()
      press.send(page, request.raw, reply.raw)
    },
  )
}

function asset(body: string | Buffer, ending: string) {
  return {
    body,
    type: types[ending] ?? 'application/octet-stream',
    shows: ['asset'],
    cacheControl: forEver,
    compress: ending !== '.woff2',
  }
}
