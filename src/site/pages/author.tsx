import { words } from '#platform/i18n.ts'
import type { AuthorView, CardView, PageNumbers, PageShell } from '../view.ts'
import { ArticleList } from './list.tsx'
import { Picture } from './picture.tsx'
import { Page } from './shell.tsx'

export interface AuthorPageProps {
  shell: PageShell
  author: AuthorView
  count: number
  cards: CardView[]
  numbers: PageNumbers
}

/** An author: likeness, biography, articles. */
export function AuthorPage({ shell, author, count, cards, numbers }: AuthorPageProps) {
  const say = words(shell.language)
  return (
    <Page shell={shell} kind="author">
      <header className="page-head author-head">
        {author.portrait && <Picture picture={author.portrait} place="likeness" first />}
        <div>
          {author.role && <p className="kicker">{author.role}</p>}
          <h1>{author.name}</h1>
          {author.biography
            .split(/\n\s*\n/)
            .filter(Boolean)
            .map((paragraph) => (
              <p className="page-introduction" key={paragraph}>
                {paragraph}
              </p>
            ))}
          {count > 0 && <p className="page-count">{say.articles(count)}</p>}
        </div>
      </header>
      <ArticleList
        shell={shell}
        title={say.articlesBy(author.name)}
        cards={cards}
        numbers={numbers}
      />
    </Page>
  )
}
