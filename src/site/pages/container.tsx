import { words } from '#platform/i18n.ts'
import type { CardView, ContainerView, PageShell } from '../view.ts'
import { Card, type CardProps } from './card.tsx'
import { Picture } from './picture.tsx'

interface LayoutProps {
  cards: CardView[]
  shell: PageShell
  level: 2 | 3
  first: boolean
  sectionless: boolean
}

/** A row of a front: its heading, if it has one, and its cards. */
export function Container(props: {
  container: ContainerView
  shell: PageShell
  /** The first container of the page holds the picture that is fetched at once. */
  first?: boolean
  sectionless?: boolean
}) {
  const { container, shell, first = false, sectionless = false } = props
  if (container.cards.length === 0) return null
  const Layout = layouts[container.layout]
  const heading = container.title ? `container-${container.id}` : undefined
  return (
    <section className={`container container-${container.layout}`} aria-labelledby={heading}>
      {container.title && (
        <h2 className="container-title" id={heading}>
          {container.href ? <a href={container.href}>{container.title}</a> : container.title}
        </h2>
      )}
      <Layout
        cards={container.cards}
        shell={shell}
        level={container.title ? 3 : 2}
        first={first}
        sectionless={sectionless}
      />
    </section>
  )
}

const layouts = {
  lead: LeadLayout,
  splash: SplashLayout,
  grid: GridLayout,
  list: ListLayout,
  opinion: OpinionLayout,
  river: RiverLayout,
}

/** One great story in the middle, two with pictures before it, the rest in words after it. */
function LeadLayout({ cards: [lead, ...others], first, ...rest }: LayoutProps) {
  if (!lead) return null
  const aside = others.slice(0, 2)
  const more = others.slice(2)
  return (
    <div
      className={`lead-layout lead-layout-${others.length > 2 ? 'three' : others.length > 0 ? 'two' : 'one'}`}
    >
      <Card {...rest} card={lead} size="display" picture="lead" summary first={first} />
      {aside.length > 0 && (
        <Cards
          cards={aside}
          {...rest}
          className="lead-aside"
          size="medium"
          picture="half"
          summary
        />
      )}
      {more.length > 0 && (
        <Cards cards={more} {...rest} className="lead-more" size="small" summary meta="none" />
      )}
    </div>
  )
}

/** One story over the whole width, beside its picture; others run below it as a line. */
function SplashLayout({ cards: [lead, ...others], first, ...rest }: LayoutProps) {
  if (!lead) return null
  return (
    <div className="splash-layout">
      <Card {...rest} card={lead} size="display" picture="splash" summary first={first} />
      {others.length > 0 && (
        <Cards cards={others} {...rest} className="splash-more" size="small" meta="none" />
      )}
    </div>
  )
}

function GridLayout({ cards, first: _first, ...rest }: LayoutProps) {
  const columns = cards.length % 4 === 0 ? 'four' : 'three'
  return (
    <Cards
      cards={cards}
      {...rest}
      className={`grid-layout grid-${columns}`}
      size="medium"
      picture="quarter"
      summary
    />
  )
}

function ListLayout({ cards, first: _first, ...rest }: LayoutProps) {
  return <Cards cards={cards} {...rest} className="list-layout" size="small" picture="small" />
}

function RiverLayout({ cards, first: _first, ...rest }: LayoutProps) {
  return (
    <Cards
      cards={cards}
      {...rest}
      className="river-layout"
      size="medium"
      picture="thumb"
      summary
      meta="time"
    />
  )
}

/** Voices: the author's likeness and name before the headline. */
function OpinionLayout({ cards, shell, level }: LayoutProps) {
  const Headline = level === 2 ? 'h2' : 'h3'
  return (
    <ul className="opinion-layout">
      {cards.map((card) => (
        <li key={card.href} lang={card.language === shell.language ? undefined : card.language}>
          <div className="card card-opinion">
            {card.portrait && <Picture picture={{ ...card.portrait, alt: '' }} place="portrait" />}
            <p className="opinion-author">
              {card.bylines.join(', ') || words(shell.language).opinion}
            </p>
            <Headline className="card-headline">
              <a href={card.href}>{card.headline}</a>
            </Headline>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Cards as a list, so that a screen reader says how many there are. */
export function Cards(props: { cards: CardView[]; className: string } & Omit<CardProps, 'card'>) {
  const { cards, className, ...rest } = props
  return (
    <ul className={`cards ${className}`}>
      {cards.map((card) => (
        <li key={card.href}>
          <Card card={card} {...rest} />
        </li>
      ))}
    </ul>
  )
}
