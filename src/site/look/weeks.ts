/** Calendar weeks of a month, as a language has them. */

/** Days as YYYY-MM-DD in rows of seven; null outside the month. */
export function weeksOf(month: string, language: string): (string | null)[][] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const weekday = new Date(Date.UTC(year, number - 1, 1)).getUTCDay() || 7
  const blanks = (weekday - firstWeekday(language) + 7) % 7
  const cells = Array.from({ length: Math.ceil((blanks + days) / 7) * 7 }, (_, at) => {
    const day = at - blanks + 1
    return day < 1 || day > days ? null : `${month}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7))
}

/** Names of the weekdays in their order. */
export function weekdayNames(language: string): { narrow: string; long: string }[] {
  const first = firstWeekday(language)
  const name = (weekday: 'narrow' | 'long', day: number) =>
    // 5 January 1970 was a Monday.
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(
      new Date(Date.UTC(1970, 0, 4 + day)),
    )
  return Array.from({ length: 7 }, (_, at) => {
    const day = first + at
    return { narrow: name('narrow', day), long: name('long', day) }
  })
}

/** The first day of the week, 1 (Monday) to 7. */
function firstWeekday(language: string): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(
    language,
  )
  return locale.getWeekInfo?.().firstDay ?? 1
}
