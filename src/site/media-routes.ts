import type { FastifyInstance } from 'fastify'
import { pictureFile } from '#newsroom/picture-sizes.ts'
import { pictureFormats } from '#newsroom/picture-widths.ts'
import { isId } from '#platform/ids.ts'
import type { Platform } from '#platform/platform.ts'

/** `/media/<id>/<width>.<format>`: a picture in one of its sizes. It never changes under its address. */
export function mediaRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { id: string; name: string } }>(
    '/media/:id/:name',
    { config: { kind: 'picture' } },
    async (request, reply) => {
      const { id, name } = request.params
      const [, width, ending = ''] = /^(\d{1,5})\.([a-z]{3,4})$/.exec(name) ?? []
      const format = pictureFormats.find((known) => known === ending)
      if (!isId(id) || !width || !format) return reply.callNotFound()
      const etag = `"${id}-${name}"`
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const { kysely } = platform.database
      const file = await pictureFile(
        { db: kysely, storage: platform.storage },
        { id, width: Number(width), format },
      )
      if (!file) return reply.callNotFound()
      return reply
        .type(file.type)
        .headers({
          'Cache-Control': 'public, max-age=31536000, immutable',
          'Content-Length': file.bytes,
          'Cross-Origin-Resource-Policy': 'cross-origin',
          ETag: etag,
        })
        .send(file.stream)
    },
  )
}
