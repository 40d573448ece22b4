const minute = 60_000

/**
 * Times in lists, brought up to date on the device: "12 minutes ago" within the hour. Kept pages
 * print the time alone for the day they were made; on a later day the date is added.
 */
export function startMoments(): void {
  const { lang, dataset } = document.documentElement
  const zone = dataset.zone ?? 'UTC'
  const now = Date.now()
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  const ago = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const dated = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const at = new Date(time.dateTime)
    const age = now - at.getTime()
    if (age >= 0 && age < 60 * minute)
      time.textContent = ago.format(-Math.floor(age / minute), 'minute')
    else if (/^.{4,5}$/u.test(time.textContent ?? '') && day.format(at) !== day.format(now))
      time.textContent = dated.format(at)
  }
}
