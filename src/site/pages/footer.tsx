import { words } from '#platform/i18n.ts'
import { dayIn } from '#platform/time.ts'
import type { LinkView, PageShell } from '../view.ts'

/** The foot of every page. */
export function Footer({ shell }: { shell: PageShell }) {
  const { paper, language } = shell
  const say = words(language)
  const house: LinkView[] = [
    { label: say.archive, href: '/archive' },
    { label: say.breakingNews, href: '/breaking' },
    { label: say.feed, href: '/feed.xml' },
    ...(shell.partner ? [{ label: say.becomePartner, href: shell.partner }] : []),
    ...paper.footer,
  ]
  if (paper.contact) house.push({ label: say.contact, href: `mailto:${paper.contact}` })
  const appearance = [say.appearance, say.themeSystem, say.themeLight, say.themeDark]
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p className="foot-name">
          <a href="/">{paper.name}</a>
        </p>
        <nav className="foot-links" aria-label={say.footerNavigation}>
          <Links title={say.sections} links={shell.navigation} />
          <Links title={paper.name} links={house} />
          <Links title={say.follow} links={paper.social} />
        </nav>
        <div className="foot-end">
          <p>
            {say.copyright(
              dayIn(paper.zone, shell.madeAt).slice(0, 4),
              paper.publisher || paper.name,
            )}
          </p>
          <p>
            <a href="#content">{say.backToTop}</a>
          </p>
          <appearance-switch data-words={JSON.stringify(appearance)} />
        </div>
      </div>
    </footer>
  )
}

function Links({ title, links }: { title: string; links: LinkView[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <p className="foot-title">{title}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href + link.label}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
