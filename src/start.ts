import { createInterface } from 'node:readline/promises'
import type { Command, CommandInput } from './platform/command.ts'
import { type Newspaper, startNewspaper } from './main.ts'
import { fillWithSample } from './transfer/sample/command.ts'
import { isEmptyPaper } from './transfer/sample/load.ts'

/** `dear-reader start`: serves the newspaper until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  usage: 'start [--sample]',
  about: 'Serve the newspaper. --sample fills an empty paper with a sample newspaper first.',
  options: { sample: { type: 'boolean' } },
  async run(input) {
    const { config, tell, signal } = input
    const began = performance.now()
    const newspaper = await startNewspaper(config)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    try {
      await offerSample(newspaper, input)
      tell.line(
        `The newspaper is at ${newspaper.publicUrl} (ready in ${seconds} s, Ctrl-C stops it).`,
      )
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      await newspaper.close()
    }
    return 0
  },
}

/** An empty paper may be filled with the sample: taken with --sample, asked for on a terminal, else left empty. */
async function offerSample(newspaper: Newspaper, input: CommandInput): Promise<void> {
  const { values, tell, signal } = input
  if (!(await isEmptyPaper(newspaper.ground.database.kysely))) return
  if (values.sample === true || (await isWelcome(signal)))
    await fillWithSample(newspaper.ground, { tell, signal })
  else
    tell.line(
      'The paper is empty. "dear-reader sample" fills it, "dear-reader import" brings an archive in.',
    )
}

async function isWelcome(signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await prompt.question(
      'The paper is empty. Fill it with a sample newspaper? [Y/n] ',
      { signal },
    )
    return !/^\s*n/i.test(answer)
  } finally {
    prompt.close()
  }
}
