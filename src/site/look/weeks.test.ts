import { expect, test } from 'vitest'
import { weekdayNames, weeksOf } from './weeks.ts'

test('weeks begin on Sunday in American English and Hebrew, on Monday in German', () => {
  expect(weekdayNames('en-US')[0]?.long).toBe('Sunday')
  expect(weekdayNames('he')[0]?.long).toBe('יום ראשון')
  expect(weekdayNames('de')[0]?.long).toBe('Montag')
})

test('a month fills whole weeks and holds each of its days once', () => {
  const weeks = weeksOf('2024-02', 'de')
  expect(weeks[0]).toEqual([
    null,
    null,
    null,
    '2024-02-01',
    '2024-02-02',
    '2024-02-03',
    '2024-02-04',
  ])
  expect(weeks.flat().filter(Boolean)).toHaveLength(29)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})
