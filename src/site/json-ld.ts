import type { Paper } from '#platform/paper.ts'
import type { LinkView } from './view.ts'

const context = 'https://schema.org'

/** A picture for search engines: an absolute address and its size. */
export interface JsonLdPicture {
  url: string
  width: number
  height: number
}

export interface JsonLdArticle {
  url: string
  headline: string
  description: string
  language: string
  publishedAt: Date
  updatedAt: Date | null
  section: string
  keywords: string[]
  authors: { name: string; url: string | null; organisation: boolean }[]
  picture: JsonLdPicture | null
  wordCount: number
  open: boolean
}

/** The paper as NewsMediaOrganization (schema.org); named by `#paper` in other facts. */
export function paperFacts(paper: Paper, origin: string, logo: JsonLdPicture | null): object {
  return {
    '@context': context,
    ...organisation(paper, origin, logo),
    ...(paper.description ? { description: paper.description } : {}),
    ...(paper.founded ? { foundingDate: paper.founded } : {}),
    ...(paper.publisher
      ? { parentOrganization: { '@type': 'Organization', name: paper.publisher } }
      : {}),
    ...(paper.contact ? { email: paper.contact } : {}),
    ...(paper.social.length ? { sameAs: paper.social.map((link) => link.href) } : {}),
  }
}

/** An article as NewsArticle. An open one says that anybody may read it, whole. */
export function articleFacts(
  article: JsonLdArticle,
  house: { paper: Paper; origin: string; logo: JsonLdPicture | null },
): object {
  return {
    '@context': context,
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': article.url },
    url: article.url,
    headline: article.headline,
    ...(article.description ? { description: article.description } : {}),
    inLanguage: article.language,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    articleSection: article.section,
    ...(article.keywords.length ? { keywords: article.keywords } : {}),
    ...(article.picture ? { image: [picture(article.picture)] } : {}),
    author: article.authors.length
      ? article.authors.map(({ name, url, organisation: isGroup }) => ({
          '@type': isGroup ? 'Organization' : 'Person',
          name,
          ...(url ? { url } : {}),
        }))
      : [organisation(house.paper, house.origin, null)],
    publisher: organisation(house.paper, house.origin, house.logo),
    wordCount: article.wordCount,
    isAccessibleForFree: article.open,
    ...(article.open
      ? {}
      : {
          hasPart: {
            '@type': 'WebPageElement',
            isAccessibleForFree: false,
            cssSelector: '.premium-body',
          },
        }),
  }
}

/** The way from the front page to this one as BreadcrumbList; the last step is the page itself. */
export function breadcrumbFacts(trail: LinkView[], origin: string): object {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((step, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: step.label,
      item: new URL(step.href, origin).href,
    })),
  }
}

/** The site itself, with how to search it. */
export function siteFacts(paper: Paper, origin: string): object {
  return {
    '@context': context,
    '@type': 'WebSite',
    name: paper.name,
    url: `${origin}/`,
    inLanguage: paper.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

function organisation(paper: Paper, origin: string, logo: JsonLdPicture | null) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${origin}/#paper`,
    name: paper.name,
    url: `${origin}/`,
    ...(logo ? { logo: picture(logo) } : {}),
  }
}

function picture({ url, width, height }: JsonLdPicture) {
  return { '@type': 'ImageObject', url, width, height }
}
