import type { Command } from './platform/command.ts'
import { startNewspaper } from './main.ts'

/** `dear-reader start`: serves the newspaper until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  usage: 'start [--sample]',
  about: 'Serve the newspaper. --sample fills an empty paper with a sample newspaper first.',
  options: { sample: { type: 'boolean' } },
  async run({ config, tell, signal }) {
    const began = performance.now()
    const newspaper = await startNewspaper(config)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    tell.line(
      `The newspaper is at ${newspaper.publicUrl} (ready in ${seconds} s, Ctrl-C stops it).`,
    )
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await newspaper.close()
    return 0
  },
}
