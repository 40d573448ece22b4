const languages = (
  'en en-GB he ar ar-LB ar-MA fa fr de es pt pt-PT it nl sv da nb fi pl cs sk hu ro bg ru uk el tr th vi id ms ca hr sr ' +
  'sl lt lv et hi bn ka hy az kk'
).split(' ')

/** Ways that newspapers shorten months and Intl does not. */
const extra: Record<string, number> = {
  sept: 9,
  janv: 1,
  févr: 2,
  fevr: 2,
  avr: 4,
  juil: 7,
  sept_: 9,
  déc: 12,
  set: 9,
  out: 10,
  dez: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  mrz: 3,
  märz: 3,
  okt: 10,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  ינו: 1,
  פבר: 2,
  אפר: 4,
  אוג: 8,
  ספט: 9,
  אוק: 10,
  נוב: 11,
  דצמ: 12,
  מרס: 3,
  מארס: 3,
  أيلول: 9,
  شباط: 2,
  آذار: 3,
  نيسان: 4,
  أيار: 5,
  حزيران: 6,
  تموز: 7,
  آب: 8,
  يناير: 1,
  جانفي: 1,
  فيفري: 2,
  أفريل: 4,
  جوان: 6,
  جويلية: 7,
  أوت: 8,
}

let table: Map<string, number> | null = null

/** Month names of the languages newspapers are written in, in all their forms, without dots. */
export const months = (): Map<string, number> => {
  if (table) return table
  table = new Map(Object.entries(extra))
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, {
        month,
        timeZone: 'UTC',
        calendar: 'gregory',
        numberingSystem: 'latn',
      })
      const inDate = new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month,
        year: 'numeric',
        timeZone: 'UTC',
        calendar: 'gregory',
        numberingSystem: 'latn',
      })
      for (let number = 1; number <= 12; number++) {
        const date = Date.UTC(2014, number - 1, 15)
        const named = inDate.formatToParts(date).find((part) => part.type === 'month')?.value
        for (const name of [alone.format(date), named]) {
          const key = name?.toLowerCase().normalize('NFC').replace(/\.$/, '')
          if (key && /\p{L}.?\p{L}/u.test(key) && !/\d/.test(key) && !table.has(key))
            table.set(key, number)
        }
      }
    }
  }
  return table
}
