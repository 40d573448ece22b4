import path from 'node:path'
import { now } from '#platform/clock.ts'
import type { Platform } from '#platform/platform.ts'
import { type Paper, loadPaper } from '#platform/paper.ts'
import { dayIn, dayRange } from '#platform/time.ts'
import { programFolder } from '#platform/root.ts'
import { type BreakingRow, liveBreaking } from '#newsroom/breaking.ts'
import type { PictureRow } from '#newsroom/cards.ts'
import { findPicture } from '#newsroom/media.ts'
import type { Section } from '#newsroom/section.ts'
import { listSections } from '#newsroom/sections.ts'
import {
  type ClientBuild,
  paperStylesheet,
  readClientBuild,
  type Stylesheet,
} from './look/assets.ts'

/** What every page shows besides its own matter; small, read once and again after a fact about it. */
export interface SiteState {
  paper: Paper
  sections: Section[]
  /** Newest first; ask `liveOf` for those that have not aged out. */
  breaking: BreakingRow[]
  logo: PictureRow | null
  stylesheet: Stylesheet
}

export interface Site {
  platform: Platform
  build: ClientBuild
  /** Where readers find the paper: scheme and host without a slash at the end. */
  origin(): string
  state(): Promise<SiteState>
}

export const clientFolder = path.join(programFolder, 'dist/client')

/** Reads the state when first asked and keeps it until `forget`. A read that a fact overtook is not kept. */
export function openState(platform: Platform, build: ClientBuild) {
  let reading: Promise<SiteState> | null = null
  return {
    state(): Promise<SiteState> {
      if (!reading) {
        const started = readState(platform, build)
        reading = started
        started.catch(() => {
          if (reading === started) reading = null
        })
      }
      return reading
    },
    forget() {
      reading = null
    },
  }
}

async function readState(platform: Platform, build: ClientBuild): Promise<SiteState> {
  const db = platform.database.kysely
  const [paper, sections, breaking] = await Promise.all([
    loadPaper(db),
    listSections(db),
    liveBreaking(db, now()),
  ])
  const { logoMediaId } = paper.masthead
  const logo = logoMediaId ? await findPicture(db, logoMediaId) : null
  return { paper, sections, breaking, logo, stylesheet: paperStylesheet(build, paper) }
}

export function liveOf(state: SiteState): BreakingRow[] {
  const moment = now().getTime()
  return state.breaking.filter((item) => item.expiresAt.getTime() > moment)
}

/**
 * Until when a page is true by itself: the first breaking item on it ages out, or the day ends (a
 * masthead says which day it is, and a card of today needs no date).
 */
export function untilOf(state: SiteState): Date {
  const midnight = dayRange(state.paper.zone, dayIn(state.paper.zone, now()))?.to
  const times = [...(midnight ? [midnight] : []), ...liveOf(state).map((item) => item.expiresAt)]
  return new Date(Math.min(...times.map((time) => time.getTime())))
}

export function openBuild(): ClientBuild {
  return readClientBuild(clientFolder)
}
