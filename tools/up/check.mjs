import { tool } from './program.mjs'
import { say } from './place.mjs'

const steps = {
  format: () => format(['--check']),
  lint: () => tool('node_modules/oxlint/bin/oxlint'),
  floors: () => tool('tools/floors.ts'),
  types: () => tool('node_modules/typescript/bin/tsc', ['--noEmit']),
}

/** Formatter over the whole clone, or over the files named in `args`. */
export function format(args = []) {
  return tool('node_modules/oxfmt/bin/oxfmt', args)
}

/**
 * Runs the tests. `--database-url <url>` runs them on that server, `--external` on one started for
 * the run that is not ours; all else is for vitest.
 */
export function test(args) {
  const { rest, value } = takeOption(args, '--database-url')
  const external = rest.includes('--external') ? 'external' : ''
  const wanted = value ?? external
  const env = wanted ? { DEAR_READER_TEST_DATABASE: wanted } : {}
  const others = rest.filter((arg) => arg !== '--external')
  return tool('node_modules/vitest/vitest.mjs', ['run', ...others], env)
}

/** Everything CI runs, all of it even after a failure; `--quick` leaves out the tests. */
export async function check(args) {
  const failed = []
  const all = args.includes('--quick') ? steps : { ...steps, tests: () => test(args) }
  for (const [name, step] of Object.entries(all)) {
    const began = performance.now()
    const code = await step()
    if (code >= 128) return code
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`)
    if (code !== 0) failed.push(name)
  }
  say(failed.length ? `The check failed: ${failed.join(', ')}.` : 'The check passed.')
  return failed.length ? 1 : 0
}

function takeOption(args, name) {
  const rest = [...args]
  for (const [index, arg] of rest.entries()) {
    if (arg.startsWith(`${name}=`)) {
      rest.splice(index, 1)
      return { rest, value: arg.slice(name.length + 1) }
    }
    if (arg === name) return { value: rest.splice(index, 2)[1], rest }
  }
  return { rest, value: undefined }
}
