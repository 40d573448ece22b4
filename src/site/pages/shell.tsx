import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf, words } from '#platform/i18n.ts'
import { firstPaintScript } from '../look/first-paint.ts'
import type { PageShell } from '../view.ts'
import { BreakingStrip } from './breaking-strip.tsx'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'

/** A page component's element as the HTML that is sent. */
export function renderPage(page: ReactElement): string {
  return `<!DOCTYPE html>${plainTags(renderToStaticMarkup(page))}`
}

/**
 * React writes some attributes in capitals and voids with a slash. Both are allowed; this is how
 * people, and strict validators, write them. Safe on tags alone: no attribute of ours holds a bare > or ".
 */
function plainTags(html: string): string {
  return html.replaceAll(
    /<(?:meta|link|img|source|input|br|hr|time|button|iframe|path|option|details)\b[^>]*>/g,
    (tag) =>
      tag
        .replace(/\/>$/, '>')
        .replace(/ (hidden|open|selected|checked|disabled)=""/, ' $1')
        .replaceAll(/ (?:[a-z]+[A-Z][A-Za-z]*)(?==")/g, (name) => name.toLowerCase()),
  )
}

interface PageProps {
  shell: PageShell
  /** The front page carries the great masthead, whose name is the page's h1. */
  front?: boolean
  /** Names the kind of page for the stylesheet. */
  kind: string
  children: ReactNode
}

/** The sheet every page is printed on. Children stand in `main`. */
export function Page({ shell, front = false, kind, children }: PageProps) {
  const say = words(shell.language)
  return (
    <html
      lang={shell.language}
      dir={directionOf(shell.language)}
      data-zone={shell.paper.zone}
      data-ads="off"
    >
      <Head shell={shell} />
      <body className={`page page-${kind}`}>
        <a className="skip" href="#content">
          {say.skipToContent}
        </a>
        <Masthead shell={shell} front={front} />
        <BreakingStrip items={shell.breaking} clock={shell} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer shell={shell} />
        <reader-appeal placement="bar" />
      </body>
    </html>
  )
}

function Head({ shell }: { shell: PageShell }) {
  const { paper, assets } = shell
  const title = shell.title ? titleOf(shell.title, paper) : titleOfFront(paper)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <script dangerouslySetInnerHTML={{ __html: firstPaintScript }} />
      {assets.fonts.map((font) => (
        <link
          key={font}
          rel="preload"
          href={font}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={assets.stylesheet} />
      <script type="module" src={assets.script} />
      {shell.description && <meta name="description" content={shell.description} />}
      {shell.robots === 'noindex' && <meta name="robots" content="noindex" />}
      {shell.robots !== 'noindex' && <meta name="robots" content="max-image-preview:large" />}
      {shell.canonical && <link rel="canonical" href={shell.canonical} />}
      {shell.previous && <link rel="prev" href={shell.previous} />}
      {shell.next && <link rel="next" href={shell.next} />}
      {shell.feeds.map((feed) => (
        <link
          key={feed.href}
          rel="alternate"
          type={feed.type}
          title={feed.title}
          href={feed.href}
        />
      ))}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <SocialMeta shell={shell} title={shell.title || paper.name} />
      {shell.jsonLd.map((fact, at) => (
        <script
          key={at}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(fact).replaceAll('<', '\\u003c') }}
        />
      ))}
    </head>
  )
}

function SocialMeta({ shell, title }: { shell: PageShell; title: string }) {
  const { openGraph, paper } = shell
  const { image, article } = openGraph
  const facts: [string, string | undefined][] = [
    ['og:type', openGraph.type],
    ['og:site_name', paper.name],
    ['og:title', title],
    ['og:description', shell.description],
    ['og:url', shell.canonical ?? undefined],
    ['og:locale', shell.language.replace('-', '_')],
    ['og:image', image?.url],
    ['og:image:width', image && String(image.width)],
    ['og:image:height', image && String(image.height)],
    ['og:image:alt', image?.alt],
    ['article:published_time', article?.publishedAt.toISOString()],
    ['article:modified_time', article?.updatedAt?.toISOString()],
    ['article:section', article?.section],
    ...(article?.authors ?? []).map((author): [string, string] => ['article:author', author]),
    ...(article?.tags ?? []).map((tag): [string, string] => ['article:tag', tag]),
  ]
  return (
    <>
      {facts.map(
        ([property, content]) =>
          content && <meta key={property + content} property={property} content={content} />,
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  )
}

/** The paper's name gives way where the title alone fills what a tab or a search engine shows. */
function titleOf(title: string, paper: PageShell['paper']): string {
  const whole = `${title} · ${paper.name}`
  return whole.length > 70 ? title : whole
}

function titleOfFront(paper: PageShell['paper']): string {
  return paper.motto ? `${paper.name}: ${paper.motto}` : paper.name
}
