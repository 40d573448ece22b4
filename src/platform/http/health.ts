import type { FastifyInstance } from 'fastify'
import type { Platform } from '#platform/platform.ts'

/** For whoever hosts it: `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (Prometheus). */
export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, metrics } = platform
  app.get('/healthz', { config: { kind: 'health' } }, async (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ ok: true }),
  )
  app.get('/readyz', { config: { kind: 'health' } }, async (_request, reply) => {
    reply.header('Cache-Control', 'no-store')
    try {
      await database.pool.query('select 1')
      return reply.send({ ok: true })
    } catch {
      return reply.code(503).send({ ok: false, reason: 'the database does not answer' })
    }
  })
  app.get('/metrics', { config: { kind: 'metrics' } }, async (_request, reply) =>
    reply
      .header('Cache-Control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  )
}
