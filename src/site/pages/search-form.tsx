import { words } from '#platform/i18n.ts'

export interface SearchFormProps {
  language: string
  query: string
  sections: { slug: string; title: string }[]
  authors: { slug: string; name: string }[]
  /** What is chosen now; empty for anything. */
  section: string
  author: string
  /** YYYY-MM-DD or empty. */
  from: string
  to: string
  sort: 'best' | 'newest'
  /** Something besides the query is chosen: the filters stand open. */
  filtered: boolean
}

/** The question and its filters: a plain form that asks /search. */
export function SearchForm(props: SearchFormProps) {
  const say = words(props.language)
  return (
    <search>
      <form className="search-form" action="/search" method="get">
        <div className="search-line">
          <label htmlFor="q">{say.searchFor}</label>
          <div>
            <input
              id="q"
              type="search"
              name="q"
              defaultValue={props.query}
              aria-describedby="q-hint"
            />
            <button type="submit">{say.search}</button>
          </div>
          <p className="hint" id="q-hint">
            {say.searchHint}
          </p>
        </div>
        <details open={props.filtered || undefined}>
          <summary>{say.narrow}</summary>
          <div className="filters">
            <p>
              <label htmlFor="section">{say.section}</label>
              <select id="section" name="section" defaultValue={props.section}>
                <option value="">{say.anySection}</option>
                {props.sections.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
              </select>
            </p>
            <p>
              <label htmlFor="author">{say.author}</label>
              <select id="author" name="author" defaultValue={props.author}>
                <option value="">{say.anyAuthor}</option>
                {props.authors.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
            <p>
              <label htmlFor="from">{say.fromDate}</label>
              <input id="from" type="date" name="from" defaultValue={props.from} />
            </p>
            <p>
              <label htmlFor="to">{say.toDate}</label>
              <input id="to" type="date" name="to" defaultValue={props.to} />
            </p>
            <p>
              <label htmlFor="sort">{say.sortBy}</label>
              <select id="sort" name="sort" defaultValue={props.sort}>
                <option value="best">{say.bestFirst}</option>
                <option value="newest">{say.newestFirst}</option>
              </select>
            </p>
            <p className="filters-end">
              <button type="submit">{say.apply}</button>
              {props.filtered && (
                <a href={`/search?q=${encodeURIComponent(props.query)}`}>{say.clearFilters}</a>
              )}
            </p>
          </div>
        </details>
      </form>
    </search>
  )
}
