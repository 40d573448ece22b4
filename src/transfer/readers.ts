import type { Paper } from '#platform/paper.ts'
import type { Arrival } from './arrival.ts'
import { readFeed } from './feed/read.ts'
import type { Archive } from './kind.ts'
import { readWxr } from './wordpress/read-wxr.ts'

/** Reads an archive of any kind. `onProgress` hears how much of it has been read. */
export async function* readArchive(
  archive: Archive,
  { paper, onProgress }: { paper: Paper; onProgress(done: number, all: number): void },
): AsyncIterable<Arrival> {
  if (archive.kind === 'wordpress') yield* readWxr(archive.path, { zone: paper.zone, onProgress })
  else if (archive.kind === 'feed') yield* readFeed(archive.path)
}
