import { words } from '#platform/i18n.ts'
import { dayIn, formatFullDate, formatTime } from '#platform/time.ts'
import { directionOf } from '#platform/i18n.ts'
import type { BreakingView, PageNumbers, PageShell } from '../view.ts'
import { Pagination } from './pagination.tsx'
import { Page } from './shell.tsx'

export interface BreakingPageProps {
  shell: PageShell
  /** Newest first. */
  items: BreakingView[]
  numbers: PageNumbers
}

/** Breaking news as they came, day by day. */
export function BreakingPage({ shell, items, numbers }: BreakingPageProps) {
  const say = words(shell.language)
  const place = { language: shell.language, zone: shell.paper.zone }
  const days = Map.groupBy(items, (item) => dayIn(shell.paper.zone, item.at))
  return (
    <Page shell={shell} kind="breaking">
      <header className="page-head">
        <h1>{say.breakingNews}</h1>
      </header>
      {items.length === 0 && <p className="empty">{say.noBreakingNews}</p>}
      {[...days].map(([day, ofDay]) => (
        <section className="breaking-day" key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{ofDay[0] && formatFullDate(ofDay[0].at, place)}</h2>
          <ol>
            {ofDay.map((item) => (
              <li key={item.at.toISOString() + item.headline}>
                <time dateTime={item.at.toISOString()}>{formatTime(item.at, place)}</time>
                <p
                  lang={item.language === shell.language ? undefined : item.language}
                  dir={item.language === shell.language ? undefined : directionOf(item.language)}
                >
                  {item.href ? <a href={item.href}>{item.headline}</a> : item.headline}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Pagination numbers={numbers} language={shell.language} />
    </Page>
  )
}
