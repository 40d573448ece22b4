import { dayIn, formatDate, formatTime, type Place } from '#platform/time.ts'

const short = new Map<string, Intl.DateTimeFormat>()

/** A time for lists: "20:27" on the day the page was made, "Dec 25, 20:27" on any other. */
export function momentLabel(at: Date, madeAt: Date, place: Place): string {
  const time = formatTime(at, place)
  if (dayIn(place.zone, at) === dayIn(place.zone, madeAt)) return time
  if (dayIn(place.zone, at).slice(0, 4) !== dayIn(place.zone, madeAt).slice(0, 4))
    return `${formatDate(at, place)} ${time}`
  const key = `${place.language} ${place.zone}`
  const format =
    short.get(key) ??
    new Intl.DateTimeFormat(place.language, {
      month: 'short',
      day: 'numeric',
      timeZone: place.zone,
    })
  short.set(key, format)
  return `${format.format(at)}, ${time}`
}
