import { words } from '#platform/i18n.ts'
import type { LinkView } from '../view.ts'

/** Where the page stands, from the front page down; the page itself is not repeated. */
export function Breadcrumb({ trail, language }: { trail: LinkView[]; language: string }) {
  if (trail.length === 0) return null
  return (
    <nav className="breadcrumb" aria-label={words(language).breadcrumb}>
      <ol>
        {trail.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
