import { words } from '#platform/i18n.ts'
import type { CardView, ContainerView, LinkView, PageNumbers, PageShell } from '../view.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Container, Cards } from './container.tsx'
import { Pagination } from './pagination.tsx'
import { Page } from './shell.tsx'

export interface SectionPageProps {
  shell: PageShell
  title: string
  description: string
  /** From the front page down to the section above this one. */
  trail: LinkView[]
  /** Sections within this one. */
  subsections: LinkView[]
  /** Curated or automatic rows above the list; only on the first page. */
  containers: ContainerView[]
  /** The section's articles, newest first, without those shown above. */
  cards: CardView[]
  numbers: PageNumbers
}

/** A section's front: its sections, its rows, and everything in it, page by page. */
export function SectionPage(props: SectionPageProps) {
  const { shell, containers, cards, numbers } = props
  const say = words(shell.language)
  const rows = containers.filter((container) => container.cards.length > 0)
  return (
    <Page shell={shell} kind="section">
      <header className="page-head">
        <Breadcrumb trail={props.trail} language={shell.language} />
        <h1>{props.title}</h1>
        {props.description && <p className="page-introduction">{props.description}</p>}
        {props.subsections.length > 0 && (
          <nav className="subsections" aria-label={`${say.sections}: ${props.title}`}>
            <ul>
              {props.subsections.map((child) => (
                <li key={child.href}>
                  <a href={child.href}>{child.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <ad-slot name="section-top" format="billboard" />
      {rows.map((container, at) => (
        <Container
          key={container.id}
          container={container}
          shell={shell}
          first={at === 0}
          sectionless
        />
      ))}
      {cards.length > 0 && (
        <section className="container" aria-labelledby="newest">
          <h2 className="container-title" id="newest">
            {numbers.page > 1 ? say.pageOf(numbers.page, numbers.pages) : say.newest}
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
            sectionless
          />
        </section>
      )}
      {cards.length === 0 && rows.length === 0 && <p className="empty">{say.noArticlesYet}</p>}
      <Pagination numbers={numbers} language={shell.language} />
    </Page>
  )
}
