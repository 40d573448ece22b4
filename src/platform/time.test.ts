import { expect, test } from 'vitest'
import { addTo, dayIn, dayRange, formatDate, formatDateTime, momentIn } from './time.ts'

const place = { language: 'en', zone: 'Asia/Jerusalem' }

test('a moment is printed in the zone and the language of the paper', () => {
  const moment = new Date('2014-12-25T18:27:00Z')
  expect(formatDateTime(moment, place)).toBe('December 25, 2014 20:27')
  expect(formatDate(moment, { language: 'he', zone: 'Asia/Jerusalem' })).toBe('25 בדצמבר 2014')
})

test('a day begins at midnight of the zone, also when the clocks change', () => {
  expect(dayIn('Pacific/Auckland', new Date('2014-12-25T18:27:00Z'))).toBe('2014-12-26')
  const spring = dayRange('Europe/Berlin', '2024-03-31')
  expect(spring && spring.to.getTime() - spring.from.getTime()).toBe(23 * 3600 * 1000)
  expect(dayRange('UTC', '2024-02')).toEqual({
    from: new Date('2024-02-01T00:00:00Z'),
    to: new Date('2024-03-01T00:00:00Z'),
  })
})

test.each(['2023-02-29', '2023-13', '20', '2023-00-10', 'yesterday', '0000-00-00'])(
  '%s is no day of the calendar',
  (day) => expect(dayRange('UTC', day)).toBeNull(),
)

test('calendar maths keep to the calendar', () => {
  expect(addTo(new Date('2023-01-31T10:00:00Z'), { months: 1 }, 'UTC')).toEqual(
    new Date('2023-02-28T10:00:00Z'),
  )
  const beforeTheChange = momentIn('Europe/Berlin', '2024-03-30T09:00') as Date
  expect(addTo(beforeTheChange, { days: 1 }, 'Europe/Berlin')).toEqual(
    momentIn('Europe/Berlin', '2024-03-31T09:00'),
  )
  expect(momentIn('UTC', 'no time')).toBeNull()
})
