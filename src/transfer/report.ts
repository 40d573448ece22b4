import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import type { ArrivalNote } from './arrival.ts'

/** What an import did, in numbers. */
export interface ImportCounts {
  new: number
  changed: number
  unchanged: number
  /** Changed by the newsroom since: left as they are. */
  kept: number
  leftOut: number
  altered: number
  broken: number
  pictures: number
  picturesMissing: number
  redirects: number
}

export interface ImportReport {
  kind: string
  source: string
  dryRun: boolean
  /** Articles in the paper by state, of those that came or changed now. */
  states: Record<string, number>
  counts: ImportCounts
  /** How often something was left out, altered or broken, by its reason; the most frequent first. */
  reasons: { outcome: string; reason: string; count: number }[]
  /** Every item named, one JSON object a line; next to it, the summary as text. */
  file: string
  summary: string
  seconds: number
}

export function noCounts(): ImportCounts {
  return {
    new: 0,
    changed: 0,
    unchanged: 0,
    kept: 0,
    leftOut: 0,
    altered: 0,
    broken: 0,
    pictures: 0,
    picturesMissing: 0,
    redirects: 0,
  }
}

export interface Reporter {
  counts: ImportCounts
  states: Record<string, number>
  /** Names something left out, altered or broken. */
  note(note: ArrivalNote): void
  /** Names an article's own outcome. */
  article(
    outcome: 'new' | 'changed' | 'kept',
    said: { key: string; headline: string; address?: string },
  ): void
  finish(about: {
    kind: string
    source: string
    dryRun: boolean
    seconds: number
  }): Promise<ImportReport>
}

/** Reasons counted apart; beyond this many different ones they are only in the file. */
const REASONS = 500

/** Begins a report in a folder; every line is on its way to the disk at once, so a crash keeps them. */
export async function beginReport(folder: string, name: string): Promise<Reporter> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${name}.jsonl`)
  const stream = createWriteStream(file)
  await once(stream, 'open')
  const counts = noCounts()
  const states: Record<string, number> = {}
  const reasons = new Map<string, { outcome: string; reason: string; count: number }>()
  const write = (line: object) => void stream.write(`${JSON.stringify(line)}\n`)
  return {
    counts,
    states,
    note(note) {
      const number = note.count ?? 1
      counts[OUTCOMES[note.outcome]] += number
      write(note)
      const key = `${note.outcome} ${note.reason}`
      const known = reasons.get(key)
      if (known !== undefined) known.count += number
      else if (reasons.size < REASONS)
        reasons.set(key, { outcome: note.outcome, reason: note.reason, count: number })
    },
    article(outcome, said) {
      counts[outcome]++
      write({ outcome, what: 'article', ...said })
    },
    async finish(about) {
      await close(stream)
      const summary = file.replace(/\.jsonl$/, '.txt')
      const report: ImportReport = {
        ...about,
        states,
        counts,
        reasons: [...reasons.values()].toSorted((one, other) => other.count - one.count),
        file,
        summary,
      }
      await writeFile(summary, `${sayReport(report).join('\n')}\n`)
      return report
    },
  }
}

const OUTCOMES = { 'left-out': 'leftOut', altered: 'altered', broken: 'broken' } as const

async function close(stream: WriteStream): Promise<void> {
  stream.end()
  await once(stream, 'close')
}

/** The report as a person reads it. */
export function sayReport(report: ImportReport): string[] {
  const { counts, states } = report
  const lines = [
    `${report.dryRun ? 'Tried out, nothing written: ' : ''}${report.source}`,
    `${many(counts.new, 'new article')}, ${counts.changed} changed, ${counts.unchanged} as before` +
      (counts.kept > 0 ? `, ${counts.kept} left alone because the newsroom has changed them` : ''),
  ]
  const byState = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  if (byState.length > 0) lines.push(`Of the new and changed ones: ${byState.join(', ')}`)
  if (counts.pictures + counts.picturesMissing > 0)
    lines.push(`${many(counts.pictures, 'picture')} taken in, ${counts.picturesMissing} not`)
  if (counts.redirects > 0)
    lines.push(`${many(counts.redirects, 'old address', 'old addresses')} lead to the new ones`)
  for (const { outcome, reason, count } of report.reasons.slice(0, 40))
    lines.push(`  ${outcome.padEnd(8)} ${String(count).padStart(6)}  ${reason}`)
  if (report.reasons.length > 40) lines.push(`  and ${report.reasons.length - 40} other reasons`)
  lines.push(`Every one of them by name: ${report.file}`)
  return lines
}

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
