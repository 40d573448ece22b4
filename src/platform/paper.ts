import { z } from 'zod'
import { now } from './clock.ts'
import type { Db } from './database/database.ts'
import { runSql } from './database/database.ts'
import { isLanguage } from './i18n.ts'
import { isZone } from './time.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'write a colour as #rrggbb')
/** A link of the paper's own: an address on this site, or a web address. */
const link = z
  .string()
  .max(500)
  .regex(/^(\/(?!\/)|https?:\/\/|mailto:)\S*$/i, 'begin with / or https://')
const line = (most: number) => z.string().trim().max(most)

/** What a publisher decides about the paper as a whole: its name, its looks, its languages. */
export const paperSchema = z.object({
  name: line(120).min(1).default('The Daily'),
  motto: line(200).default(''),
  language: z.string().refine(isLanguage, 'use a language tag such as en or he').default('en'),
  zone: z.string().refine(isZone, 'use a time zone such as Europe/Berlin').default('UTC'),
  description: line(500).default(''),
  publisher: line(200).default(''),
  contact: z.union([z.email(), z.literal('')]).default(''),
  founded: line(20).default(''),
  colours: z
    .object({
      accent: colour.default('#8c1c13'),
      accentDark: colour.default('#f0a08c'),
      paper: colour.default('#fffdf8'),
      ink: colour.default('#1a1814'),
    })
    .prefault({}),
  faces: z
    .object({
      headline: z.enum(['newsreader', 'source-serif', 'frank-ruhl-libre']).default('newsreader'),
      text: z.enum(['newsreader', 'source-serif', 'frank-ruhl-libre']).default('newsreader'),
    })
    .prefault({}),
  masthead: z
    .object({
      style: z.enum(['centred', 'start']).default('centred'),
      showDate: z.boolean().default(true),
      logoMediaId: z.uuid().nullable().default(null),
    })
    .prefault({}),
  navigation: z
    .array(z.object({ label: line(60).min(1), href: link }))
    .max(30)
    .default([]),
  footer: z
    .array(z.object({ label: line(60).min(1), href: link }))
    .max(40)
    .default([]),
  social: z
    .array(z.object({ label: line(60).min(1), href: link }))
    .max(12)
    .default([]),
  /** How long a breaking-news item stands unless its editor says otherwise, in hours. */
  breakingHours: z.number().min(1).max(168).default(24),
  pageSize: z.number().int().min(5).max(100).default(20),
})

export type Paper = z.infer<typeof paperSchema>

/** The paper's settings, with defaults for what nobody has set. */
export async function loadPaper(db: Db): Promise<Paper> {
  const rows = await runSql<{ settings: unknown }>(db, 'select settings from paper')
  return paperSchema.parse(rows[0]?.settings ?? {})
}

/** Keeps the settings; whoever calls announces `paper.changed` in the same transaction. */
export async function savePaper(db: Db, paper: Paper): Promise<void> {
  const settings = JSON.stringify(paperSchema.parse(paper))
  await runSql(
    db,
    `insert into paper (settings, changed_at) values ($1, $2)
     on conflict (singleton) do update set settings = $1, version = paper.version + 1, changed_at = $2`,
    [settings, now()],
  )
}
