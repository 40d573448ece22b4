/**
 * node tools/cases/wordpress.ts <folder of WordPress exports with an expected.json>
 * Imports every export into an empty database and compares counts, titles, slugs and times with what
 * expected.json says; a second run must make nothing new. Ends with 1 when something differs.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeHTML } from 'entities'
import { z } from 'zod'
import { slugOf } from '#newsroom/slug.ts'
import { importArchive } from '#transfer/import.ts'
import { openDatabases } from './fresh-database.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = process.argv[2]
if (folder === undefined) {
  say('skipped: no cases (give the folder of WordPress exports)')
  process.exit(0)
}

const text = z
  .string()
  .nullable()
  .default('')
  .transform((value) => value ?? '')
const item = z.object({
  id: text,
  type: text,
  status: text,
  title: text,
  slug: text,
  date: text,
  date_gmt: text,
  password: z.boolean(),
})
const expectedSchema = z.record(
  z.string(),
  z.object({ wellformed: z.boolean(), comments: z.number(), list: z.array(item) }),
)
const expected = expectedSchema.parse(
  JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')),
)
const databases = await openDatabases()
let differences = 0
let compared = 0
const differs = (file: string, what: string) => {
  differences++
  say(`  ${file}: ${what}`)
}

try {
  for (const [file, facts] of Object.entries(expected)) {
    if (file.endsWith('.json')) continue
    const database = await databases.fresh()
    const run = () =>
      importArchive(
        { database, takePicture: async () => ({ ok: false, reason: 'no pictures here' }) },
        {
          path: join(folder, file),
          from: 'wordpress',
          reportFolder: join(databases.folder, 'reports'),
        },
      )
    const first = await run()
    const second = await run()
    const rows = (
      await database.pool.query(
        'select import_key as key, state, headline, slug, published_at as at, scheduled_for as due from article order by 1',
      )
    ).rows as {
      key: string
      state: string
      headline: string
      slug: string
      at: Date | null
      due: Date | null
    }[]
    const { counts } = first
    if (second.counts.new > 0 || second.counts.changed > 0)
      differs(
        file,
        `a second run makes ${second.counts.new} new and changes ${second.counts.changed}`,
      )
    const refused = counts.broken > 0 && rows.length === 0
    if (
      !facts.wellformed &&
      counts.broken === 0 &&
      rows.length === 0 &&
      facts.list.some(({ type }) => type === 'post')
    )
      differs(file, 'broken, and nothing is said')
    const wanted = facts.list.filter(
      ({ type, status }) =>
        ['post', 'page'].includes(type) && status !== 'trash' && status !== 'auto-draft',
    )
    if (facts.wellformed && !refused && rows.length < wanted.length)
      differs(file, `${rows.length} articles of ${wanted.length}`)
    for (const one of refused ? [] : wanted) {
      compared++
      const title = decodeHTML(one.title)
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      const found = rows.find(({ key, headline }) =>
        one.id === '' ? headline === title : key === one.id || key.endsWith(`:${one.id}`),
      )
      if (found === undefined) {
        if (facts.wellformed) differs(file, `${one.type} ${one.id} “${one.title}” is missing`)
        continue
      }
      // What an independent parser makes of broken XML is a guess like ours.
      if (!facts.wellformed) continue
      if (title !== '' && found.headline !== title)
        differs(file, `title “${found.headline}”, not “${title}”`)
      const slug = slugOf(decodeURIComponent(one.slug))
      if (one.slug !== '' && found.slug.replace(/-\d+$/, '') !== slug.replace(/-\d+$/, ''))
        differs(file, `slug ${found.slug}, not ${one.slug}`)
      const time = one.date_gmt.startsWith('0000') || one.date_gmt === '' ? one.date : one.date_gmt
      const isDated = time !== '' && !time.startsWith('0000')
      const open = one.status === 'publish' && !one.password
      // What names no time of publication may be kept as a draft: the report says so.
      if (open && !isDated) continue
      if (open !== (found.state === 'published'))
        differs(file, `${one.status} ${one.id} is ${found.state}`)
      const shown = found.at?.toISOString().slice(0, 19).replace('T', ' ')
      if (open && shown !== time) differs(file, `time ${shown}, not ${time}`)
    }
    say(
      `${file}: ${rows.length} articles, ${counts.altered} altered, ${counts.leftOut} left out, ${counts.broken} broken${refused ? ' (refused)' : ''}`,
    )
    await database.close()
  }
} finally {
  await databases.close()
}
say(`${compared} items compared, ${differences} differences`)
process.exitCode = differences > 0 ? 1 : 0
