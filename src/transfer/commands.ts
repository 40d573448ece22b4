import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { takePicture } from '#newsroom/pictures.ts'
import type { Command, CommandInput, Teller } from '#platform/command.ts'
import { openPlatform } from '#platform/platform.ts'
import { Problem } from '#platform/problem.ts'
import { importArchive, type ImportProgress } from './import.ts'
import { describePage } from './page/describe.ts'
import { sayReport } from './report.ts'

const importSchema = z.object({
  path: z.string().min(1),
  from: z.enum(['wordpress', 'page', 'feed']).optional(),
  dryRun: z.boolean(),
  mediaFolder: z.string().optional(),
  fetchMedia: z.boolean(),
  section: z.string().trim().min(1).max(200).optional(),
})

/** `dear-reader import`: brings an archive in. Ends with 1 when something of it was broken. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'import <file|folder> [--from wordpress|page|feed] [--media <folder>] [--no-fetch] [--section <title>] [--dry-run] [--json]',
  about: 'Bring in a WordPress export, saved pages or feeds. Safe to stop and to run again.',
  options: {
    from: { type: 'string' },
    media: { type: 'string' },
    'no-fetch': { type: 'boolean' },
    section: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async run({ positionals, values, config, tell, signal }) {
    const asked = parseImport({ positionals, values })
    const platform = await openPlatform(config, { serve: false })
    const { database, storage } = platform
    const progress = openProgress(tell)
    try {
      const report = await importArchive(
        {
          database,
          takePicture: (picture) => takePicture({ db: database.kysely, storage }, picture),
        },
        {
          ...asked,
          signal,
          reportFolder: path.join(config.dataDir, 'reports'),
          onProgress: progress.show,
        },
      )
      progress.end()
      for (const line of sayReport(report)) tell.line(line)
      tell.result(report)
      return report.counts.broken > 0 ? 1 : 0
    } catch (error) {
      progress.end()
      if (!signal.aborted) throw error
      throw new Problem('Stopped. What has arrived stays; run the same command again for the rest.')
    } finally {
      await platform.close()
    }
  },
}

function parseImport({ positionals, values }: Pick<CommandInput, 'positionals' | 'values'>) {
  const parsed = importSchema.safeParse({
    path: positionals[0],
    from: values.from,
    dryRun: values['dry-run'] === true,
    mediaFolder: values.media,
    fetchMedia: values['no-fetch'] !== true,
    section: values.section,
  })
  if (!parsed.success || positionals.length !== 1)
    throw new Problem(`Usage: dear-reader ${importCommand.usage}`)
  return parsed.data
}

const PHASES = {
  articles: 'Articles',
  pictures: 'Pictures',
  search: 'Search',
  related: 'Related',
} as const
const WIDTH = 24

/** A bar on a terminal; elsewhere a plain line now and then. */
function openProgress(tell: Teller) {
  let last = 0
  let phase = ''
  return {
    show({ phase: now, done, total, counts }: ImportProgress): void {
      const time = performance.now()
      if (now === phase && time - last < 100) return
      last = time
      phase = now
      const share = total === null || total === 0 ? null : Math.min(1, done / total)
      const full = Math.round((share ?? 0) * WIDTH)
      const bar =
        share === null
          ? ''
          : ` ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(share * 100)}%`
      const found =
        now === 'pictures' ? `, ${counts.pictures} taken in, ${counts.picturesMissing} missing` : ''
      tell.progress(`${PHASES[now]}${bar} ${done.toLocaleString('en')}${found}`)
    },
    end: () => tell.progress(''),
  }
}

/** `dear-reader extract`: what a saved page says, as JSON. */
export const extractCommand: Command = {
  name: 'extract',
  usage: 'extract <file> [--zone <time zone>]',
  about: 'Say what a saved page holds, as JSON: title, byline, date, language, text as HTML.',
  options: { zone: { type: 'string' } },
  async run({ positionals, values, tell }) {
    const file = positionals[0]
    if (file === undefined || positionals.length !== 1)
      throw new Problem(`Usage: dear-reader ${extractCommand.usage}`)
    const found = await stat(file).catch(() => null)
    if (found === null || !found.isFile())
      throw new Problem(`There is no file ${file}: check the path.`)
    const zone = typeof values.zone === 'string' ? { zone: values.zone } : {}
    const page = describePage(await readFile(file), file, zone)
    if (tell.json) tell.result(page)
    else tell.line(JSON.stringify(page, null, 2))
    return 0
  },
}
