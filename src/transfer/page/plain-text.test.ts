import { expect, test } from 'vitest'
import type { ExtractedPage } from './extract.ts'
import * as fixtures from './fixtures/texts.ts'
import { extractText } from './plain-text.ts'

const {
  englishTop,
  englishLetter,
  englishStory,
  englishTail,
  hebrewTop,
  hebrewLetter,
  hebrewStory,
  hebrewTail,
  wrapped,
} = fixtures
const zone = 'Asia/Jerusalem'
const read = (...parts: string[]): ExtractedPage => extractText(parts.join('\n\n'), { zone })
const texts = (page: ExtractedPage): string[] =>
  page.html.split('\n').map((line) =>
    line
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )

const lines = englishStory.join('\n')
const half = [englishStory.slice(0, 2).join('\n'), englishStory.slice(2).join('\n')] as const

const shapes: [string, string[]][] = [
  ['the letter before the story', [englishTop, englishLetter, lines, englishTail]],
  ['the letter in the middle', [englishTop, half[0], englishLetter, half[1], englishTail]],
  ['the letter after the story', [englishTop, lines, englishLetter, englishTail]],
  ['no letter', [englishTop, lines, englishTail]],
  ['nothing after the story', [englishTop, englishLetter, lines]],
  ['the letter above the headline', [englishLetter, englishTop, lines, englishTail]],
  [
    'hard-wrapped lines and the letter before',
    [englishTop, wrapped(englishLetter.split('\n')), wrapped(englishStory), englishTail],
  ],
  [
    'hard-wrapped lines and the letter in the middle',
    [
      englishTop,
      wrapped(englishStory.slice(0, 2)),
      wrapped(englishLetter.split('\n')),
      wrapped(englishStory.slice(2)),
      englishTail,
    ],
  ],
  [
    'hard-wrapped lines where the letter keeps its own',
    [englishTop, englishLetter, wrapped(englishStory), englishTail],
  ],
  [
    'a menu above',
    [
      'The Harbour Herald\nSkip to content\nMenu\nNews\nPolitics\nSport\nOpinion\nLog in\nSubscribe',
      englishTop,
      englishLetter,
      lines,
      englishTail,
    ],
  ],
  [
    "the masthead's own date in a menu above",
    [
      'The Harbour Herald\nSaturday, January 3, 2015\nNews | Politics | Sport\nMost read\nHow to skate on thin ice',
      englishTop,
      englishLetter,
      lines,
      englishTail,
    ],
  ],
  [
    'a related box in the middle',
    [
      englishTop,
      half[0],
      'Related Content\nFerry fares to rise in spring, operator says',
      half[1],
      englishTail,
    ],
  ],
]

test.each(shapes)(
  'a text save with %s gives headline, time and nothing but the story',
  (_, parts) => {
    const page = read(...parts)
    expect(page.headline).toBe('Dock workers end strike after all-night talks in Port Amber')
    expect(page.publishedAt?.toISOString()).toBe('2014-12-25T18:27:00.000Z')
    expect(texts(page)).toEqual(englishStory)
    expect(page.dateline).toBe('PORT AMBER')
    expect(page.language).toBe('en')
    expect(page.trouble).toBeNull()
  },
)

const hebrewShapes: [string, string[]][] = [
  ['before', [hebrewTop, hebrewLetter, hebrewStory.join('\n'), hebrewTail]],
  [
    'in the middle',
    [
      hebrewTop,
      hebrewStory.slice(0, 2).join('\n'),
      hebrewLetter,
      hebrewStory.slice(2).join('\n'),
      hebrewTail,
    ],
  ],
  ['after', [hebrewTop, hebrewStory.join('\n'), hebrewLetter, hebrewTail]],
  [
    'before, hard-wrapped,',
    [hebrewTop, wrapped(hebrewLetter.split('\n')), wrapped(hebrewStory), hebrewTail],
  ],
]

test.each(hebrewShapes)(
  'a Hebrew text save with the letter %s gives only the story',
  (_, parts) => {
    const page = read(...parts)
    expect(page.headline).toBe('עובדי הנמל סיימו את השביתה אחרי לילה של שיחות')
    expect(page.publishedAt?.toISOString()).toBe('2014-12-25T18:27:00.000Z')
    expect(page.byline).toEqual(['רות אלמוג'])
    expect(texts(page)).toEqual(hebrewStory)
    expect(page.language).toBe('he')
  },
)

test('addresses behind links are taken off and linked lines are not the story', () => {
  const page = read(
    'Home <https://herald.example/> News <https://herald.example/news>\n' + englishTop,
    englishLetter.replace(
      'become our partner',
      'become our partner <https://herald.example/partner?from=\nletter>',
    ),
    englishStory
      .join('\n')
      .replace('Lena Varga', 'Lena Varga <https://herald.example/people/lena-varga>'),
    'Ferry fares to rise in spring, operator says <https://herald.example/ferry>',
    englishTail,
  )
  expect(texts(page)).toEqual(englishStory)
})

test.each([
  ['By RUTH COHEN', ['Ruth Cohen']],
  ['By Ruth Cohen and Omar Haddad', ['Ruth Cohen', 'Omar Haddad']],
  ['By RUTH COHEN, REUTERS', ['Ruth Cohen', 'REUTERS']],
])('the byline "%s" is read and is not in the story', (line, names) => {
  const page = read(
    englishTop.replace('\nDecember', `\n${line}\nDecember`),
    englishLetter,
    lines,
    englishTail,
  )
  expect(page.byline).toEqual(names)
  expect(page.headline).toBe('Dock workers end strike after all-night talks in Port Amber')
  expect(texts(page)).toEqual(englishStory)
})

test.each([
  '25 December 2014, 20:27',
  'Published: DECEMBER 25, 2014 8:27 pm',
  '25/12/2014 20:27',
  '2014-12-25 20:27',
  'le 25 décembre 2014 à 20h27',
  '25. Dezember 2014, 20:27 Uhr',
])('the date line "%s" is understood', (line) => {
  const page = read(
    englishTop.replace('December 25, 2014 20:27', line),
    englishLetter,
    lines,
    englishTail,
  )
  expect(page.publishedAt?.toISOString()).toBe('2014-12-25T18:27:00.000Z')
  expect(texts(page)).toEqual(englishStory)
})

test('a column that opens as a letter but asks for nothing keeps its opening', () => {
  const column = [
    'Dear Reader,',
    'You may wonder why this column has been silent for a month, and the answer is a broken leg and a very long staircase.',
    'It happened on the evening of the regatta, when the lights of the pier went out and I stepped where there was no step.',
    'I have since learned more about plaster than I ever wished to know, and more about neighbours than I deserved.',
  ]
  const page = read('A silent month\nDecember 25, 2014 20:27', column.join('\n'))
  expect(page.html).toContain('broken leg')
  expect(page.html).toContain('plaster')
})

test('a news story about subscriptions is not taken for an appeal', () => {
  const story = [
    'The Morning Post said on Monday that it had gained 40,000 digital subscribers, each paying $5 a month, and that membership would grow.',
    'Its chief executive told investors that readers who donate to independent journalism “are our partners, and we ask you to support our work with them”.',
    'Analysts said the paper would need twice as many subscriptions to cover the cost of its newsroom over the coming year.',
  ]
  const page = read('Post gains subscribers\nDecember 25, 2014 20:27', story.join('\n'))
  expect(texts(page)).toEqual(story)
})

test.each([
  ['', 'empty'],
  ['404 Not Found\n\nThe page you asked for is not here.', 'error-page'],
  ['Home\nNews\nSport\nContact us\nImprint', 'no-article'],
])('the text %j is refused as "%s"-like', (text, reason) => {
  expect(extractText(text).trouble).toBe(reason)
})
