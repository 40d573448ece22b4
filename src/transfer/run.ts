import { now } from '#platform/clock.ts'
import { runSql, type Tx } from '#platform/database/database.ts'
import type { Writer } from './import.ts'
import type { ImportCounts } from './report.ts'

export interface Run {
  /** Writes down how far it has come, with the work itself. */
  reached(tx: Tx, at: { phase: string; counts: ImportCounts }): Promise<void>
}

/** Begins the record of an import; the desk and the next run can see how far it came. */
export async function beginRun(
  writer: Writer,
  run: { id: string; source: string; kind: string; path: string; at: Date },
): Promise<Run> {
  await writer.transaction((tx) =>
    runSql(
      tx,
      `insert into import_run (id, source, kind, path, started_at, changed_at) values ($1, $2, $3, $4, $5, $5)`,
      [run.id, run.source, run.kind, run.path, run.at],
    ),
  )
  return {
    async reached(tx, { phase, counts }) {
      await runSql(
        tx,
        `update import_run set phase = $2, counts = $3, changed_at = $4,
           finished_at = case when $2 = 'finishing' then $4::timestamptz end where id = $1`,
        [run.id, phase, JSON.stringify(counts), now()],
      )
    },
  }
}
