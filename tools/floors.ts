import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importsOf, withoutComments } from './imports.ts'

export interface House {
  /** For each room the rooms it may import: `floors.json`. */
  rooms: Record<string, string[]>
  /** Every source by its path under `src/`. */
  sources: Map<string, string>
}

export interface Trespass {
  file: string
  line: number
  says: string
}

/** Folders and files of a room that are its own: nobody imports them from outside but `app.ts`. */
const ownFolders = ['pages', 'desk', 'client', 'stripe', 'sandbox']
const ownFiles = /(^|\/)(routes|jobs)\.tsx?$/

/** Words that belong to one place. On the reader's device there is only the device's clock. */
const reserved = [
  {
    pattern: /\bnew Date\(\s*\)|\bDate\.now\b/g,
    home: 'platform/clock.ts',
    elsewhere: /(^|\/)(client|desk)\//,
    says: 'reads the clock: take `now` as an argument, or ask platform/clock.ts',
  },
  {
    pattern: /\bprocess\.env\b/g,
    home: 'platform/config.ts',
    says: 'reads the environment: settings come from platform/config.ts',
  },
  { pattern: /\bconsole\./g, says: 'writes to the console: use the log, or the CLI’s own output' },
]

/** Everything in the house that climbs, reaches into another room, or uses a word out of its place. */
export function trespasses(house: House): Trespass[] {
  const found = cycles(house.rooms)
  for (const [file, text] of house.sources) {
    const code = withoutComments(text)
    if (!isTest(file)) found.push(...reservedWords(file, code))
    for (const { specifier, line } of importsOf(code)) {
      const says = refusal(house, file, specifier)
      if (says) found.push({ file, line, says })
    }
  }
  return found
}

function refusal(house: House, file: string, specifier: string): string | null {
  const target = targetOf(file, specifier)
  if (target === null) return null
  if (target.startsWith('../')) return `imports ${specifier}, which is outside src/`
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === to) return null
  if (from === null) return null
  const allowed = house.rooms[from]
  if (!allowed) return `stands in ${from}/, a room that floors.json does not know`
  if (to === null) return `imports ${specifier}: rooms know nothing of main, app and cli`
  if (!allowed.includes(to))
    return `imports ${specifier}: ${from} may not import ${to} (floors.json)`
  if (specifier.startsWith('.')) return `imports ${specifier}: write #${target} across rooms`
  if (to !== 'platform' && isOwn(target)) return `imports ${specifier}, which is ${to}'s own`
  return null
}

/** The imported file's path under src/, or null for a package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return path.posix.normalize(specifier.slice(1))
  if (!specifier.startsWith('.')) return null
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
}

/** The first folder of a path under src/; null for what stands above all rooms (main, app, cli). */
function roomOf(file: string): string | null {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : null
}

function isOwn(target: string): boolean {
  return ownFiles.test(target) || ownFolders.includes(target.split('/')[1] ?? '')
}

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\.tsx?$/.test(file)

function reservedWords(file: string, code: string): Trespass[] {
  return reserved.flatMap(({ pattern, home, elsewhere, says }) =>
    file === home || elsewhere?.test(file)
      ? []
      : [...code.matchAll(pattern)].map((match) => ({
          file,
          line: lineAt(code, match.index),
          says,
        })),
  )
}

/** floors.json itself must go down only, else two rooms could import each other by permission. */
function cycles(rooms: Record<string, string[]>): Trespass[] {
  const settled = new Set<string>()
  const found: Trespass[] = []
  const visit = (room: string, above: string[]): void => {
    if (above.includes(room)) {
      const round = [...above.slice(above.indexOf(room)), room].join(' → ')
      found.push({ file: 'floors.json', line: 1, says: `goes in a circle: ${round}` })
      return
    }
    if (settled.has(room)) return
    for (const below of rooms[room] ?? []) visit(below, [...above, room])
    settled.add(room)
  }
  for (const room of Object.keys(rooms)) visit(room, [])
  return found
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Reads the house from its folder (the one with floors.json and src/). */
export function readHouse(folder: string): House {
  const src = path.join(folder, 'src')
  const sources = new Map<string, string>()
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    sources.set(path.relative(src, file).split(path.sep).join('/'), readFileSync(file, 'utf8'))
  }
  const rooms = JSON.parse(readFileSync(path.join(folder, 'floors.json'), 'utf8')) as House['rooms']
  return { rooms, sources }
}

if (import.meta.main) {
  const house = readHouse(path.join(import.meta.dirname, '..'))
  const found = trespasses(house)
  for (const { file, line, says } of found) {
    process.stdout.write(`${file === 'floors.json' ? file : `src/${file}`}:${line} ${says}\n`)
  }
  process.stdout.write(
    found.length ? `${found.length} to mend\n` : `The floors hold (${house.sources.size} files).\n`,
  )
  process.exitCode = found.length ? 1 : 0
}
