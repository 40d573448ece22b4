import { words } from '#platform/i18n.ts'
import type { PageShell } from '../view.ts'
import { Page } from './shell.tsx'

export interface FailurePageProps {
  shell: PageShell
  /** The request's id, so that a reader's letter can be found in the log. */
  reference: string
}

/** Our fault: said plainly. Needs nothing but the shell. */
export function FailurePage({ shell, reference }: FailurePageProps) {
  const say = words(shell.language)
  return (
    <Page shell={shell} kind="failure">
      <header className="page-head">
        <h1>{say.failureTitle}</h1>
        <p className="page-introduction">{say.failureText}</p>
        <p>
          <a href="/">{say.home}</a>
        </p>
        <p className="hint">
          {say.reference}: <code>{reference}</code>
        </p>
      </header>
    </Page>
  )
}
