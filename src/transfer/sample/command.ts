import { z } from 'zod'
import { now } from '#platform/clock.ts'
import type { Command, Teller } from '#platform/command.ts'
import { startJobs } from '#platform/jobs.ts'
import { openPlatform } from '#platform/platform.ts'
import { Problem } from '#platform/problem.ts'
import { loadSample, type SampleGround, type SampleResult } from './load.ts'

const most = 1_000_000
const countSchema = z.coerce.number().int().min(1).max(most).optional()

/** `dear-reader sample`: fills an empty paper. */
export const sampleCommand: Command = {
  name: 'sample',
  usage: 'sample [--articles <number>] [--json]',
  about: 'Fill an empty paper with a believable newspaper; with --articles, of that size.',
  options: { articles: { type: 'string' } },
  async run({ positionals, values, config, tell, signal }) {
    const articles = countSchema.safeParse(values.articles)
    if (!articles.success || positionals.length)
      throw new Problem(`--articles takes a number from 1 to ${most.toLocaleString('en')}.`)
    const platform = await openPlatform(config, { serve: false })
    const { database, storage, log } = platform
    try {
      const jobs = await startJobs({ database, log }, [], { work: false })
      try {
        const ground = { database, storage, jobs }
        const made = await fillWithSample(ground, { tell, signal, articles: articles.data })
        tell.result(made)
      } finally {
        await jobs.stop()
      }
      return 0
    } finally {
      await platform.close()
    }
  },
}

/** Fills the paper with the sample, saying how far it is. */
export async function fillWithSample(
  ground: SampleGround,
  options: { tell: Teller; signal: AbortSignal; articles?: number },
): Promise<SampleResult> {
  const { tell, signal, articles } = options
  const made = await loadSample(ground, {
    now: now(),
    articles,
    signal,
    onProgress: (step, done, total) => tell.progress(`${step}: ${done} of ${total}`),
  })
  tell.progress('')
  tell.line(`The sample newspaper is in: ${made.articles} articles, ${made.pictures} pictures.`)
  return made
}
