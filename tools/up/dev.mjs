import { ensureBuilt, sourceDates } from './build.mjs'
import { program } from './program.mjs'
import { say } from './place.mjs'

/** Looking at the dates of a thousand files takes some 10 ms; being told of changes fails on renames. */
const pause = 400

/** Serves the newspaper; builds and starts anew on each change of a source. Ends when it is told to. */
export async function develop(args) {
  for (;;) {
    const seen = sourceDates()
    let child
    const watch = setInterval(() => sourceDates() !== seen && child?.kill('SIGTERM'), pause)
    const code = await program(['start', '--sample', ...args], { onStart: (it) => (child = it) })
    clearInterval(watch)
    if (sourceDates() === seen) {
      if (code === 0) return 0
      say('The program ended; a change of a source starts it again.')
      await changeAfter(seen)
    }
    await untilItBuilds()
  }
}

async function untilItBuilds() {
  for (;;) {
    const seen = sourceDates()
    try {
      return await ensureBuilt()
    } catch (error) {
      say(error.message)
      await changeAfter(seen)
    }
  }
}

async function changeAfter(seen) {
  while (sourceDates() === seen) await new Promise((resolve) => setTimeout(resolve, pause))
}
