import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { trustedHtml } from '#platform/html/safe.ts'
import { ArticlePage } from './article.tsx'
import { stepsOf } from './pagination.tsx'
import { renderPage } from './shell.tsx'
import { anArticle, aShell, cards, specimenMoment } from '../specimens/shell.ts'
import { specimens } from '../specimens/specimens.tsx'

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

for (const language of ['en', 'he', 'ar'] as const)
  test.each(Object.keys(specimens))(`the %s page is valid HTML in ${language}`, async (name) => {
    const report = await validator.validateString(renderPage(specimens[name]!(language)))
    const faults = report.results.flatMap((result) =>
      result.messages.map((message) => `${message.ruleId}: ${message.message} ${message.selector}`),
    )
    expect(faults).toEqual([])
  })

test.each(Object.keys(specimens))('the %s page has one h1 and skips no heading', (name) => {
  const html = renderPage(specimens[name]!('en'))
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1))
})

test.each(Object.keys(specimens))(
  'the %s page needs no inline style and one inline script',
  (name) => {
    const html = renderPage(specimens[name]!('en'))
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="/)
    expect(html.match(/<script>/g)).toHaveLength(1)
  },
)

const article = (changes = {}) =>
  renderPage(
    <ArticlePage
      shell={aShell('en', { title: 'Ferry' })}
      article={anArticle('en', changes)}
      trail={[]}
      related={cards('en', 1, 5)}
      breaking={aShell('en').breaking}
    />,
  )
const inside = (html: string) => /<article[\s>][\s\S]*<\/article>/.exec(html)?.[0] ?? ''

test('the article element holds the article and nothing that stands beside it', () => {
  const html = article()
  const text = inside(html)
  expect(text).toContain('On the ninth day, shortly before six')
  expect(text).toContain('There are eleven.')
  for (const other of [
    'Related Content',
    'Breaking news',
    'Share',
    'Print',
    '2 minute read',
    '/partner',
    '/topic/',
  ])
    expect(text).not.toContain(other)
  expect(html).toContain('Related Content')
  expect(html).toContain('2 minute read')
})

test('an article says when it came out and when it changed, in the paper’s zone', () => {
  const text = inside(article())
  expect(text).toContain('>December 25, 2014 20:27<')
  expect(text).toMatch(/Updated <time[^>]*>December 25, 2014 20:39</)
})

test('an update within the minute is no update', () => {
  expect(inside(article({ updatedAt: new Date('2014-12-25T20:27:30Z') }))).not.toContain('Updated')
})

test('a byline names its writers as a sentence and others by their role', () => {
  const text = inside(article()).replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('By Tilda Brock and Omar Vance')
  expect(text).toContain('Photographs Ines Marrow')
})

test('script in any field is shown as text', () => {
  const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const html = renderPage(
    <ArticlePage
      shell={aShell('en', { title: evil, description: evil, jsonLd: [{ name: evil }] })}
      article={anArticle('en', {
        headline: evil,
        kicker: evil,
        standfirst: evil,
        dateline: evil,
        tags: [{ label: evil, href: '/topic/x' }],
        corrections: [{ text: evil, madeAt: specimenMoment }],
      })}
      trail={[{ label: evil, href: '/x' }]}
      related={cards('en', 1, 1).map((card) => ({
        ...card,
        headline: evil,
        summary: evil,
        bylines: [evil],
      }))}
      breaking={[{ headline: evil, language: 'en', href: null, at: specimenMoment }]}
    />,
  )
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img src=x')
})

test('a Hebrew card on an English page says its language and direction', () => {
  const card = { ...cards('he', 1, 1)[0]!, language: 'he' }
  const html = renderPage(
    <ArticlePage
      shell={aShell('en')}
      article={anArticle('en', { body: trustedHtml('<p>x</p>') })}
      trail={[]}
      related={[card]}
      breaking={[]}
    />,
  )
  expect(html).toMatch(/<div class="card[^"]*" lang="he" dir="rtl">/)
})

test('the lead picture is fetched at once and in modern formats, the others when they come near', () => {
  const html = article()
  expect(html.match(/fetchpriority="high"/g)).toHaveLength(1)
  expect(inside(html)).toMatch(
    /<source type="image\/avif" srcset="[^"]*\/media\/scene-0\/800.avif 800w/,
  )
  expect(html.match(/<img(?![^>]*(loading="lazy"|fetchpriority="high"))/g)).toBeNull()
  expect(html.match(/<img(?![^>]*width="\d+" height="\d+")/g)).toBeNull()
})

test('pages of a long list are named with gaps', () => {
  expect(stepsOf(1, 1)).toEqual([1])
  expect(stepsOf(1, 3)).toEqual([1, 2, 3])
  expect(stepsOf(5, 9)).toEqual([1, -4, 4, 5, 6, -9, 9])
  expect(stepsOf(4, 6)).toEqual([1, 2, 3, 4, 5, 6])
})
