import { Temporal } from 'temporal-polyfill'

export interface Place {
  language: string
  /** IANA time zone of the paper. */
  zone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a DateTimeFormat costs a hundred times its use, so each kind is made once. */
function format(
  place: Place,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${place.language} ${place.zone} ${name}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(place.language, { timeZone: place.zone, ...options })
    formats.set(key, found)
  }
  return found
}

/** The day as printed: "December 25, 2014". */
export function formatDate(date: Date, place: Place): string {
  return format(place, 'date', { dateStyle: 'long' }).format(date)
}

/** The time of day on a 24-hour clock: "20:27". */
export function formatTime(date: Date, place: Place): string {
  return format(place, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    date,
  )
}

/** Day and time as printed over an article: "December 25, 2014 20:27". */
export function formatDateTime(date: Date, place: Place): string {
  return `${formatDate(date, place)} ${formatTime(date, place)}`
}

/** The day with its weekday: "Thursday, December 25, 2014". */
export function formatFullDate(date: Date, place: Place): string {
  return format(place, 'full', { dateStyle: 'full' }).format(date)
}

/** A month: "December 2014". */
export function formatMonth(date: Date, place: Place): string {
  return format(place, 'month', { month: 'long', year: 'numeric' }).format(date)
}

/** The calendar day it is at that moment in the zone, as YYYY-MM-DD. */
export function dayIn(zone: string, date: Date): string {
  const parts = format({ language: 'en-CA', zone }, 'day', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(date)
  return parts
}

/**
 * The moments between which a year, month or day lies in the zone: from (included) to (not included).
 * Takes 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; returns null for what is not in the calendar.
 */
export function dayRange(zone: string, day: string): { from: Date; to: Date } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day)
  if (!match) return null
  const [, year, month, dayOfMonth] = match
  try {
    const first = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(dayOfMonth ?? 1) },
      { overflow: 'reject' },
    )
    const after = first.add(dayOfMonth ? { days: 1 } : month ? { months: 1 } : { years: 1 })
    return { from: startOf(first, zone), to: startOf(after, zone) }
  } catch {
    return null
  }
}

/** A wall-clock time in the zone as a moment: ('Europe/Berlin', '2014-12-25T20:27'). Null if it is no time. */
export function momentIn(zone: string, wallClock: string): Date | null {
  try {
    const zoned = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone)
    return new Date(zoned.epochMilliseconds)
  } catch {
    return null
  }
}

/** Calendar maths in the zone: Jan 31 + 1 month is Feb 28; a day later is the same wall-clock time. */
export function addTo(
  date: Date,
  duration: { years?: number; months?: number; days?: number; hours?: number; minutes?: number },
  zone: string,
): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
  return new Date(zoned.add(duration).epochMilliseconds)
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function startOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}
