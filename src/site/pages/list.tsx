import { words } from '#platform/i18n.ts'
import type { CardView, PageNumbers, PageShell } from '../view.ts'
import { Cards } from './container.tsx'
import { Pagination } from './pagination.tsx'

export interface ArticleListProps {
  shell: PageShell
  /** Names the list for the outline. */
  title: string
  cards: CardView[]
  numbers: PageNumbers
}

/** A list of articles, newest first, with its pages: topic, author and archive share it. */
export function ArticleList({ shell, title, cards, numbers }: ArticleListProps) {
  const say = words(shell.language)
  if (cards.length === 0) return <p className="empty">{say.noArticlesYet}</p>
  return (
    <section className="container" aria-labelledby="list">
      <h2 className="container-title" id="list">
        {title}
        {numbers.page > 1 && <span>{say.pageOf(numbers.page, numbers.pages)}</span>}
      </h2>
      <Cards
        cards={cards}
        shell={shell}
        className="river-layout"
        level={3}
        size="medium"
        picture="thumb"
        summary
        meta="time"
      />
      <Pagination numbers={numbers} language={shell.language} />
    </section>
  )
}
