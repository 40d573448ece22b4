/**
 * Reads a date as feeds write it: RFC 822 and its many misspellings, ISO 8601 and W3C-DTF in every
 * length, asctime, SQL. A time without a zone is UTC, as most software that leaves it out means.
 * @returns the moment, or null when the text names none
 */
export function readDate(text: string): Date | null {
  const tidy = text.replace(/\s+/g, ' ').trim()
  if (tidy === '' || tidy.length > 100) return null
  const date = readIso(tidy) ?? readWords(tidy) ?? readSlashes(tidy) ?? readAsctime(tidy)
  return date === null || Number.isNaN(date.getTime()) ? null : date
}

/** 2003 · 2003-12 · 2003-12-31 · 20031231 · 2003-365 · any of them with a time and a zone. */
function readIso(text: string): Date | null {
  const found =
    /^([+-]?\d{4})(?:-?(?:(\d{3})(?!\d)|(\d{2})(?:-?(\d{1,2}))?))?(?:[T ,]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)? ?(\S+(?: \S+)?)?$/i.exec(
      text,
    )
  if (found === null) return null
  const [, year, dayOfYear, month, day, hour, minute, second, fraction, zone] = found
  const offset = readZone(zone ?? '')
  if (offset === null) return null
  return moment({
    year: Number(year),
    month: dayOfYear === undefined ? Number(month ?? 1) : 1,
    day: Number(dayOfYear ?? day ?? 1),
    time: [hour, minute, second],
    milliseconds: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
    offset,
    wholeYear: dayOfYear !== undefined,
  })
}

/** Thu, 01 Jan 2004 19:48:21 GMT · 1 January 04 · Jan 1, 2004 7:48 pm EST. */
function readWords(text: string): Date | null {
  const plain = text.replace(/^[\p{L}.]+ ?, ?/u, '').replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
  const dayFirst =
    /^(?:[\p{L}.]+ )?(\d{1,2})[ -]+([\p{L}]{3,})\.?,?[ -]+(\d{4}|\d{2})\b,?(.*)$/u.exec(plain)
  const monthFirst = /^([\p{L}]{3,})\.? (\d{1,2}),? (\d{4})\b,?(.*)$/u.exec(plain)
  const [day, month, year, rest] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3], monthFirst[4]]
      : []
  if (day === undefined || month === undefined || year === undefined) return null
  const number = monthNumber(month)
  return number === null ? null : withTime(fullYear(year), number, Number(day), rest ?? '')
}

/** Fri, 2006/09/15 08:19:53 EDT. Day and month in other orders cannot be told apart: not read. */
function readSlashes(text: string): Date | null {
  const found = /^(?:[\p{L}.]+,? )?(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b(.*)$/u.exec(text)
  if (found === null) return null
  return withTime(Number(found[1]), Number(found[2]), Number(found[3]), found[4] ?? '')
}

/** Sun Jan 4 16:29:06 2004, with or without a zone before the year. */
function readAsctime(text: string): Date | null {
  const found = /^\p{L}+ (\p{L}{3,}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) ?(.*?) ?(\d{4})$/u.exec(
    text,
  )
  const month = found === null ? null : monthNumber(found[1] ?? '')
  if (found === null || month === null) return null
  return withTime(Number(found[5]), month, Number(found[2]), ` ${found[3]} ${found[4]}`)
}

// oxlint-disable-next-line max-params -- a date is three numbers
function withTime(year: number, month: number, day: number, rest: string): Date | null {
  const found =
    /^[ T,]*(?:at )?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(?:([ap])\.?m\b\.?)? ?(.*)$/i.exec(
      rest,
    )
  if (found === null) return null
  const offset = readZone(found[5] ?? '')
  if (offset === null) return null
  const half = found[4]?.toLowerCase()
  let hour = Number(found[1] ?? 0)
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return moment({ year, month, day, time: [String(hour), found[2], found[3]], offset })
}

interface Parts {
  year: number
  month: number
  day: number
  time: (string | undefined)[]
  /** Minutes east of UTC. */
  offset: number
  milliseconds?: number
  wholeYear?: boolean
}

function moment(parts: Parts): Date | null {
  const [hour = 0, minute = 0, second = 0] = parts.time.map((part) => Number(part ?? 0))
  const lastDay = parts.wholeYear ? 366 : new Date(Date.UTC(2000, parts.month, 0)).getUTCDate()
  const sound =
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= lastDay &&
    hour <= 24 &&
    minute <= 59 &&
    second <= 60 &&
    parts.year >= 1000
  if (!sound) return null
  const milliseconds = parts.milliseconds ?? 0
  return new Date(
    Date.UTC(parts.year, parts.month - 1, parts.day, hour, minute, second, milliseconds) -
      parts.offset * 60_000,
  )
}

/** Minutes east of UTC, 0 for none; null when the words are no zone at all. */
function readZone(text: string): number | null {
  const zone = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/ ?\(.*\)$/, '')
  if (zone === '') return 0
  const numeric = /^(?:GMT|UTC|UT|Z)? ?([+-])(\d{1,2}):?(\d{2})?(?::\d{2})?$/i.exec(zone)
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return numeric[1] === '-' ? -minutes : minutes
  }
  const hours = ZONES[zone.toUpperCase()]
  if (hours !== undefined) return hours * 60
  // A zone we do not know is better read as UTC than the whole date thrown away.
  return /^[A-Za-z]{1,5}$/.test(zone) ? 0 : null
}

const ZONES: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 1,
  WEST: 1,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  EET: 2,
  EEST: 3,
  IST: 5.5,
  IDT: 3,
  MSK: 3,
  JST: 9,
  KST: 9,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  AST: -4,
  ADT: -3,
  EST: -5,
  EDT: -4,
  ET: -5,
  CST: -6,
  CDT: -5,
  CT: -6,
  MST: -7,
  MDT: -6,
  MT: -7,
  PST: -8,
  PDT: -7,
  PT: -8,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  BRT: -3,
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Month names of other languages that feeds really carry (first three letters where they differ). */
const OTHER_MONTHS: Record<string, number> = {
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  fév: 2,
  fev: 2,
  avr: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  juil: 7,
  aoû: 8,
  aou: 8,
  déc: 12,
  mär: 3,
  mrz: 3,
  okt: 10,
  dez: 12,
  out: 10,
  set: 9,
  maj: 5,
  mei: 5,
  янв: 1,
  фев: 2,
  мар: 3,
  апр: 4,
  мая: 5,
  май: 5,
  июн: 6,
  июл: 7,
  авг: 8,
  сен: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
}

function monthNumber(name: string): number | null {
  const lower = name.toLowerCase()
  const index = MONTHS.indexOf(lower.slice(0, 3))
  if (index >= 0 && lower !== 'juin' && !lower.startsWith('juil')) return index + 1
  return OTHER_MONTHS[lower] ?? OTHER_MONTHS[lower.slice(0, 3)] ?? null
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}
