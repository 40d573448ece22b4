import { directionOf, words } from '#platform/i18n.ts'
import type { SafeHtml } from '#platform/html/safe.ts'
import type { CardView, PageNumbers, PageShell } from '../view.ts'
import { Pagination } from './pagination.tsx'
import { Picture } from './picture.tsx'
import { SearchForm, type SearchFormProps } from './search-form.tsx'
import { Page } from './shell.tsx'
import { Moment } from './time.tsx'
import { Cards } from './container.tsx'

/** A result: its card, with what matched marked (`<mark>`) in headline and excerpt. */
export interface ResultView {
  card: CardView
  headline: SafeHtml
  excerpt: SafeHtml
}

export interface SearchPageProps {
  shell: PageShell
  form: Omit<SearchFormProps, 'language'>
  results: ResultView[]
  /** How many there are; `more` when counting stopped there. */
  count: number
  more: boolean
  /** A better spelling and where it is asked. */
  suggestion: { query: string; href: string } | null
  numbers: PageNumbers
  /** For a reader who found nothing, or asked nothing yet. */
  newest: CardView[]
}

/** Search: the question, its filters, and what was found. */
export function SearchPage(props: SearchPageProps) {
  const { shell, form, results, numbers, suggestion } = props
  const say = words(shell.language)
  const asked = form.query !== '' || form.filtered
  return (
    <Page shell={shell} kind="search">
      <header className="page-head">
        <h1>{form.query ? say.resultsFor(form.query) : say.searchTheArchive}</h1>
        <SearchForm {...form} language={shell.language} />
      </header>
      {suggestion && (
        <p className="suggestion">
          {say.didYouMean} <a href={suggestion.href}>{suggestion.query}</a>?
        </p>
      )}
      {results.length > 0 && (
        <section className="container" aria-labelledby="results">
          <h2 className="container-title" id="results">
            {props.more ? say.manyResults(props.count) : say.results(props.count)}
          </h2>
          <ol className="cards river-layout">
            {results.map((result) => (
              <li key={result.card.href}>
                <Result result={result} shell={shell} />
              </li>
            ))}
          </ol>
          <Pagination numbers={numbers} language={shell.language} results />
        </section>
      )}
      {results.length === 0 && asked && (
        <section className="nothing" aria-labelledby="nothing">
          <h2 id="nothing">{say.nothingFound(form.query)}</h2>
          <ul>
            {say.nothingFoundHelp.map((help) => (
              <li key={help}>{help}</li>
            ))}
            <li>
              <a href="/archive">{say.browseTheArchive}</a>
            </li>
          </ul>
        </section>
      )}
      {results.length === 0 && <Newest cards={props.newest} shell={shell} />}
    </Page>
  )
}

function Result({
  result: { card, headline, excerpt },
  shell,
}: {
  result: ResultView
  shell: PageShell
}) {
  const foreign = card.language !== shell.language
  return (
    <div
      className={`card card-medium${card.picture ? ' card-with-thumb' : ''}`}
      lang={foreign ? card.language : undefined}
      dir={foreign ? directionOf(card.language) : undefined}
    >
      {card.picture && <Picture picture={card.picture} place="thumb" />}
      <div className="card-words">
        <p className="kicker">{card.section?.label ?? card.kicker}</p>
        <h3 className="card-headline">
          <ResultLink href={card.href} html={headline} />
        </h3>
        <p className="card-summary" dangerouslySetInnerHTML={{ __html: excerpt }} />
        <p className="card-meta" lang={foreign ? shell.language : undefined}>
          <Moment at={card.publishedAt} clock={shell} />
          {card.bylines.length > 0 && <span>{card.bylines.join(', ')}</span>}
        </p>
      </div>
    </div>
  )
}

function ResultLink({ href, html }: { href: string; html: SafeHtml }) {
  const line = <span dangerouslySetInnerHTML={{ __html: html }} />
  return <a href={href}>{line}</a>
}

/** What to read instead. */
export function Newest({ cards, shell }: { cards: CardView[]; shell: PageShell }) {
  if (cards.length === 0) return null
  return (
    <section className="container" aria-labelledby="newest">
      <h2 className="container-title" id="newest">
        {words(shell.language).newest}
      </h2>
      <Cards
        cards={cards}
        shell={shell}
        className="list-layout"
        level={3}
        size="small"
        picture="small"
      />
    </section>
  )
}
