/**
 * node tools/cases/pages.ts <folder of saved pages, each with an expected.json>
 * Lets the scorer that lies beside the cases (checks/score-pages.mjs, which knows nothing of this
 * program) compare what `dear-reader extract` makes of each page. Ends with 1 below the bar.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const bar = { mean: 0.97, good: 40 }
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const folder = process.argv[2]
const scorer = folder && path.resolve(folder, '../../checks/score-pages.mjs')

if (!folder || !scorer || !existsSync(scorer)) say('skipped: no cases (give the folder of pages)')
else process.exitCode = score(folder, scorer)

function score(pages: string, checker: string): number {
  const cli = path.join(import.meta.dirname, '../../dist/server/cli.js')
  const extract = `cmd:"${process.execPath}" "${cli}" extract "$1" --json`
  const { stdout, stderr } = spawnSync(process.execPath, [checker, pages, extract], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  say(`${stdout}${stderr}`.trim())
  const all = /^ALL .*meanF1 ([\d.]+) .*>=0\.9: (\d+)/m.exec(stdout)
  const mean = Number(all?.[1] ?? 0)
  const good = Number(all?.[2] ?? 0)
  say(`mean ${mean} (bar ${bar.mean}), ${good} pages of 0.9 or more (bar ${bar.good})`)
  return mean >= bar.mean && good >= bar.good ? 0 : 1
}
