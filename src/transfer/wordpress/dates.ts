import { momentIn } from '#platform/time.ts'

const minute = 60_000
const farthest = 15 * 60

/**
 * How far the site's clock stood from UTC, in minutes, in each month ("2014-12") that shows it. An
 * export does not name the site's zone, but most items give their time both ways.
 */
export interface Offsets {
  months: Map<string, number>
  /** Of the latest item that shows it. */
  usual: number | null
}

export function observeOffset(offsets: Offsets, fields: Map<string, string>): void {
  const local = wallClock(fields.get('wp:post_date'))
  const utc = wallClock(fields.get('wp:post_date_gmt')) ?? nearby(local, fields.get('pubDate'))
  if (local === null || utc === null) return
  const offset = (local - utc) / minute
  if (Math.abs(offset) > farthest || !Number.isInteger(offset)) return
  const month = new Date(local).toISOString().slice(0, 7)
  if (!offsets.months.has(month)) offsets.months.set(month, offset)
  offsets.usual = offset
}

/**
 * When an item was published (or modified). Takes its fields and the name of the date: WordPress's UTC
 * time if it has one, else its local time in the site's zone, else the feed's own date.
 */
export function momentOf(
  fields: Map<string, string>,
  name: 'post_date' | 'post_modified',
  site: { offsets: Offsets; zone?: string },
): Date | undefined {
  const utc = wallClock(fields.get(`wp:${name}_gmt`))
  if (utc !== null) return new Date(utc)
  const written = fields.get(`wp:${name}`)
  const local = wallClock(written)
  const announced = name === 'post_date' ? fields.get('pubDate') : undefined
  if (local === null) return feedDate(announced)
  const near = nearby(local, announced)
  if (near !== null) return new Date(near)
  const seen = site.offsets.months.get(new Date(local).toISOString().slice(0, 7))
  if (seen !== undefined) return new Date(local - seen * minute)
  const zoned = site.zone ? momentIn(site.zone, (written ?? '').trim().replace(' ', 'T')) : null
  return zoned ?? new Date(local - (site.offsets.usual ?? 0) * minute)
}

/** "2014-12-25 20:27:00" as if it were UTC, in milliseconds; null for nothing or 0000-00-00. */
function wallClock(text: string | undefined): number | null {
  const found = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/.exec(text ?? '')
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return null
  return Date.UTC(year, month - 1, day, hour, minutes, seconds)
}

/** The feed's date in milliseconds when it can be the same moment as the local time. */
function nearby(local: number | null, text: string | undefined): number | null {
  const date = feedDate(text)
  if (local === null || !date) return null
  const minutes = (local - date.getTime()) / minute
  return Math.abs(minutes) <= farthest && minutes % 15 === 0 ? date.getTime() : null
}

function feedDate(text: string | undefined): Date | undefined {
  const time = Date.parse((text ?? '').trim())
  return Number.isNaN(time) || time < Date.UTC(1970, 0, 2) ? undefined : plausible(time)
}

/** 30 Nov 1999 at midnight is how PHP prints a date that is not there. */
function plausible(time: number): Date | undefined {
  return time === Date.UTC(1999, 10, 30) ? undefined : new Date(time)
}
