import type { ReactElement } from 'react'
import { trustedHtml } from '#platform/html/safe.ts'
import { ArchivePage } from '../pages/archive.tsx'
import { ArticlePage } from '../pages/article.tsx'
import { AuthorPage } from '../pages/author.tsx'
import { BreakingPage } from '../pages/breaking.tsx'
import { FailurePage } from '../pages/failure.tsx'
import { FrontPage } from '../pages/front.tsx'
import { MissingPage } from '../pages/missing.tsx'
import { SearchPage } from '../pages/search.tsx'
import { SectionPage } from '../pages/section.tsx'
import { TopicPage } from '../pages/topic.tsx'
import type { ContainerLayout, ContainerView, PageNumbers, PageShell } from '../view.ts'
import { said } from './said.ts'
import { aCard, anArticle, aPicture, aShell, cards, type SpecimenLanguage } from './shell.ts'

type Specimen = (language: SpecimenLanguage, shell?: Partial<PageShell>) => ReactElement

const numbers: PageNumbers = { page: 3, pages: 12, hrefOf: (page) => `?page=${page}` }
const single: PageNumbers = { page: 1, pages: 1, hrefOf: () => '?' }

/** Every kind of page, filled. Pictures and assets are whatever the shell names. */
export const specimens: Record<string, Specimen> = {
  front: (language, changes) => (
    <FrontPage
      shell={aShell(language, changes)}
      containers={[
        row(language, 'lead', 6),
        row(language, 'grid', 4),
        row(language, 'splash', 4),
        row(language, 'opinion', 4),
        row(language, 'list', 6),
        row(language, 'grid', 3),
        row(language, 'river', 5),
      ]}
    />
  ),
  'empty-front': (language, changes) => (
    <FrontPage
      shell={aShell(language, { breaking: [], navigation: [], ...changes })}
      containers={[]}
    />
  ),
  section: (language, changes) => (
    <SectionPage
      shell={aShell(language, { title: said[language].sections[1] ?? '', ...changes })}
      title={said[language].sections[1] ?? ''}
      description={said[language].summaries[1] ?? ''}
      trail={[]}
      subsections={[{ label: said[language].sections[2] ?? '', href: '/section-2-1' }]}
      containers={[{ ...row(language, 'lead', 3), title: '' }]}
      cards={cards(language, 3, 8)}
      numbers={{ ...numbers, page: 1 }}
    />
  ),
  article: (language, changes) => (
    <ArticlePage
      shell={aShell(language, {
        title: said[language].headlines[0] ?? '',
        breaking: [],
        ...changes,
      })}
      article={anArticle(language)}
      trail={[{ label: said[language].sections[0] ?? '', href: '/section-1' }]}
      related={cards(language, 1, 5)}
      breaking={aShell(language).breaking}
    />
  ),
  topic: (language, changes) => (
    <TopicPage
      shell={aShell(language, { title: said[language].sections[4] ?? '', ...changes })}
      title={said[language].sections[4] ?? ''}
      description={said[language].summaries[2] ?? ''}
      count={231}
      cards={cards(language, 2, 6)}
      numbers={numbers}
    />
  ),
  author: (language, changes) => (
    <AuthorPage
      shell={aShell(language, { title: said[language].names[0] ?? '', ...changes })}
      author={{
        name: said[language].names[0] ?? '',
        href: '/author/0',
        role: said[language].sections[2] ?? '',
        biography: said[language].summaries.join('\n\n'),
        portrait: aPicture(42),
      }}
      count={64}
      cards={cards(language, 1, 6)}
      numbers={numbers}
    />
  ),
  archive: (language, changes) => (
    <ArchivePage
      shell={aShell(language, { title: 'Archive', breaking: [], ...changes })}
      trail={[]}
      level="years"
      years={Array.from({ length: 9 }, (_, at) => ({
        year: String(2014 - at),
        count: 3120 - at * 97,
      }))}
    />
  ),
  'archive-year': (language, changes) => (
    <ArchivePage
      shell={aShell(language, { title: '2014', breaking: [], ...changes })}
      trail={[{ label: 'Archive', href: '/archive' }]}
      level="year"
      year="2014"
      months={Array.from({ length: 12 }, (_, at) =>
        aMonth(`2014-${String(at + 1).padStart(2, '0')}`),
      )}
      earlier="2013"
      later={null}
    />
  ),
  'archive-month': (language, changes) => (
    <ArchivePage
      shell={aShell(language, { title: '2014-12', breaking: [], ...changes })}
      trail={[{ label: '2014', href: '/archive/2014' }]}
      level="month"
      month={aMonth('2014-12')}
      earlier="2014-11"
      later={null}
      cards={cards(language, 0, 6)}
      numbers={numbers}
    />
  ),
  'archive-day': (language, changes) => (
    <ArchivePage
      shell={aShell(language, { title: '2014-12-25', breaking: [], ...changes })}
      trail={[{ label: '2014', href: '/archive/2014' }]}
      level="day"
      day="2014-12-25"
      earlier="2014-12-24"
      later={null}
      cards={cards(language, 0, 4)}
      numbers={single}
    />
  ),
  breaking: (language, changes) => (
    <BreakingPage
      shell={aShell(language, { title: 'Breaking', breaking: [], ...changes })}
      items={cards(language, 0, 12).map((card) => ({ ...card, at: card.publishedAt }))}
      numbers={numbers}
    />
  ),
  search: (language, changes) => (
    <SearchPage
      shell={aShell(language, {
        title: 'ferry',
        robots: 'noindex',
        canonical: null,
        breaking: [],
        ...changes,
      })}
      form={{ ...aForm(language), query: 'fery sail', section: 'news', filtered: true }}
      results={cards(language, 0, 6).map((card) => ({
        card,
        headline: marked(card.headline),
        excerpt: marked(card.summary),
      }))}
      count={1000}
      more
      suggestion={{ query: 'ferry sail', href: '/search?q=ferry+sail' }}
      numbers={{ ...numbers, page: 1 }}
      newest={[]}
    />
  ),
  'search-nothing': (language, changes) => (
    <SearchPage
      shell={aShell(language, {
        title: 'xyzzy',
        robots: 'noindex',
        canonical: null,
        breaking: [],
        ...changes,
      })}
      form={{ ...aForm(language), query: 'xyzzy' }}
      results={[]}
      count={0}
      more={false}
      suggestion={null}
      numbers={single}
      newest={cards(language, 0, 6)}
    />
  ),
  missing: (language, changes) => (
    <MissingPage
      shell={aShell(language, { title: '404', ...changes })}
      status={404}
      newest={cards(language, 0, 6)}
    />
  ),
  gone: (language, changes) => (
    <MissingPage
      shell={aShell(language, { title: '410', ...changes })}
      status={410}
      reason={said[language].correction}
      newest={cards(language, 0, 4)}
    />
  ),
  failure: (language, changes) => (
    <FailurePage
      shell={aShell(language, { title: '500', breaking: [], ...changes })}
      reference="01940f5e-7c1a"
    />
  ),
}

let seed = 0
function row(language: SpecimenLanguage, layout: ContainerLayout, count: number): ContainerView {
  seed += 7
  const title = layout === 'lead' ? '' : (said[language].sections[seed % 9] ?? '')
  const list = Array.from({ length: count }, (_, at) => aCard(language, seed + at))
  // Fronts that fill the first row show its pictures whatever the number.
  const shown = list.map((card, at) => ({ ...card, picture: card.picture ?? aPicture(seed + at) }))
  return {
    id: `${layout}-${count}`,
    title,
    href: title ? '/section-1' : null,
    layout,
    cards: shown,
  }
}

function aMonth(month: string) {
  const days = new Map<string, number>()
  for (let day = 1; day <= 28; day++)
    if (day % 6 !== 3) days.set(`${month}-${String(day).padStart(2, '0')}`, 1 + (day % 4))
  return { month, count: 64, days }
}

function aForm(language: SpecimenLanguage) {
  return {
    query: '',
    sections: said[language].sections.map((title, at) => ({
      slug: at === 0 ? 'news' : `s${at}`,
      title,
    })),
    authors: said[language].names.map((name, at) => ({ slug: `a${at}`, name })),
    section: '',
    author: '',
    from: '',
    to: '',
    sort: 'best' as const,
    filtered: false,
  }
}

function marked(text: string) {
  const [first = '', ...rest] = text.split(' ')
  return trustedHtml(`<mark>${first}</mark> ${rest.join(' ')}`)
}
