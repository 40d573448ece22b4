import { words } from '#platform/i18n.ts'
import type { CardView, PageNumbers, PageShell } from '../view.ts'
import { ArticleList } from './list.tsx'
import { Page } from './shell.tsx'

export interface TopicPageProps {
  shell: PageShell
  title: string
  description: string
  /** How many articles carry the tag. */
  count: number
  cards: CardView[]
  numbers: PageNumbers
}

/** Everything about one topic. */
export function TopicPage({ shell, title, description, count, cards, numbers }: TopicPageProps) {
  const say = words(shell.language)
  return (
    <Page shell={shell} kind="topic">
      <header className="page-head">
        <p className="kicker">{say.topics}</p>
        <h1>{title}</h1>
        {description && <p className="page-introduction">{description}</p>}
        {count > 0 && <p className="page-count">{say.articles(count)}</p>}
      </header>
      <ArticleList shell={shell} title={say.newest} cards={cards} numbers={numbers} />
    </Page>
  )
}
