import { headlineText } from './markup.ts'
import { standalone } from './xml-text.ts'

/** The site that an export came from. */
export interface Site {
  name: string
  url: string | null
  language: string | null
  /** Where its addresses begin, for those written without a host. */
  base: URL
  hosts: Set<string>
}

export function siteOf(channel: Map<string, string>): Site {
  const blog = channel.get('wp:base_blog_url')?.trim()
  const root = channel.get('wp:base_site_url')?.trim()
  const link = channel.get('link')?.trim()
  const addresses = [link, blog, root].flatMap((address) => {
    const url = URL.parse(address ?? '')
    return url && /^https?:$/.test(url.protocol) ? [url] : []
  })
  return {
    name: standalone(headlineText(channel.get('title') ?? '')),
    url: addresses[0]?.href ?? null,
    language: languageTag(channel.get('language')),
    base: addresses[0] ?? new URL('https://site.invalid/'),
    hosts: new Set(addresses.map(bareHost)),
  }
}

/** "en_US" or "he-IL" as a BCP 47 tag; null for what is none. */
export function languageTag(text: string | undefined): string | null {
  const wanted = text
    ?.trim()
    .replace(/_(?:formal|informal)$/i, '')
    .replaceAll('_', '-')
  try {
    return wanted ? (Intl.getCanonicalLocales(wanted)[0] ?? null) : null
  } catch {
    return null
  }
}

/** The path (with query) of an address on this site; null when it is elsewhere or the site's front. */
export function pathOnSite(site: Site, address: string | undefined): string | null {
  if (!address?.trim()) return null
  const url = URL.parse(address.trim(), site.base)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  if (bareHost(url) !== bareHost(site.base) && !site.hosts.has(bareHost(url))) return null
  const front = url.pathname.replace(/\/$/, '') === site.base.pathname.replace(/\/$/, '')
  if ((front || url.pathname === '/') && url.search === '') return null
  return url.pathname + url.search
}

/** A path below the site's own, such as /blog/?p=12 where the site stands at /blog. */
export function sitePath(site: Site, rest: string): string {
  return `${site.base.pathname.replace(/\/$/, '')}/${rest}`
}

/** A slug as a person would write it: "%d7%a9%d7%9c%d7%95%d7%9d" is "שלום". Cut-off ends are dropped. */
export function decodedSlug(slug: string): string {
  const text = slug.trim()
  if (!text.includes('%')) return text
  for (let end = text.length; end > text.length - 12 && end > 0; end--) {
    try {
      return decodeURIComponent(text.slice(0, end)).normalize('NFC')
    } catch {
      continue
    }
  }
  return text
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^www\./, '')
}
