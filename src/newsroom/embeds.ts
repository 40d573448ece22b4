/** Something of another site that is shown only after the reader's click. */
export interface Embed {
  provider: string
  /** Its page on that site: what the link in the body points to. */
  address: string
}

interface Provider {
  name: string
  hosts: string[]
  /** From an address of that site (frame, share link, page) to its page; null when it shows nothing. */
  page(url: URL): string | null
  /** From its page to the frame that a click opens. */
  frame(url: URL): string | null
}

const last = (url: URL): string => url.pathname.split('/').findLast(Boolean) ?? ''
const after = (url: URL, word: RegExp): string | null => word.exec(url.pathname)?.[1] ?? null
const clean = (url: URL): string => `https://${url.host}${url.pathname}${url.search}`

const providers: Provider[] = [
  {
    name: 'youtube',
    hosts: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    page(url) {
      const short = url.hostname.endsWith('youtu.be')
      const list = url.searchParams.get('list')
      const id = short
        ? last(url)
        : (url.searchParams.get('v') ?? after(url, /^\/(?:embed|v|shorts|live|e)\/([\w-]{6,20})/))
      if (id && /^[\w-]{6,20}$/.test(id) && id !== 'videoseries') {
        const start = /^\d+/.exec(
          url.searchParams.get('start') ?? url.searchParams.get('t') ?? '',
        )?.[0]
        return `https://www.youtube.com/watch?v=${id}${start && start !== '0' ? `&t=${start}` : ''}`
      }
      return list && /^[\w-]+$/.test(list) ? `https://www.youtube.com/playlist?list=${list}` : null
    },
    frame(url) {
      const id = url.searchParams.get('v')
      const list = url.searchParams.get('list')
      const start = url.searchParams.get('t')
      if (id) return `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ''}`
      return list ? `https://www.youtube-nocookie.com/embed/videoseries?list=${list}` : null
    },
  },
  {
    name: 'vimeo',
    hosts: ['vimeo.com'],
    page(url) {
      const id = after(url, /\/(\d{5,12})(?:\/|$)/)
      const hash = url.searchParams.get('h')
      return id ? `https://vimeo.com/${id}${hash && /^\w+$/.test(hash) ? `?h=${hash}` : ''}` : null
    },
    frame: (url) => `https://player.vimeo.com/video${url.pathname}${url.search}`,
  },
  {
    name: 'dailymotion',
    hosts: ['dailymotion.com', 'dai.ly'],
    page(url) {
      const id = url.hostname.endsWith('dai.ly')
        ? last(url)
        : (after(url, /\/video\/([a-z0-9]{5,12})/i) ?? url.searchParams.get('video'))
      return id && /^[a-z0-9]+$/i.test(id) ? `https://www.dailymotion.com/video/${id}` : null
    },
    frame: (url) => `https://geo.dailymotion.com/player.html?video=${last(url)}`,
  },
  {
    name: 'spotify',
    hosts: ['open.spotify.com'],
    page(url) {
      const part = /\/(track|album|playlist|episode|show|artist)\/(\w{10,30})/.exec(url.pathname)
      return part ? `https://open.spotify.com/${part[1]}/${part[2]}` : null
    },
    frame: (url) => `https://open.spotify.com/embed${url.pathname}`,
  },
  {
    name: 'soundcloud',
    hosts: ['soundcloud.com'],
    page(url) {
      const inner = url.searchParams.get('url')
      const address = inner && URL.canParse(inner) ? new URL(inner) : url
      const known = /(?:^|\.)soundcloud\.com$/.test(address.hostname)
      return known && address.pathname.length > 3 ? clean(address) : null
    },
    frame: (url) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(url.href)}`,
  },
  {
    name: 'ted',
    hosts: ['ted.com'],
    page: (url) =>
      /^\/talks\/[\w-]+/.test(url.pathname) ? `https://www.ted.com${url.pathname}` : null,
    frame: (url) => `https://embed.ted.com${url.pathname}`,
  },
  {
    name: 'archive',
    hosts: ['archive.org'],
    page(url) {
      const id = after(url, /^\/(?:embed|details)\/([\w.-]+)/)
      return id ? `https://archive.org/details/${id}` : null
    },
    frame: (url) => `https://archive.org/embed/${last(url)}`,
  },
  {
    name: 'datawrapper',
    hosts: ['datawrapper.dwcdn.net', 'dwcdn.net'],
    page(url) {
      const id = after(url, /^\/(\w{5})(?:\/|$)/)
      return id ? `https://datawrapper.dwcdn.net/${id}/` : null
    },
    frame: clean,
  },
  {
    name: 'flourish',
    hosts: ['flo.uri.sh', 'public.flourish.studio'],
    page(url) {
      const part = /^\/(visualisation|story)\/(\d+)/.exec(url.pathname)
      return part ? `https://public.flourish.studio/${part[1]}/${part[2]}/` : null
    },
    frame: (url) => `https://flo.uri.sh${url.pathname}embed`,
  },
  {
    name: 'infogram',
    hosts: ['infogram.com', 'e.infogram.com'],
    page: (url) => (last(url) ? `https://infogram.com/${last(url)}` : null),
    frame: (url) => `https://e.infogram.com/${last(url)}`,
  },
  {
    name: 'openstreetmap',
    hosts: ['openstreetmap.org'],
    page: (url) => (url.pathname === '/export/embed.html' && url.search ? clean(url) : null),
    frame: clean,
  },
  {
    name: 'google-maps',
    hosts: ['google.com', 'maps.google.com'],
    page: (url) =>
      /^\/maps\/(?:d\/)?(?:u\/\d\/)?embed/.test(url.pathname) && url.search ? clean(url) : null,
    frame: clean,
  },
]

/** What an address embeds, or null for a site we do not know. Canonical: the same thing has one address. */
export function recogniseEmbed(address: string): Embed | null {
  const url = parse(address)
  if (!url) return null
  const provider = providers.find((candidate) => candidate.hosts.some((host) => isOn(url, host)))
  const page = provider?.page(url)
  return provider && page ? { provider: provider.name, address: page } : null
}

/** The frame that opens on a reader's click; null when the page shows nothing embeddable. */
export function embedFrame(embed: Embed): string | null {
  const url = parse(embed.address)
  const provider = providers.find((candidate) => candidate.name === embed.provider)
  return url && provider && provider.hosts.some((host) => isOn(url, host))
    ? provider.frame(url)
    : null
}

/** The hosts whose frames a page may open: for its Content-Security-Policy. */
export const embedFrameHosts: readonly string[] = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://geo.dailymotion.com',
  'https://open.spotify.com',
  'https://w.soundcloud.com',
  'https://embed.ted.com',
  'https://archive.org',
  'https://datawrapper.dwcdn.net',
  'https://flo.uri.sh',
  'https://e.infogram.com',
  'https://www.openstreetmap.org',
  'https://www.google.com',
]

function parse(address: string): URL | null {
  const text = address.trim()
  if (text.length > 2000) return null
  const whole = text.startsWith('//') ? `https:${text}` : text
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null
  const url = new URL(whole)
  return url.username || url.password || url.port ? null : url
}

function isOn(url: URL, host: string): boolean {
  return url.hostname === host || url.hostname.endsWith(`.${host}`)
}
