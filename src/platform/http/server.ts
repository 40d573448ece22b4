import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { Problem } from '#platform/problem.ts'
import { refusal } from './errors.ts'
import { securityHeaders } from './security.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What /metrics and the log call this kind of page; never the address itself. */
    kind?: string
  }
}

export interface ServerOptions {
  /** Answers from memory before anything else is asked; true when it has answered. */
  front?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Of the inline scripts a page may run: 'sha256-…'. */
  scriptHashes?: string[]
  /** The page a person sees for an error. */
  errorPage?: (
    request: FastifyRequest,
    error: { status: number; message: string },
  ) => Promise<string>
}

const slow = { headers: 15_000, request: 60_000 }

/** The HTTP server with what all rooms share: errors, headers, log lines, metrics. Rooms add their routes. */
export function openServer(platform: Platform, options: ServerOptions): FastifyInstance {
  const { log, metrics, config } = platform
  const security = Object.entries(securityHeaders(options.scriptHashes))
  const app = Fastify({
    loggerInstance: undefined,
    logger: false,
    trustProxy: config.trustProxy.length ? config.trustProxy : false,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
    forceCloseConnections: 'idle',
    serverFactory: (handler) => {
      const { front } = options
      const server = createServer(
        { headersTimeout: slow.headers, requestTimeout: slow.request, keepAliveTimeout: 65_000 },
        front
          ? (request, response) => {
              if (!front(request, response)) handler(request, response)
            }
          : handler,
      )
      return server
    },
    // An address that is no address at all (bad percent-encoding) is a page nobody has.
    frameworkErrors: (error, request, reply) => void answerError({ error, request, reply }),
  })

  const answerError = async (failed: {
    error: unknown
    request: FastifyRequest
    reply: FastifyReply
  }) => {
    const { error, request, reply } = failed
    const { status, message } = refusal(error)
    if (status >= 500)
      log.error(
        { kind: kindOf(request), error: (error as Error).stack ?? String(error) },
        'a request failed',
      )
    reply.code(status).header('Cache-Control', 'no-store')
    const wantsPage = !request.url.startsWith('/api/') && options.errorPage
    if (!wantsPage) return reply.type('application/problem+json').send({ status, title: message })
    return reply
      .type('text/html; charset=utf-8')
      .send(await options.errorPage?.(request, { status, message }))
  }

  app.setErrorHandler((error, request, reply) => answerError({ error, request, reply }))
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of security) if (!reply.hasHeader(name)) reply.header(name, value)
  })
  app.addHook('onResponse', async (request, reply) => {
    const kind = kindOf(request)
    metrics.requests.inc({ kind, status: String(reply.statusCode) })
    metrics.seconds.observe({ kind }, reply.elapsedTime / 1000)
    log.info(
      {
        kind,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
  })
  return app
}

function kindOf(request: FastifyRequest): string {
  return request.routeOptions?.config?.kind ?? request.routeOptions?.url ?? 'unknown'
}

/** Begins to listen. Throws a Problem when the port is taken or not allowed. Returns the address. */
export async function listen(
  app: FastifyInstance,
  place: { port: number; host: string },
): Promise<string> {
  try {
    return await app.listen({ port: place.port, host: place.host })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Problem(
        `Port ${place.port} on ${place.host} is already used by another program: stop it, or set PORT to another number.`,
      )
    if (code === 'EACCES')
      throw new Problem(
        `This account may not use port ${place.port}: set PORT to a number above 1024.`,
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Problem(
        `This machine has no address ${place.host}: set HOST to one it has, such as 127.0.0.1.`,
      )
    throw error
  }
}
