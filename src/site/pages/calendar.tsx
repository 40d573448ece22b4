import { words } from '#platform/i18n.ts'
import { weekdayNames, weeksOf } from '../look/weeks.ts'
import { type ArchiveMonth, archiveHref, whenLabel } from './archive.tsx'

interface Props {
  month: ArchiveMonth
  language: string
  /** The month's name leads to its own page. */
  linked?: boolean
}

/** A month as a calendar: the days with articles are links, weeks begin as the language has them. */
export function MonthCalendar({ month, language, linked = false }: Props) {
  const say = words(language)
  const name = whenLabel(month.month, language)
  const format = new Intl.NumberFormat(language)
  return (
    <table className="calendar">
      <caption>
        {linked && month.count > 0 ? <a href={archiveHref(month.month)}>{name}</a> : name}
      </caption>
      <thead>
        <tr>
          {weekdayNames(language).map((day) => (
            <th key={day.long} scope="col" abbr={day.long}>
              {day.narrow}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month.month, language).map((week, at) => (
          <tr key={at}>
            {week.map((day, column) => {
              const count = day ? (month.days.get(day) ?? 0) : 0
              const label = day ? format.format(Number(day.slice(8))) : ''
              return (
                <td key={day ?? column}>
                  {day && count > 0 ? (
                    <a
                      href={archiveHref(day)}
                      aria-label={`${whenLabel(day, language)}: ${say.articles(count)}`}
                    >
                      {label}
                    </a>
                  ) : (
                    label
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
