import { expect, test } from 'vitest'
import { plainText } from '#newsroom/body-text.ts'
import { sanitiseBody } from '#newsroom/body.ts'
import { readingMinutes } from '#newsroom/reading-time.ts'
import { countWords } from '#newsroom/word-count.ts'
import { directionOf } from '#platform/i18n.ts'
import { readArticleFile, type SampleArticle } from './article-file.ts'
import { readSampleFiles } from './files.ts'
import { gallery } from './pictures/gallery.ts'
import { placePictures } from './prepare.ts'
import { fillDays, momentOf, type When } from './when.ts'

const files = readSampleFiles()
const { articles } = files
const loading = { now: new Date('2026-05-20T15:00:00Z'), zone: files.paper.zone }
const pictures = new Map(
  Object.keys(gallery).map((name) => [
    name,
    { mediaId: '0190a0b0-0000-7000-8000-000000000000', width: 1600, height: 1000 },
  ]),
)
const slugs = (list: { slug: string }[]): Set<string> => new Set(list.map(({ slug }) => slug))
const sections = slugs(files.sections)
const authors = slugs(files.authors)
const tags = slugs(files.tags)
const withoutGaps = (html: string): string =>
  html.replace(/>\s+</g, '><').replaceAll(' />', '>').trim()
const find = (slug: string): SampleArticle =>
  articles.find((article) => article.slug === slug) as SampleArticle

test('the sample has about sixty articles in English, two in Hebrew and two in Arabic', () => {
  const count = (language: string): number =>
    articles.filter((article) => article.language === language).length
  expect(count('en')).toBeGreaterThanOrEqual(60)
  expect([count('he'), count('ar')]).toEqual([2, 2])
  expect(articles.filter(({ language }) => directionOf(language) === 'rtl')).toHaveLength(4)
})

test.each(articles.map((article) => [article.slug, article] as const))(
  'the sanitiser leaves the body of %s as it is',
  (_, article) => {
    const body = placePictures(article.body, pictures)
    expect(withoutGaps(sanitiseBody(body))).toBe(withoutGaps(body))
  },
)

test('text right to left is written in its own script', () => {
  for (const { language, headline, body } of articles) {
    const script = { he: /\p{Script=Hebrew}/gu, ar: /\p{Script=Arabic}/gu }[language]
    if (!script) continue
    const letters = plainText(body).match(/\p{L}/gu)?.length ?? 0
    expect(plainText(body).match(script)?.length).toBeGreaterThan(letters * 0.98)
    expect(headline).toMatch(script)
  }
})

test('the wire story of about 430 words is a two-minute read', () => {
  const words = countWords(plainText(find('ferries-sail-again-after-deal-at-dawn').body), 'en')
  expect(words).toBeGreaterThan(420)
  expect(words).toBeLessThan(450)
  expect(readingMinutes(words, 'en')).toBe(2)
})

test('every name an article uses is known, and its links lead to articles that were there by then', () => {
  const addresses = new Map(
    articles.map((article) => [`/${article.section}/${article.slug}`, article]),
  )
  expect(addresses.size).toBe(articles.length)
  const wrong = articles.flatMap((article) => {
    const names = [
      ...(sections.has(article.section) ? [] : [article.section]),
      ...article.by.map(({ author }) => author).filter((author) => !authors.has(author)),
      ...article.tags.filter((tag) => !tags.has(tag)),
    ]
    const last = momentOf(article.updated ?? article.published, loading)
    const links = [...article.body.matchAll(/href="([^"]+)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => {
        const target = addresses.get(address)
        const topic = address.startsWith('/topic/') && tags.has(address.slice(7))
        return !topic && (!target || momentOf(target.published, loading) > last)
      })
    return [...names, ...links].map((name) => `${article.slug}: ${name}`)
  })
  expect(wrong).toEqual([])
})

test('tags, authors and pictures that nobody uses are not there', () => {
  expect(new Set(articles.flatMap((article) => article.tags))).toEqual(tags)
  expect(new Set(articles.flatMap(({ by }) => by.map(({ author }) => author)))).toEqual(authors)
  const shown = new Set(articles.map(({ picture }) => picture))
  expect(Object.keys(gallery).filter((name) => !shown.has(name))).toEqual([])
})

test('nothing lies in the future, whatever the hour of loading, and what was updated was published before', () => {
  const wrong = ['00:05', '09:00', '11:59', '12:00', '23:50'].flatMap((hour) => {
    const now = new Date(`2026-05-20T${hour}:00+01:00`)
    const at = (when: When): number => momentOf(when, { ...loading, now }).getTime()
    return articles.filter((article) => {
      const later = [article.updated, ...article.correction.map((item) => item.at)]
        .filter((when) => when !== undefined)
        .map(at)
      const published = at(article.published)
      return (
        Math.min(published, ...later) < published || Math.max(published, ...later) > now.getTime()
      )
    })
  })
  expect(wrong.map(({ slug }) => slug)).toEqual([])
})

test('the days an article speaks of are those around the day of loading', () => {
  expect(fillDays('on {weekday 1}, by {date -3}', 'en', loading)).toBe('on Tuesday, by May 23')
  const morning = { ...loading, now: new Date('2026-05-20T08:00:00Z') }
  expect(fillDays('{weekday 0}', 'en', morning)).toBe('Tuesday')
})

test('no day stays unfilled', () => {
  for (const article of articles)
    for (const text of [article.headline, article.standfirst, article.body, article.caption])
      expect(fillDays(text, article.language, loading)).not.toMatch(/[{}]/)
})

test('an article file with an unknown field or picture is refused with its name', () => {
  const good =
    'Headline: A\nKicker: B\nStandfirst: C\nSummary: D\nSection: news\nTags: x\nBy: jonas-weir\nPublished: 1 days ago 06:10\nPicture: harbour\nCaption: E\nAlt: F\n\n<p>G</p>'
  expect(readArticleFile('01-a.html', good).slug).toBe('a')
  expect(() => readArticleFile('01-a.html', good.replace('harbour', 'moon'))).toThrow(/01-a\.html/)
  expect(() => readArticleFile('01-a.html', good.replace('1 days ago', 'soon'))).toThrow(
    /published/,
  )
  expect(() => readArticleFile('01-a.html', `Mood: fine\n${good}`)).toThrow(/01-a\.html/)
})

test('the front and the breaking news name articles of the sample, each once', () => {
  const known = new Set(articles.map(({ slug }) => slug))
  const cards = files.front.flatMap((row) => row.cards)
  expect(cards.filter((slug) => !known.has(slug))).toEqual([])
  expect(new Set(cards).size).toBe(cards.length)
  expect(files.breaking.filter(({ article }) => !known.has(article))).toEqual([])
})
