import { directionOf, words } from '#platform/i18n.ts'
import type { ArticleView, BreakingView, CardView, LinkView, PageShell } from '../view.ts'
import { ArticleHead } from './article-head.tsx'
import { ArticleTools } from './article-tools.tsx'
import { presentBody } from '../look/present-body.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { BreakingList } from './breaking-strip.tsx'
import { Cards } from './container.tsx'
import { PartnerLine } from './front.tsx'
import { Picture } from './picture.tsx'
import { Page } from './shell.tsx'
import { FullMoment } from './time.tsx'

export interface ArticlePageProps {
  shell: PageShell
  article: ArticleView
  /** From the front page down to the article's section. */
  trail: LinkView[]
  /** Related Content, best first. */
  related: CardView[]
  /** Breaking news, newest first. */
  breaking: BreakingView[]
}

/**
 * An article. Only the article itself stands in `<article>`, so that reading modes get it and
 * nothing else; the stylesheet lays the parts out (article has `display: contents`), which lets the
 * letter stand between head and body on the screen.
 */
export function ArticlePage({ shell, article, trail, related, breaking }: ArticlePageProps) {
  return (
    <Page shell={shell} kind="article">
      <Breadcrumb trail={trail} language={shell.language} />
      <article lang={article.language} dir={directionOf(article.language)}>
        <ArticleHead shell={shell} article={article} />
        {article.lead && <LeadPicture shell={shell} article={article} />}
        <Body shell={shell} article={article} />
        <Corrections shell={shell} article={article} />
      </article>
      <ArticleTools shell={shell} article={article} />
      <reader-appeal placement="letter" />
      <ad-slot name="article-top" format="billboard" />
      <div className="article-end">
        <PartnerLine shell={shell} />
        <Tags tags={article.tags} language={shell.language} />
      </div>
      <Rail shell={shell} breaking={breaking} />
      <Related shell={shell} related={related} />
    </Page>
  )
}

function LeadPicture({ shell, article }: { shell: PageShell; article: ArticleView }) {
  const { lead } = article
  if (!lead) return null
  return (
    <figure className="article-lead">
      <Picture picture={lead} place="article" first />
      {(lead.caption || lead.credit) && (
        <figcaption>
          {lead.caption}{' '}
          {lead.credit && (
            <span className="credit">
              {/* A credit that says itself what it is ("Illustration: …") needs no label. */}
              {!lead.credit.includes(':') && (
                <span lang={shell.language}>{words(shell.language).photograph}</span>
              )}{' '}
              {lead.credit}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  )
}

/** The body as it is stored. The dateline runs into the first paragraph, as in print. */
function Body({ shell, article }: { shell: PageShell; article: ArticleView }) {
  const say = words(shell.language)
  const runsIn = /^\s*<p[\s>]/.test(article.body)
  return (
    <div className="body" data-embed-words={say.showEmbed('%')} data-embed-notice={say.embedNotice}>
      {article.dateline && (
        <p className={runsIn ? 'dateline dateline-run-in' : 'dateline'}>{article.dateline}</p>
      )}
      <div
        className="body-text"
        dangerouslySetInnerHTML={{ __html: presentBody(article.body, words(article.language)) }}
      />
    </div>
  )
}

function Corrections({ shell, article }: { shell: PageShell; article: ArticleView }) {
  if (article.corrections.length === 0) return null
  const say = words(article.language)
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{say.corrections}</h2>
      {article.corrections.map((correction) => (
        <p key={correction.madeAt.toISOString() + correction.text}>
          <FullMoment at={correction.madeAt} clock={{ ...shell, language: article.language }} />{' '}
          {correction.text}
        </p>
      ))}
    </section>
  )
}

function Tags({ tags, language }: { tags: LinkView[]; language: string }) {
  if (tags.length === 0) return null
  const say = words(language)
  return (
    <nav className="tags" aria-label={say.topics}>
      <ul>
        {tags.map((tag) => (
          <li key={tag.href}>
            <a href={tag.href}>{tag.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Rail({ shell, breaking }: { shell: PageShell; breaking: BreakingView[] }) {
  const say = words(shell.language)
  if (breaking.length === 0)
    return <ad-slot className="rail" name="article-rail" format="rectangle" />
  return (
    <aside className="rail" aria-labelledby="rail-breaking">
      <h2 id="rail-breaking">
        <a href="/breaking">{say.breakingNews}</a>
      </h2>
      <BreakingList items={breaking} clock={shell} />
      <ad-slot name="article-rail" format="rectangle" />
    </aside>
  )
}

function Related({ shell, related }: { shell: PageShell; related: CardView[] }) {
  if (related.length === 0) return null
  return (
    <aside className="related container" aria-labelledby="related">
      <h2 className="container-title" id="related">
        {words(shell.language).relatedContent}
      </h2>
      <Cards
        cards={related}
        shell={shell}
        className={`related-layout related-${Math.min(related.length, 5)}`}
        level={3}
        size="small"
        picture="quarter"
        meta="time"
      />
    </aside>
  )
}
