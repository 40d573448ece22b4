import { words } from '#platform/i18n.ts'
import type { PageNumbers } from '../view.ts'

/** Links to the other pages of a list: its neighbours, the first, the last. Nothing for a single page. */
export function Pagination(props: { numbers: PageNumbers; language: string; results?: boolean }) {
  const { page, pages, hrefOf } = props.numbers
  if (pages < 2) return null
  const say = words(props.language)
  const format = new Intl.NumberFormat(props.language)
  return (
    <nav className="pagination" aria-label={say.pagination}>
      {page > 1 && (
        <a className="pagination-step" href={hrefOf(page - 1)} rel="prev">
          {props.results ? say.previousResults : say.previousPage}
        </a>
      )}
      <ol>
        {stepsOf(page, pages).map((step) => (
          <li key={step}>
            {step < 0 ? (
              <span className="pagination-gap">…</span>
            ) : (
              <a
                href={hrefOf(step)}
                aria-current={step === page ? 'page' : undefined}
                aria-label={say.page(step)}
              >
                {format.format(step)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-step" href={hrefOf(page + 1)} rel="next">
          {props.results ? say.nextResults : say.nextPage}
        </a>
      )}
    </nav>
  )
}

/** The numbers to show; a negative one is a gap. */
export function stepsOf(page: number, pages: number): number[] {
  const shown = [1, page - 1, page, page + 1, pages]
    .filter((step, at, all) => step >= 1 && step <= pages && all.indexOf(step) === at)
    .toSorted((a, b) => a - b)
  return shown.flatMap((step, at) => {
    const before = shown[at - 1] ?? step - 1
    if (step - before === 1) return [step]
    return step - before === 2 ? [step - 1, step] : [-step, step]
  })
}
