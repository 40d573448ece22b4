import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../src/platform/database/postgres.ts'
import { measureImport } from './import.ts'
import { measureKept, measureUnkept } from './kept.ts'
import { measureNews } from './news.ts'
import { dearReader, megabytes, postgresMegabytes, startNewspaper } from './newspaper.ts'
import { measureSearch } from './search.ts'

/** A line of the table: what was measured, the figure, and what it should reach. */
export interface Row {
  what: string
  figure: string
  reach: string
  ok: boolean
}

/**
 * `npm run bench [-- --articles 100000] [-- --only kept,search]`: makes a newspaper of that size and
 * measures it beside a bare node:http server in the same run. Ratios travel between machines; the
 * absolute figures beside them do not.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { articles: { type: 'string', default: '100000' }, only: { type: 'string' } },
})
const wanted = values.only?.split(',')
const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-bench-'))
const write = (text: string) => process.stdout.write(`${text}\n`)
const rows: Row[] = []
const add = (...more: Row[]) => {
  for (const row of more) {
    rows.push(row)
    write(
      `${row.ok ? 'ok  ' : 'MISS'}  ${row.what.padEnd(52)} ${row.figure.padEnd(44)} reach ${row.reach}`,
    )
  }
}
const isWanted = (name: string) => !wanted || wanted.includes(name)

// Started here, so that the newspapers take it over and it keeps both cores while they have one.
const postgres = await startPostgres({ folder: path.join(folder, 'postgres') })
const settings = { DATA_DIR: folder }
try {
  const began = performance.now()
  dearReader(['sample', '--articles', values.articles], settings)
  write(`${values.articles} articles made in ${Math.round((performance.now() - began) / 1000)} s`)
  const client = new pg.Client({ ...postgres.connection })
  await client.connect()
  await client.query('vacuum analyze')

  const started = performance.now()
  const newspaper = await startNewspaper(settings)
  const warm = (performance.now() - started) / 1000
  add({
    what: 'second start, to serving',
    figure: `${warm.toFixed(2)} s`,
    reach: '≤ 2 s',
    ok: warm <= 2,
  })

  const ground = { newspaper, client, folder, articles: Number(values.articles) }
  if (isWanted('kept')) add(...(await measureKept(ground)))
  if (isWanted('unkept')) add(...(await measureUnkept(ground)))
  if (isWanted('search')) add(...(await measureSearch(ground)))
  if (isWanted('memory')) {
    const program = megabytes(newspaper.pid)
    const database = postgresMegabytes(folder)
    add(
      {
        what: 'memory after the load, program',
        figure: `${program.toFixed(0)} MB`,
        reach: '≤ 300 MB',
        ok: program <= 300,
      },
      {
        what: 'memory after the load, PostgreSQL',
        figure: `${database.toFixed(0)} MB`,
        reach: '≤ 400 MB',
        ok: database <= 400,
      },
    )
  }
  if (isWanted('news')) add(...(await measureNews(ground, postgres.connection)))
  await newspaper.stop()
  await client.end()
  if (isWanted('import')) add(...(await measureImport()))
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
const missed = rows.filter((row) => !row.ok).length
write(`\n${rows.length - missed} of ${rows.length} reached`)
writeFileSync(path.join(tmpdir(), 'dear-reader-bench.json'), JSON.stringify(rows, null, 2))
process.exitCode = missed ? 1 : 0
