import type { ContainerView, PageShell } from '../view.ts'
import { words } from '#platform/i18n.ts'
import { Container } from './container.tsx'
import { Page } from './shell.tsx'

export interface FrontPageProps {
  shell: PageShell
  containers: ContainerView[]
}

/** Home: the paper's front page. */
export function FrontPage({ shell, containers }: FrontPageProps) {
  const filled = containers.filter((container) => container.cards.length > 0)
  return (
    <Page shell={shell} kind="front" front>
      <ad-slot name="front-top" format="billboard" />
      {filled.length === 0 && <p className="empty">{words(shell.language).noArticlesYet}</p>}
      {filled.map((container, at) => (
        <Container key={container.id} container={container} shell={shell} first={at === 0} />
      ))}
      <PartnerLine shell={shell} />
    </Page>
  )
}

/** Without script a plain line stands where the letter would. */
export function PartnerLine({ shell }: { shell: PageShell }) {
  if (!shell.partner) return null
  const say = words(shell.language)
  return (
    <noscript>
      <p className="partner-line">
        {say.partnerLine} <a href={shell.partner}>{say.becomePartner}</a>
      </p>
    </noscript>
  )
}
