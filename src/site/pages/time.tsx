import { formatDateTime } from '#platform/time.ts'
import { momentLabel } from '../look/moment.ts'
import type { PageShell } from '../view.ts'

export type Clock = Pick<PageShell, 'madeAt' | 'language' | 'paper'>

/** A time in a list: short, and brought up to date on the device ("12 minutes ago"). */
export function Moment({ at, clock }: { at: Date; clock: Clock }) {
  const place = { language: clock.language, zone: clock.paper.zone }
  return (
    <time className="moment" dateTime={at.toISOString()} data-moment="">
      {momentLabel(at, clock.madeAt, place)}
    </time>
  )
}

/** A day and a time in full: "December 25, 2014 20:27". */
export function FullMoment({ at, clock }: { at: Date; clock: Clock }) {
  const place = { language: clock.language, zone: clock.paper.zone }
  return <time dateTime={at.toISOString()}>{formatDateTime(at, place)}</time>
}
