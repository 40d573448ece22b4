import { expect, test } from 'vitest'
import { findDate } from './dates.ts'

const zone = 'Asia/Jerusalem'
const cases: [string, string, string?][] = [
  ['December 25, 2014 20:27', '2014-12-25T18:27:00.000Z'],
  ['Published: DECEMBER 25, 2014 8:27 pm', '2014-12-25T18:27:00.000Z'],
  ['25 December 2014, 20:27', '2014-12-25T18:27:00.000Z'],
  ['Thursday, Dec. 25, 2014 at 8:27 p.m. EST', '2014-12-26T01:27:00.000Z'],
  ['Published 10:02 AM EST Nov. 19, 2019', '2019-11-19T15:02:00.000Z'],
  ['2014-12-25T20:27:00Z', '2014-12-25T20:27:00.000Z'],
  ['2014-12-25T20:27:00+0100', '2014-12-25T19:27:00.000Z'],
  ['2014-12-25 20:27', '2014-12-25T18:27:00.000Z'],
  ['25/12/2014', '2014-12-24T22:00:00.000Z'],
  ['3/4/2014', '2014-03-03T22:00:00.000Z', 'en'],
  ['3/4/2014', '2014-04-02T21:00:00.000Z', 'fr'],
  ['25.12.2014 20:27', '2014-12-25T18:27:00.000Z', 'he'],
  ['25 בדצמבר 2014, 20:27', '2014-12-25T18:27:00.000Z'],
  ['٢٥ ديسمبر ٢٠١٤ ٢٠:٢٧', '2014-12-25T18:27:00.000Z'],
  ['25 كانون الأول 2014', '2014-12-24T22:00:00.000Z'],
  ['le 25 décembre 2014 à 20h27', '2014-12-25T18:27:00.000Z'],
  ['25. Dezember 2014, 20:27 Uhr', '2014-12-25T18:27:00.000Z'],
  ['25 de diciembre de 2014', '2014-12-24T22:00:00.000Z'],
  ['25 декабря 2014, 20:27', '2014-12-25T18:27:00.000Z'],
  ['2014年12月25日 20:27', '2014-12-25T18:27:00.000Z'],
  ['2014年12月25日 下午8時27分', '2014-12-25T18:27:00.000Z'],
  ['2014년 12월 25일 오후 8:27', '2014-12-25T18:27:00.000Z'],
  ['25 ธ.ค. 2557 20:27', '2014-12-25T18:27:00.000Z'],
]

test.each(cases)('the date in "%s" is %s', (text, iso, language) => {
  expect(findDate(text, { zone, language })?.at.toISOString()).toBe(iso)
})

test.each([
  'no date here',
  'Room 12/5',
  '99/99/2014',
  'version 10.2.33.1',
  'May God help us in 2014',
])('"%s" has no date', (text) => {
  expect(findDate(text, { zone })).toBeNull()
})

test('a day without a time is the first moment of that day in the zone', () => {
  const found = findDate('December 25, 2014', { zone })
  expect(found?.hasTime).toBe(false)
  expect(found?.at.toISOString()).toBe('2014-12-24T22:00:00.000Z')
})
