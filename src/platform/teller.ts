import type { Teller } from './command.ts'

/** Speaks to the person at the terminal, or to a program with --json. */
export function openTeller(options: { json: boolean }): Teller {
  const terminal = process.stderr.isTTY === true && !options.json
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K')
    shown = false
  }
  return {
    json: options.json,
    line(text) {
      clear()
      if (!options.json) process.stdout.write(`${text}\n`)
    },
    result(value) {
      clear()
      if (options.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    progress(text) {
      clear()
      if (!terminal || !text) return
      process.stderr.write(text.slice(0, (process.stderr.columns ?? 80) - 1))
      shown = true
    },
    error(text) {
      clear()
      process.stderr.write(`${text}\n`)
    },
  }
}
