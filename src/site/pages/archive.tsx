import { words } from '#platform/i18n.ts'
import { formatFullDate, formatMonth } from '#platform/time.ts'
import type { CardView, LinkView, PageNumbers, PageShell } from '../view.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { MonthCalendar } from './calendar.tsx'
import { ArticleList } from './list.tsx'
import { Page } from './shell.tsx'

/** The days of a month on which something was published. */
export interface ArchiveMonth {
  /** YYYY-MM */
  month: string
  count: number
  /** From YYYY-MM-DD to the number of articles. */
  days: Map<string, number>
}

export type ArchivePageProps = { shell: PageShell; trail: LinkView[] } & (
  | { level: 'years'; years: { year: string; count: number }[] }
  | {
      level: 'year'
      year: string
      months: ArchiveMonth[]
      earlier: string | null
      later: string | null
    }
  | ({ level: 'month'; month: ArchiveMonth } & ArchiveList)
  | ({ level: 'day'; day: string } & ArchiveList)
)

interface ArchiveList {
  cards: CardView[]
  numbers: PageNumbers
  /** The nearest months or days with articles: 'YYYY-MM' or 'YYYY-MM-DD'. */
  earlier: string | null
  later: string | null
}

/** The address of a year, month or day of the archive. */
export function archiveHref(when: string): string {
  return `/archive/${when.replaceAll('-', '/')}`
}

/** The archive: years, then months with their days, then the articles of a month or a day. */
export function ArchivePage(props: ArchivePageProps) {
  const { shell } = props
  const say = words(shell.language)
  return (
    <Page shell={shell} kind="archive">
      <header className="page-head">
        <Breadcrumb trail={props.trail} language={shell.language} />
        <h1>{props.level === 'years' ? say.archive : whenOf(props)}</h1>
        {props.level === 'years' && <p className="page-introduction">{say.archiveIntroduction}</p>}
        {props.level !== 'years' && (
          <Neighbours earlier={props.earlier} later={props.later} shell={shell} />
        )}
      </header>
      {props.level === 'years' && <Years years={props.years} language={shell.language} />}
      {props.level === 'year' && (
        <div className="months">
          {props.months.map((month) => (
            <MonthCalendar key={month.month} month={month} language={shell.language} linked />
          ))}
        </div>
      )}
      {props.level === 'month' && (
        <div className="archive-month">
          <MonthCalendar month={props.month} language={shell.language} />
          <ArticleList {...props} title={say.articles(props.month.count)} />
        </div>
      )}
      {props.level === 'day' && props.cards.length > 0 && (
        <ArticleList {...props} title={say.articles(props.cards.length)} />
      )}
      {props.level === 'day' && props.cards.length === 0 && (
        <p className="empty">{say.noneThatDay}</p>
      )}
    </Page>
  )
}

function Years({
  years,
  language,
}: {
  years: { year: string; count: number }[]
  language: string
}) {
  if (years.length === 0) return <p className="empty">{words(language).noArticlesYet}</p>
  return (
    <ul className="years">
      {years.map(({ year, count }) => (
        <li key={year}>
          <a href={archiveHref(year)}>{year}</a>
          <span>{words(language).articles(count)}</span>
        </li>
      ))}
    </ul>
  )
}

function Neighbours(props: { earlier: string | null; later: string | null; shell: PageShell }) {
  const { earlier, later, shell } = props
  const say = words(shell.language)
  if (!earlier && !later) return null
  return (
    <nav className="neighbours" aria-label={say.archive}>
      {earlier && (
        <a href={archiveHref(earlier)} rel="prev">
          {say.earlier}: {whenLabel(earlier, shell.language)}
        </a>
      )}
      {later && (
        <a href={archiveHref(later)} rel="next">
          {say.later}: {whenLabel(later, shell.language)}
        </a>
      )}
    </nav>
  )
}

function whenOf(props: Exclude<ArchivePageProps, { level: 'years' }>): string {
  const { language } = props.shell
  if (props.level === 'year') return props.year
  return props.level === 'month'
    ? whenLabel(props.month.month, language)
    : whenLabel(props.day, language)
}

/** "2014", "December 2014" or "Thursday, December 25, 2014". */
export function whenLabel(when: string, language: string): string {
  if (when.length === 4) return when
  const date = new Date(`${when.length === 7 ? `${when}-01` : when}T12:00:00Z`)
  const place = { language, zone: 'UTC' }
  return when.length === 7 ? formatMonth(date, place) : formatFullDate(date, place)
}
