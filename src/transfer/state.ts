import type { ArrivalNote, ArrivingArticle } from './arrival.ts'

export interface ArrivingState {
  state: ArrivingArticle['state']
  publishedAt: Date | null
  updatedAt: Date | null
  scheduledFor: Date | null
  withdrawnAt: Date | null
  note?: Pick<ArrivalNote, 'outcome' | 'reason'>
}

/**
 * In which state an arriving article enters. Nothing becomes public by arriving that was not public
 * in its archive, and what says it is public needs a time.
 */
export function stateOf(article: ArrivingArticle, now: Date): ArrivingState {
  const publishedAt = soundDate(article.publishedAt)
  const updatedAt = soundDate(article.updatedAt)
  const plain = { publishedAt: null, updatedAt, scheduledFor: null, withdrawnAt: null }
  switch (article.state) {
    case 'published': {
      const since = publishedAt ?? updatedAt
      if (since === null)
        return {
          ...plain,
          state: 'draft',
          note: altered('it names no time of publication: kept as a draft'),
        }
      if (since > now)
        return {
          ...plain,
          state: 'scheduled',
          scheduledFor: since,
          note: altered('its time of publication is still to come: scheduled'),
        }
      const later = updatedAt !== null && updatedAt > since ? updatedAt : null
      return { ...plain, state: 'published', publishedAt: since, updatedAt: later }
    }
    case 'scheduled': {
      const due = soundDate(article.scheduledFor) ?? publishedAt
      if (due !== null && due > now) return { ...plain, state: 'scheduled', scheduledFor: due }
      return {
        ...plain,
        state: 'draft',
        note: altered('the time it was scheduled for has passed: kept as a draft'),
      }
    }
    case 'withdrawn':
      return {
        ...plain,
        state: 'withdrawn',
        publishedAt,
        withdrawnAt: updatedAt ?? publishedAt ?? now,
      }
    default:
      return { ...plain, state: article.state }
  }
}

function altered(reason: string): ArrivingState['note'] {
  return { outcome: 'altered', reason }
}

/** PostgreSQL and newspapers have no use for the year 20000; a broken date is none. */
function soundDate(date: Date | undefined): Date | null {
  if (date === undefined || Number.isNaN(date.getTime())) return null
  const year = date.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? date : null
}
