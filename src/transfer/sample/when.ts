import { addTo, dayIn, momentIn } from '#platform/time.ts'

/** A time in the sample: so many days before it is loaded, or a fixed one long ago. */
export type When = { daysAgo: number; time: string } | { at: string }

export interface Loading {
  /** When the sample is loaded. */
  now: Date
  zone: string
}

/** Reads "3 days ago 07:40" or "2016-11-17 02:35"; null for anything else. */
export function readWhen(text: string): When | null {
  const relative = /^(\d+) days? ago ([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (relative) return { daysAgo: Number(relative[1]), time: `${relative[2]}:${relative[3]}` }
  const fixed = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return fixed ? { at: `${fixed[1]}T${fixed[2]}:${fixed[3]}` } : null
}

/** The moment it stands for. The sample's today is over by noon, so that nothing lies in the future. */
export function momentOf(when: When, loading: Loading): Date {
  const clock = 'at' in when ? when.at : `${dayBefore(when.daysAgo, loading)}T${when.time}`
  const moment = momentIn(loading.zone, clock)
  if (!moment) throw new Error(`Not a time: ${clock}`)
  return moment
}

/**
 * Fills in the days an article speaks of: "{weekday 2}" is the name of the day two days ago,
 * "{date -19}" the date in nineteen days, in the article's language.
 */
export function fillDays(text: string, language: string, loading: Loading): string {
  return text.replace(/\{(weekday|date) (-?\d+)\}/g, (_, kind: string, days: string) => {
    const noon = momentIn('UTC', `${dayBefore(Number(days), loading)}T12:00`) as Date
    const form: Intl.DateTimeFormatOptions =
      kind === 'weekday' ? { weekday: 'long' } : { day: 'numeric', month: 'long' }
    return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(noon)
  })
}

function dayBefore(days: number, { now, zone }: Loading): string {
  const noon = momentIn(zone, `${dayIn(zone, now)}T12:00`) as Date
  const past = now < noon ? days + 1 : days
  return dayIn(zone, addTo(noon, { days: -past }, zone))
}
