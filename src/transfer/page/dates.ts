import { Temporal } from 'temporal-polyfill'
import { months } from './months.ts'

/** A moment read from text, and where it stood. */
export interface FoundDate {
  at: Date
  /** False where the text gives only a day; `at` is then its first moment in the zone. */
  hasTime: boolean
  index: number
  length: number
}

interface DateContext {
  /** IANA zone of the paper, for times that name none. */
  zone: string
  /** Language of the page: tells 3/4/2014 in the American way from all others. */
  language?: string | null
}

interface Day {
  year: number
  month: number
  day: number
  index: number
  length: number
}

interface Clock {
  hour: number
  minute: number
  second: number
  /** Minutes east of UTC, or an IANA zone. */
  zone: number | string | null
  index: number
  length: number
}

/**
 * Finds the first date in a text, in the ways newspapers of many languages write it, with the time
 * that stands beside it. Times without a zone are the paper's. Null where there is none.
 */
export const findDate = (input: string, context: DateContext): FoundDate | null => {
  const text = latinDigits(input.slice(0, 2000))
  const day = findDay(text, context)
  if (!day) return null
  const clock = clockBeside(text, day)
  const at = moment(day, clock, context.zone)
  if (!at) return null
  const index = Math.min(day.index, clock?.index ?? day.index)
  const end = Math.max(day.index + day.length, clock ? clock.index + clock.length : 0)
  return { at, hasTime: clock !== null, index, length: end - index }
}

const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९๐-๙０-９]/g, (digit) => String.fromCharCode(48 + digitValue(digit)))

const digitValue = (digit: string): number => {
  const code = digit.charCodeAt(0)
  return (
    [0x660, 0x6f0, 0x966, 0xe50, 0xff10]
      .map((zero) => code - zero)
      .find((value) => value >= 0 && value < 10) ?? 0
  )
}

const findDay = (text: string, context: DateContext): Day | null => {
  const found = [
    isoDay(text),
    cjkDay(text),
    namedDay(text),
    numericDay(text, context.language ?? ''),
  ]
    .filter((day) => day !== null)
    .toSorted((a, b) => a.index - b.index)
  return found[0] ?? null
}

const dayOf = (
  parts: { year: number; month: number; day: number },
  match: { index: number; 0: string },
): Day | null => {
  let { year } = parts
  const { month, day } = parts
  if (year > 2440 && year < 2640) year -= 543 // the Buddhist calendar, as Thai papers count
  const real = year >= 1600 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  return real ? { year, month, day, index: match.index, length: match[0].length } : null
}

const isoDay = (text: string): Day | null => {
  const match = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  return (
    match &&
    dayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, match)
  )
}

const cjkDay = (text: string): Day | null => {
  const match = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/.exec(text)
  return (
    match &&
    dayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, match)
  )
}

const namedDay = (text: string): Day | null => {
  const word = String.raw`\p{L}[\p{L}\p{M}]*(?:\.\p{L}[\p{L}\p{M}]*)*`
  const dayFirst = new RegExp(
    String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|ος|º|°)?[\s,./-]{0,3}(?:(?:de|of)\s{1,2}|d')?(${word}(?:\s\p{L}[\p{L}\p{M}]+)?)\.?[\s,./-]{0,3}(?:(?:de|del)\s)?(\d{4})(?!\d)`,
    'giu',
  )
  for (const match of text.matchAll(dayFirst)) {
    const month = monthOf(match[2] ?? '')
    const day = month && dayOf({ year: Number(match[3]), month, day: Number(match[1]) }, match)
    if (day) return day
  }
  const monthFirst = new RegExp(
    String.raw`(${word})\.?\s{0,3}(\d{1,2})(?:st|nd|rd|th)?\s?,?\s{0,2}(\d{4})(?!\d)`,
    'giu',
  )
  for (const match of text.matchAll(monthFirst)) {
    const month = monthOf(match[1] ?? '')
    const day = month && dayOf({ year: Number(match[3]), month, day: Number(match[2]) }, match)
    if (day) return day
  }
  return null
}

const monthOf = (name: string): number | null => {
  const word = name.toLowerCase().normalize('NFC').replace(/\.$/, '')
  const table = months()
  // Hebrew writes the month with its preposition: "בדצמבר".
  return (
    table.get(word) ??
    table.get(word.replace(/^(ב|ل|في\s)/, '')) ??
    table.get(word.split(/\s/)[0] ?? '') ??
    null
  )
}

const numericDay = (text: string, language: string): Day | null => {
  const match = /(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|\.\d)/.exec(text)
  if (!match) return null
  const [a, b, written] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const year = match[4]?.length === 2 ? written + (written < 70 ? 2000 : 1900) : written
  const american = match[2] === '/' && /^en(-us|_us)?$|^en-(ph|ca)$|^$/i.test(language)
  const monthFirst = b > 12 || (american && a <= 12)
  return dayOf(monthFirst ? { year, month: a, day: b } : { year, month: b, day: a }, match)
}

const clockPattern =
  /(?<![\d.:/-])(上午|下午|午前|午後|오전|오후)?\s?([01]?\d|2[0-4])(?:[:：h]|\s?[時时시點点]\s?|\.(?=\d\d\s*(?:am|pm|a\.m|p\.m|uhr|Uhr)))([0-5]\d)(?:[분分])?(?::([0-5]\d)(?:[.,]\d+)?)?\s?([ap]\.?\s?m\b\.?)?\s?(Z\b|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[A-Z]{2,5}\b)?/gi

const bareHour = /(?<![\d.:/-])(1[0-2]|0?[1-9])\s?([ap]\.?\s?m\b\.?)\s?([A-Z]{2,4}\b)?/i

/** The time nearest to the day: right behind it or right before it, never from another sentence. */
const clockBeside = (text: string, day: Day): Clock | null => {
  const from = Math.max(0, day.index - 32)
  const behind = day.index + day.length
  const after = text.slice(behind, behind + 48)
  const before = text.slice(from, day.index)
  const following = readClock(after, behind)
  if (
    following &&
    /^[\s,|•·T–—@()/-]*(?:\p{L}[\p{L}.]{0,8}[\s,:]*){0,2}[\s,|•·–—(]*$/u.test(
      after.slice(0, following.index - behind),
    )
  )
    return following
  const preceding = readClock(before, from)
  if (
    preceding &&
    /^[\s,|•·–—)/-]*(?:\p{L}{1,9}\.?[\s,]*){0,2}[\s,|•·–—]*$/u.test(
      text.slice(preceding.index + preceding.length, day.index),
    )
  )
    return preceding
  return null
}

const readClock = (text: string, offset: number): Clock | null => {
  const match = text.matchAll(clockPattern).next().value ?? bareMatch(text)
  if (!match) return null
  let hour = Number(match[2])
  const half = `${match[1] ?? ''}${match[5] ?? ''}`.toLowerCase()
  if (/^p|下午|午後|오후/.test(half) && hour < 12) hour += 12
  if (/^a|上午|午前|오전/.test(half) && hour === 12) hour = 0
  if (hour === 24) hour = 0
  const zone = match[6] ? zoneOf(match[6]) : null
  const length = match[6] && zone === null ? match[0].length - match[6].length : match[0].length
  return {
    hour,
    minute: Number(match[3]),
    second: Number(match[4] ?? 0),
    zone,
    index: offset + match.index,
    length,
  }
}

const bareMatch = (text: string): RegExpExecArray | null => {
  const match = bareHour.exec(text)
  if (!match) return null
  const parts = [match[0], undefined, match[1], '0', undefined, match[2], match[3]]
  return Object.assign(parts, { index: match.index, input: text }) as unknown as RegExpExecArray
}

const zoneNames: Record<string, number | string> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  aest: 600,
  aedt: 660,
}

const zoneOf = (name: string): number | string | null => {
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(name)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
  return zoneNames[name.toLowerCase()] ?? null
}

const moment = (day: Day, clock: Clock | null, paperZone: string): Date | null => {
  try {
    const { hour, minute, second } = clock ?? { hour: 0, minute: 0, second: 0 }
    const local = Temporal.PlainDateTime.from(
      { ...pick(day), hour, minute, second },
      { overflow: 'reject' },
    )
    if (typeof clock?.zone === 'number')
      return new Date(local.toZonedDateTime('UTC').epochMilliseconds - clock.zone * 60_000)
    return new Date(local.toZonedDateTime(clock?.zone ?? paperZone).epochMilliseconds)
  } catch {
    return null
  }
}

const pick = ({ year, month, day }: Day): { year: number; month: number; day: number } => ({
  year,
  month,
  day,
})
