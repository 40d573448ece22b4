import { z } from 'zod'

/** What a backup says of itself, in its first entry. */
export const manifestSchema = z.object({
  format: z.literal('dear-reader-backup'),
  version: z.literal(1),
  made: z.iso.datetime(),
  /** The tables stand as after these migrations. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

export type Manifest = z.infer<typeof manifestSchema>

/** Its last entry: without it the backup is cut off. */
export const endSchema = z.object({
  rows: z.record(z.string(), z.number()),
  files: z.number(),
})

export type BackupEnd = z.infer<typeof endSchema>

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
