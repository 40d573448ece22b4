#!/usr/bin/env node
// Everything on a bare clone: installs, builds what changed, hands over to the pinned Node. Runs on
// any Node from 20 on and needs no dependency, because none is there yet.
import { ensureBuilt } from './up/build.mjs'
import { ensureInstalled } from './up/install.mjs'
import { Refusal, say } from './up/place.mjs'
import { program, tool } from './up/program.mjs'

const commands = {
  build: () => ensureBuilt({ force: true }).then(() => 0),
  test: (args) => built(async () => (await checks()).test(args)),
  check: (args) => built(async () => (await checks()).check(args)),
  format: async (args) => (await checks()).format(args),
  dev: (args) => built(async () => (await import('./up/dev.mjs')).develop(args)),
  bench: (args) => built(() => tool('bench/run.ts', args)),
  cases: (args) => built(() => tool('tools/cases.ts', args)),
}

const checks = () => import('./up/check.mjs')

async function built(work) {
  await ensureBuilt()
  return work()
}

async function main([command = 'help', ...args]) {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) throw new Refusal(`Node 20 or newer is needed; this is ${process.versions.node}.`)
  await ensureInstalled()
  const known = Object.hasOwn(commands, command)
  return known ? commands[command](args) : built(() => program([command, ...args]))
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof Refusal) say(error.message)
  else if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    say(
      `This folder cannot be written to (${error.message}): run it as its owner, or clone it anew.`,
    )
  else throw error
  process.exitCode = 1
}
