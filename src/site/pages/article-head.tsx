import { words } from '#platform/i18n.ts'
import type { ArticleView, BylineView, PageShell } from '../view.ts'
import { Picture } from './picture.tsx'
import { FullMoment } from './time.tsx'

interface Props {
  shell: PageShell
  article: ArticleView
}

/** Kicker, headline, standfirst, byline and the times, in the article's own language. */
export function ArticleHead({ shell, article }: Props) {
  const say = words(article.language)
  return (
    <header className="article-head">
      {(article.kicker || article.access === 'premium') && (
        <p className="kicker">
          {article.kicker && <span>{article.kicker}</span>}
          {article.access === 'premium' && <span className="premium">{say.premium}</span>}
        </p>
      )}
      <h1>{article.headline}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      <div className="article-sign">
        <Byline article={article} />
        <Times shell={shell} article={article} />
      </div>
    </header>
  )
}

function Byline({ article }: { article: ArticleView }) {
  const writers = article.bylines.filter(
    (line) => line.role === 'writer' || line.role === 'reporter',
  )
  const others = article.bylines.filter((line) => !writers.includes(line))
  const portrait = writers.length === 1 ? writers[0]?.portrait : null
  if (article.bylines.length === 0) return null
  return (
    <div className="byline">
      {portrait && <Picture picture={{ ...portrait, alt: '' }} place="portrait" />}
      <div>
        {writers.length > 0 && (
          <p className="byline-writers">
            {words(article.language).by} <Names lines={writers} language={article.language} />{' '}
          </p>
        )}
        {others.map((line) => (
          <p className="byline-other" key={line.role + line.name}>
            {words(article.language).roles[line.role]} <Name line={line} />
          </p>
        ))}
      </div>
    </div>
  )
}

/** Names as the language lists them: "A, B and C". */
function Names({ lines, language }: { lines: BylineView[]; language: string }) {
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(
    lines.map((_, at) => String(at)),
  )
  return parts.map((part, at) => {
    const line = part.type === 'element' ? lines[Number(part.value)] : undefined
    return line ? <Name line={line} key={at} /> : part.value
  })
}

function Name({ line }: { line: BylineView }) {
  return line.href ? (
    <a href={line.href} rel="author">
      {line.name}
    </a>
  ) : (
    <span>{line.name}</span>
  )
}

function Times({ shell, article }: Props) {
  const say = words(article.language)
  const clock = { ...shell, language: article.language }
  const { publishedAt, updatedAt } = article
  const updated = updatedAt !== null && updatedAt.getTime() - publishedAt.getTime() >= 60_000
  return (
    <p className="article-times">
      <FullMoment at={publishedAt} clock={clock} />
      {updated && updatedAt && (
        <span>
          {say.updated} <FullMoment at={updatedAt} clock={clock} />
        </span>
      )}
    </p>
  )
}
