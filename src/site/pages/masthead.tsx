import { words } from '#platform/i18n.ts'
import { formatFullDate } from '#platform/time.ts'
import type { NavigationView, PageShell } from '../view.ts'
import { Icon } from './icon.tsx'
import { Picture } from './picture.tsx'

/** The head of the page: great on the front, a line on every other page. */
export function Masthead({ shell, front }: { shell: PageShell; front: boolean }) {
  const { paper } = shell
  const Name = front ? 'h1' : 'p'
  return (
    <header
      className={`masthead masthead-${front ? 'front' : 'inner'} masthead-${paper.masthead.style}`}
    >
      <div className="masthead-bar">
        <MenuButton shell={shell} />
        <Name className="nameplate">
          <a href="/">
            {shell.logo ? <Picture picture={shell.logo} place="article" /> : paper.name}
          </a>
        </Name>
        <Tools shell={shell} />
      </div>
      {front && <Ear shell={shell} />}
      <SectionsBar shell={shell} />
      <Menu shell={shell} />
    </header>
  )
}

function MenuButton({ shell }: { shell: PageShell }) {
  return (
    <button className="tool menu-button" type="button" popoverTarget="menu">
      <Icon name="menu" />
      <span>{words(shell.language).menu}</span>
    </button>
  )
}

function Tools({ shell }: { shell: PageShell }) {
  const say = words(shell.language)
  return (
    <div className="masthead-tools">
      <a className="tool" href="/search">
        <Icon name="search" />
        <span>{say.search}</span>
      </a>
      {shell.partner && (
        <a className="partner-link" href={shell.partner}>
          {say.becomePartner}
        </a>
      )}
    </div>
  )
}

/** The line between two rules: since when, today, and what the paper stands for. */
function Ear({ shell }: { shell: PageShell }) {
  const { paper, language, madeAt } = shell
  return (
    <div className="ear">
      <p className="ear-founded">{paper.founded && words(language).since(paper.founded)}</p>
      {paper.masthead.showDate && (
        <p className="ear-date">
          <time dateTime={madeAt.toISOString()}>
            {formatFullDate(madeAt, { language, zone: paper.zone })}
          </time>
        </p>
      )}
      <p className="ear-motto">{paper.motto}</p>
    </div>
  )
}

function SectionsBar({ shell }: { shell: PageShell }) {
  if (shell.navigation.length === 0) return null
  return (
    <nav className="sections-bar" aria-label={words(shell.language).mainNavigation}>
      <ul>
        {shell.navigation.map((item) => (
          <li key={item.href}>
            <NavigationLink item={item} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A panel over the page that opens without script, closes with Escape, and holds the whole paper. */
function Menu({ shell }: { shell: PageShell }) {
  const say = words(shell.language)
  return (
    <div className="menu" id="menu" popover="auto">
      <div className="menu-inner">
        <form className="search-line" action="/search" method="get">
          <label htmlFor="menu-search">{say.searchTheArchive}</label>
          <div>
            <input id="menu-search" type="search" name="q" />
            <button type="submit">{say.search}</button>
          </div>
        </form>
        <ul className="menu-sections">
          {shell.navigation.map((item) => (
            <li key={item.href}>
              <NavigationLink item={item} />
              {item.children && item.children.length > 0 && (
                <ul>
                  {item.children.map((child) => (
                    <li key={child.href}>
                      <NavigationLink item={child} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        <button
          className="tool menu-close"
          type="button"
          popoverTarget="menu"
          popoverTargetAction="hide"
        >
          <Icon name="close" />
          <span>{say.close}</span>
        </button>
      </div>
    </div>
  )
}

function NavigationLink({ item }: { item: NavigationView }) {
  const current = item.current === 'page' ? 'page' : item.current === 'section' ? 'true' : undefined
  return (
    <a href={item.href} aria-current={current}>
      {item.label}
    </a>
  )
}
