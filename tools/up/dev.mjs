import fs from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { program } from './program.mjs'
import { at, say } from './place.mjs'

const settled = 150

/** Serves the newspaper; builds and starts anew on each change of a source. Ends when it is told to. */
export async function develop(args) {
  let changed = false
  let child
  let timer
  for (const folder of ['src', 'db']) {
    fs.watch(at(folder), { recursive: true }, (_event, name) => {
      if (name && /\.test\.tsx?$|\.md$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        changed = true
        child?.kill('SIGTERM')
      }, settled)
    })
  }
  for (;;) {
    const code = await program(['start', '--sample', ...args], { onStart: (it) => (child = it) })
    child = undefined
    if (!changed && code === 0) return 0
    if (!changed) {
      say('The program ended; a change of a source starts it again.')
      while (!changed) await new Promise((resolve) => setTimeout(resolve, settled))
    }
    changed = !(await builds())
  }
}

async function builds() {
  try {
    await ensureBuilt()
    return true
  } catch (error) {
    say(error.message)
    return false
  }
}
