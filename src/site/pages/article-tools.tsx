import { words } from '#platform/i18n.ts'
import type { ArticleView, PageShell } from '../view.ts'
import { Icon } from './icon.tsx'

/** Reading time, share and print. The buttons need the device's script, so they come with it. */
export function ArticleTools({ shell, article }: { shell: PageShell; article: ArticleView }) {
  const say = words(shell.language)
  return (
    <section className="article-tools" aria-label={say.tools}>
      <p className="reading-time">{say.minuteRead(article.readingMinutes)}</p>
      <share-button
        data-url={article.url}
        data-title={article.headline}
        data-copied={say.linkCopied}
      >
        <button className="tool" type="button" hidden>
          <Icon name="share" />
          <span>{say.share}</span>
        </button>
      </share-button>
      <print-button>
        <button className="tool" type="button" hidden>
          <Icon name="print" />
          <span>{say.print}</span>
        </button>
      </print-button>
    </section>
  )
}
