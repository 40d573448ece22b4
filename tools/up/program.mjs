import { pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { pinnedNode } from './node.mjs'
import { at } from './place.mjs'

/** Runs the built program under the pinned Node, on a leash: it stops when we die. */
export function program(args, { onStart } = {}) {
  const leash = pathToFileURL(at('tools', 'up', 'leash.mjs')).href
  const node = ['--enable-source-maps', '--import', leash]
  return run(pinnedNode(), [...node, at('dist', 'server', 'cli.js'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: {
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled'),
      ...process.env,
    },
    onStart,
  })
}

/** Runs a tool out of node_modules, or one of our own, from the clone's folder. */
export function tool(script, args = [], env = {}) {
  return run(pinnedNode(), [at(script), ...args], {
    cwd: at(),
    env: { ...process.env, ...env },
  })
}
