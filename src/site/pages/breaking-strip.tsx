import { directionOf, words } from '#platform/i18n.ts'
import type { BreakingView } from '../view.ts'
import { type Clock, Moment } from './time.tsx'

/** The line under the masthead while something is breaking. */
export function BreakingStrip({ items, clock }: { items: BreakingView[]; clock: Clock }) {
  if (items.length === 0) return null
  const say = words(clock.language)
  return (
    <section className="breaking-strip" aria-labelledby="breaking-strip">
      <p className="breaking-label" id="breaking-strip">
        <a href="/breaking">{say.breakingNews}</a>
      </p>
      <BreakingList items={items} clock={clock} />
    </section>
  )
}

/** Breaking news with their times, newest first. */
export function BreakingList({ items, clock }: { items: BreakingView[]; clock: Clock }) {
  return (
    <ul className="breaking-list">
      {items.map((item) => (
        <li key={item.at.toISOString() + item.headline}>
          <Moment at={item.at} clock={clock} />
          <span
            lang={item.language === clock.language ? undefined : item.language}
            dir={item.language === clock.language ? undefined : directionOf(item.language)}
          >
            {item.href ? <a href={item.href}>{item.headline}</a> : item.headline}
          </span>
        </li>
      ))}
    </ul>
  )
}
