/**
 * npm run cases -- <folder>
 * Runs each importer's cases on a folder of real material that is not part of this project, and
 * prints a table. Each script of tools/cases/ takes its family's folder and ends with 0 when its
 * bar is reached.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const given = process.argv[2]
const folder = given && path.resolve(process.env.INIT_CWD ?? '.', given)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Which script reads which family; families are named by the number they begin with. */
const families = {
  '1': 'wordpress.ts',
  '3': 'pages.ts',
  '4': 'feeds.ts',
  '5': 'media.ts',
  '6': 'hostile.ts',
  '8': 'related.ts',
}

if (!folder || !existsSync(folder)) {
  say('skipped: no cases (name the folder they are in)')
} else {
  process.exitCode = runAll(
    existsSync(path.join(folder, 'dev')) ? path.join(folder, 'dev') : folder,
  )
}

function runAll(home: string): number {
  const names = readdirSync(home)
  const rows: string[] = []
  let failed = 0
  for (const [number, script] of Object.entries(families)) {
    const family = names.find((name) => name.startsWith(`${number}-`))
    const file = path.join(here, 'cases', script)
    if (!family || !existsSync(file)) continue
    say(`\n--- ${family}`)
    const began = performance.now()
    const { status } = spawnSync(process.execPath, [file, path.join(home, family)], {
      stdio: 'inherit',
    })
    if (status !== 0) failed += 1
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    rows.push(`${status === 0 ? 'passed' : 'FAILED'}  ${family.padEnd(36)} ${seconds} s`)
  }
  say(`\n${rows.join('\n') || 'skipped: no cases that we have a script for'}`)
  return failed ? 1 : 0
}
