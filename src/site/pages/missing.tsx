import { words } from '#platform/i18n.ts'
import type { CardView, PageShell } from '../view.ts'
import { Newest } from './search.tsx'
import { Page } from './shell.tsx'

export interface MissingPageProps {
  shell: PageShell
  /** 404: nothing was ever here. 410: an article stood here and was withdrawn. */
  status: 404 | 410
  /** For 410: what the newsroom says about it; may be empty. */
  reason?: string
  newest: CardView[]
}

/** Nothing at this address: say so, and help. */
export function MissingPage({ shell, status, reason, newest }: MissingPageProps) {
  const say = words(shell.language)
  const gone = status === 410
  return (
    <Page shell={shell} kind="missing">
      <header className="page-head">
        <p className="kicker">{new Intl.NumberFormat(shell.language).format(status)}</p>
        <h1>{gone ? say.goneTitle : say.notFoundTitle}</h1>
        <p className="page-introduction">{gone ? say.goneText : say.notFoundText}</p>
        {gone && reason && <p className="page-introduction">{reason}</p>}
        <search>
          <form className="search-line" action="/search" method="get">
            <label htmlFor="q">{say.searchFor}</label>
            <div>
              <input id="q" type="search" name="q" />
              <button type="submit">{say.search}</button>
            </div>
          </form>
        </search>
        <p>
          <a href="/archive">{say.browseTheArchive}</a>
        </p>
      </header>
      <Newest cards={newest} shell={shell} />
    </Page>
  )
}
