import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { pinnedNode } from './node.mjs'
import { Refusal, at, isPackaged, root, say, textOf } from './place.mjs'

const stamp = at('dist', '.built.json')
const files = ['package.json', 'package-lock.json', 'tsconfig.json']
const configs = ['vite.client.config.ts', 'vite.config.ts']

/** Builds `dist/` when a source differs from what it was built of; else costs a look at their dates. */
export async function ensureBuilt({ force = false } = {}) {
  if (isPackaged) return
  const seen = JSON.parse(textOf(stamp) ?? '{}')
  if (!force && seen.dates === fingerprint(dateOf)) return
  await alone(at('.cache', 'build.lock'), {
    waiting: () => say('Another start is building; waiting for it.'),
    work: async () => {
      const now = { dates: fingerprint(dateOf), contents: fingerprint(contentOf) }
      const before = JSON.parse(textOf(stamp) ?? '{}')
      if (force || before.contents !== now.contents) await build()
      fs.writeFileSync(stamp, JSON.stringify(now))
    },
  })
}

async function build() {
  const began = performance.now()
  fs.rmSync(stamp, { force: true })
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  for (const config of configs) {
    if (!fs.existsSync(at(config))) continue
    const args = [vite, 'build', '--config', at(config), '--logLevel', 'warn']
    const code = await run(pinnedNode(), args, { cwd: root, stdio: ['ignore', 2, 2] })
    if (code !== 0) throw new Refusal(`Building with ${config} failed; the reason stands above.`)
  }
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

/** Changes when a source or a migration does. */
export const sourceDates = () => fingerprint(dateOf, [...sources(), ...under('db')])

function fingerprint(describe, list = sources()) {
  const hash = createHash('sha256')
  for (const file of list) hash.update(`${file} ${describe(at(file))}\n`)
  return hash.digest('hex')
}

function* sources() {
  for (const file of [...files, ...configs]) if (fs.existsSync(at(file))) yield file
  yield* under('src')
}

function* under(folder) {
  const entries = fs.readdirSync(at(folder), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* under(file)
    else if (!/\.test\.tsx?$|\.md$|^\./.test(entry.name)) yield file
  }
}

function dateOf(file) {
  // It may go while we look: an editor's own files come and go.
  const found = fs.statSync(file, { throwIfNoEntry: false })
  return `${found?.size} ${found?.mtimeMs}`
}

const contentOf = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
