import { directionOf, words } from '#platform/i18n.ts'
import type { CardView, PageShell } from '../view.ts'
import { Picture, type PicturePlace } from './picture.tsx'
import { type Clock, Moment } from './time.tsx'

export interface CardProps {
  card: CardView
  shell: Clock & Pick<PageShell, 'language'>
  /** Of the headline in the page's outline. */
  level: 2 | 3
  /** Size of the headline: display, large, medium, small. */
  size: 'display' | 'large' | 'medium' | 'small'
  /** Leave out for a card of words alone. */
  picture?: PicturePlace
  summary?: boolean
  meta?: 'byline' | 'time' | 'none'
  /** The page's first picture. */
  first?: boolean
  /** On a section's own front the section's name is not said again. */
  sectionless?: boolean
}

/** A teaser. The headline is the only link, and the whole card can be touched. */
export function Card(props: CardProps) {
  const { card, shell, size, meta = 'byline' } = props
  const foreign = card.language !== shell.language
  const Headline = props.level === 2 ? 'h2' : 'h3'
  const picture = props.picture && card.picture ? props.picture : null
  return (
    <div
      className={`card card-${size}${picture ? ` card-with-${picture}` : ''}`}
      lang={foreign ? card.language : undefined}
      dir={foreign ? directionOf(card.language) : undefined}
    >
      {picture && card.picture && (
        <Picture picture={card.picture} place={picture} first={props.first} />
      )}
      <div className="card-words">
        <Kicker card={card} shell={shell} sectionless={props.sectionless} />
        <Headline className="card-headline">
          <a href={card.href}>{card.headline}</a>
        </Headline>
        {props.summary && card.summary && <p className="card-summary">{card.summary}</p>}
        {meta !== 'none' && <Meta card={card} shell={shell} time={meta === 'time'} />}
      </div>
    </div>
  )
}

function Kicker({ card, shell, sectionless }: Pick<CardProps, 'card' | 'shell' | 'sectionless'>) {
  const text = card.kicker || (sectionless ? '' : (card.section?.label ?? ''))
  if (!text && !card.premium) return null
  return (
    <p className="kicker">
      {text && <span>{text}</span>}
      {card.premium && <span className="premium">{words(shell.language).premium}</span>}
    </p>
  )
}

/** Stands in the page's language, as it is said by the paper. */
function Meta({ card, shell, time }: Pick<CardProps, 'card' | 'shell'> & { time: boolean }) {
  const say = words(shell.language)
  return (
    <p className="card-meta" lang={card.language === shell.language ? undefined : shell.language}>
      {time && <Moment at={card.publishedAt} clock={shell} />}
      {card.bylines.length > 0 && <span>{card.bylines.join(', ')}</span>}
      <span>{say.minuteRead(card.readingMinutes)}</span>
    </p>
  )
}
