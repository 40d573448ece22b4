import { trustedHtml } from '#platform/html/safe.ts'
import { paperSchema } from '#platform/paper.ts'
import type { ArticleView, CardView, PageShell, PictureView } from '../view.ts'
import { said } from './said.ts'

export type SpecimenLanguage = 'en' | 'he' | 'ar'

/** When every specimen is made: the evening of Christmas Day 2014. */
export const specimenMoment = new Date('2014-12-25T20:40:00Z')

/** A paper's sheet in the language asked for. */
export function aShell(language: SpecimenLanguage, changes: Partial<PageShell> = {}): PageShell {
  const { name, motto, sections } = said[language]
  const paper = paperSchema.parse({
    name,
    motto,
    language,
    founded: '1871',
    faces: { headline: 'newsreader', text: 'newsreader' },
    contact: 'desk@lantern.example',
    social: [{ label: 'Mastodon', href: 'https://social.example/@lantern' }],
  })
  return {
    paper,
    assets: { stylesheet: '/assets/paper.css', script: '/assets/main.js', fonts: [] },
    language,
    title: '',
    description: motto,
    canonical: 'https://lantern.example/',
    openGraph: { type: 'website' },
    jsonLd: [],
    feeds: [{ title: name, href: '/feed.xml', type: 'application/rss+xml' }],
    navigation: sections.map((label, at) => ({
      label,
      href: `/section-${at + 1}`,
      current: at === 1 ? 'section' : undefined,
      children: at === 1 ? [{ label: sections[2] ?? '', href: '/section-2-1' }] : undefined,
    })),
    breaking: [
      {
        headline: said[language].headlines[3] ?? '',
        language,
        href: '/section-1/breaking',
        at: minutesAgo(13),
      },
      { headline: said[language].headlines[1] ?? '', language, href: null, at: minutesAgo(95) },
    ],
    logo: null,
    partner: '/partner',
    madeAt: specimenMoment,
    ...changes,
  }
}

/** A picture that the specimen server draws; shapes differ, as in life. */
export function aPicture(number: number): PictureView {
  const [width, height] = [
    [1600, 1067],
    [2000, 1125],
    [1200, 1500],
  ][number % 3] as [number, number]
  return {
    id: `scene-${number}`,
    width,
    height,
    alt: `Scene ${number}`,
    caption: 'The quay at Skarrow before dawn.',
    credit: 'Ines Marrow',
    focal: { x: 0.3, y: 0.6 },
  }
}

export function aCard(
  language: SpecimenLanguage,
  number: number,
  changes: Partial<CardView> = {},
): CardView {
  const { headlines, summaries, names, sections } = said[language]
  const pick = (list: string[]) => list[number % list.length] ?? ''
  return {
    href: `/section-${(number % 4) + 1}/story-${number}`,
    headline: pick(headlines),
    kicker: number % 3 === 0 ? (sections[0] ?? '') : '',
    summary: pick(summaries),
    language,
    section: { label: pick(sections), href: `/section-${number % 4}` },
    bylines: [pick(names)],
    publishedAt: minutesAgo(40 + number * 173),
    readingMinutes: 2 + (number % 7),
    picture: number % 5 === 4 ? null : aPicture(number),
    premium: number === 7,
    portrait: aPicture(number + 40),
    ...changes,
  }
}

export function cards(language: SpecimenLanguage, from: number, count: number): CardView[] {
  return Array.from({ length: count }, (_, at) => aCard(language, from + at))
}

export function anArticle(
  language: SpecimenLanguage,
  changes: Partial<ArticleView> = {},
): ArticleView {
  const { headlines, summaries, names, sections, place, body } = said[language]
  const writer = (at: number, role: ArticleView['bylines'][number]['role']) => ({
    name: names[at] ?? '',
    href: `/author/${at}`,
    role,
    portrait: null,
  })
  return {
    headline: headlines[0] ?? '',
    kicker: sections[0] ?? '',
    standfirst: summaries[0] ?? '',
    dateline: place,
    language,
    access: 'open',
    bylines: [writer(0, 'writer'), writer(1, 'writer'), writer(2, 'photographer')],
    publishedAt: new Date('2014-12-25T20:27:00Z'),
    updatedAt: new Date('2014-12-25T20:39:00Z'),
    readingMinutes: 2,
    lead: aPicture(0),
    body: trustedHtml(body),
    corrections: [{ text: said[language].correction, madeAt: specimenMoment }],
    tags: sections.map((label) => ({ label, href: `/topic/${encodeURIComponent(label)}` })),
    url: 'https://lantern.example/news/ferry',
    ...changes,
  }
}

function minutesAgo(minutes: number): Date {
  return new Date(specimenMoment.getTime() - minutes * 60_000)
}
