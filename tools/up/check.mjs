import { tool } from './program.mjs'
import { say } from './place.mjs'

const steps = {
  format: () => format(['--check']),
  lint: () => tool('node_modules/oxlint/bin/oxlint', ['--deny-warnings']),
  floors: () => tool('tools/floors.ts'),
  types: () => tool('node_modules/typescript/bin/tsc', ['--noEmit']),
}

/** Formatter over the whole clone, or over the files named in `args`. */
export function format(args = []) {
  return tool('node_modules/oxfmt/bin/oxfmt', args)
}

/** Runs the tests; `--database-url <url>` runs them on that server instead of one of our own. */
export function test(args) {
  const { rest, value } = takeOption(args, '--database-url')
  const env = value ? { DEAR_READER_TEST_DATABASE_URL: value } : {}
  return tool('node_modules/vitest/vitest.mjs', ['run', ...rest], env)
}

/** Everything CI runs, all of it even after a failure; 0 when all went well. */
export async function check(args) {
  const failed = []
  for (const [name, step] of Object.entries({ ...steps, tests: () => test(args) })) {
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
