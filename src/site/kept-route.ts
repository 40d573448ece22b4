import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Press, RenderedPage } from './press.ts'

/**
 * Answers with a page of the press. `address` is the page's one name (path, and the query that
 * matters); whatever else a query carries never makes another copy. False when there is no such page.
 */
export async function answerKept(
  asked: { press: Press; request: FastifyRequest; reply: FastifyReply },
  address: string,
  render: () => Promise<RenderedPage | null>,
): Promise<boolean> {
  const page = await asked.press.print(address, render)
  if (!page) return false
  asked.reply.hijack()
  asked.press.send(page, asked.request.raw, asked.reply.raw)
  return true
}
