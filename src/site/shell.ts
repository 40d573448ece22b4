import { now } from '#platform/clock.ts'
import { words } from '#platform/i18n.ts'
import { pathOf, type Section } from '#newsroom/section.ts'
import { addressOf } from './address.ts'
import { siteFacts } from './json-ld.ts'
import { pageAssets } from './look/assets.ts'
import { liveOf, type Site, type SiteState } from './state.ts'
import type { LinkView, NavigationView, OpenGraph, PageShell } from './view.ts'
import { breakingView, pictureView } from './views.ts'

export interface ShellOptions {
  /** Its own address, from the root; null where it has none. */
  address: string | null
  title: string
  description?: string
  /** The section the page lies in. */
  sectionId?: string
  openGraph?: OpenGraph
  jsonLd?: object[]
  feeds?: PageShell['feeds']
  robots?: PageShell['robots']
  previous?: string
  next?: string
  canonical?: string | null
}

/** The sheet a page is printed on: masthead, navigation, breaking strip, what the head says. */
export function makeShell(site: Site, state: SiteState, options: ShellOptions): PageShell {
  const { paper } = state
  const { language } = paper
  const own = options.address === null ? null : site.origin() + options.address
  return {
    paper,
    assets: pageAssets(site.build, state.stylesheet, { paper, language }),
    language,
    title: options.title,
    description: options.description ?? paper.description,
    canonical: options.canonical ?? own,
    robots: options.robots,
    openGraph: options.openGraph ?? { type: 'website' },
    jsonLd: options.jsonLd ?? [siteFacts(paper, site.origin())],
    feeds: options.feeds ?? feedsOf(paper.name, ''),
    navigation: navigation(state, options),
    breaking: liveOf(state).slice(0, 3).map(breakingView),
    logo: state.logo && pictureView(state.logo),
    // There is nothing to join yet, and a link to nothing is no link.
    partner: null,
    madeAt: now(),
    previous: options.previous,
    next: options.next,
  }
}

export function feedsOf(title: string, base: string): PageShell['feeds'] {
  return [
    { title, href: `${base}/feed.xml`, type: 'application/rss+xml' },
    { title, href: `${base}/feed.json`, type: 'application/feed+json' },
  ]
}

/** The paper's own navigation, or its sections in their order with those beneath them. */
function navigation(state: SiteState, options: ShellOptions): NavigationView[] {
  const { paper, sections } = state
  const path = options.sectionId ? pathOf(sections, options.sectionId) : []
  const mark = (href: string): NavigationView['current'] => {
    if (href === options.address) return 'page'
    return path.some((section) => addressOf.section(section.slug) === href) ? 'section' : undefined
  }
  const marked = (link: LinkView): NavigationView => ({ ...link, current: mark(link.href) })
  if (paper.navigation.length) return paper.navigation.map(marked)
  return childrenOf(sections, null).map((section) => ({
    ...marked(linkOf(section)),
    children: childrenOf(sections, section.id).map((child) => marked(linkOf(child))),
  }))
}

export function childrenOf(sections: Section[], parentId: string | null): Section[] {
  return sections
    .filter((section) => section.parentId === parentId)
    .sort((a, b) => a.position - b.position || a.title.localeCompare(b.title))
}

export function linkOf(section: { slug: string; title: string }): LinkView {
  return { label: section.title, href: addressOf.section(section.slug) }
}

/** From the front page down to a section. */
export function trailOf(state: SiteState, sectionId: string): LinkView[] {
  const home = { label: words(state.paper.language).home, href: '/' }
  return [home, ...pathOf(state.sections, sectionId).map(linkOf)]
}
