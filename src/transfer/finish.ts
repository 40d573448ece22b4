import { relateMany } from '#newsroom/related.ts'
import { indexArticles } from '#newsroom/search-index.ts'
import { tidySearch } from '#newsroom/search-tidy.ts'
import type { ImportOptions, ImportProgress, Writer } from './import.ts'
import type { Archive } from './kind.ts'
import { bringPictures, type TakePicture } from './pictures.ts'
import type { Reporter } from './report.ts'
import { countWaiting, doneWaiting, nextWaiting, type Task } from './waiting.ts'

export interface Finishing {
  takePicture: TakePicture
  writer: Writer
  reporter: Reporter
  options: ImportOptions
  archives: Archive[]
}

/**
 * What follows once the articles are here, also those that an earlier, broken-off run left: search
 * first, so that readers find them, then pictures and Related Content. Each step is remembered as it is done.
 */
export async function finishArticles(finishing: Finishing): Promise<void> {
  const { writer, options } = finishing
  if (!writer.dryRun)
    await inSteps(finishing, { task: 'index', phase: 'search', size: 1000, work: indexArticles })
  options.signal?.throwIfAborted()
  await bringPictures(finishing)
  if (writer.dryRun) return
  await writer.transaction(tidySearch)
  await inSteps(finishing, { task: 'relate', phase: 'related', size: 200, work: relateMany })
}

interface Steps {
  task: Task
  phase: ImportProgress['phase']
  /** Articles a transaction. */
  size: number
  work(tx: Parameters<typeof indexArticles>[0], ids: string[]): Promise<void>
}

async function inSteps(
  { writer, options, reporter }: Finishing,
  { task, phase, size, work }: Steps,
): Promise<void> {
  const total = await writer.transaction((tx) => countWaiting(tx, task))
  let done = 0
  for (;;) {
    options.signal?.throwIfAborted()
    const count = await writer.transaction(async (tx) => {
      const ids = await nextWaiting(tx, task, { after: null, limit: size })
      if (ids.length === 0) return 0
      await work(tx, ids)
      await doneWaiting(tx, task, ids)
      return ids.length
    })
    if (count === 0) return
    done += count
    options.onProgress?.({ phase, done, total, counts: reporter.counts })
  }
}
