import { escapeHtml } from '#platform/html/safe.ts'
import { attribute } from './markup.ts'

/** Whose addresses, alone on a line, WordPress shows as an embed; and what a reader calls them. */
const providers: [host: string, name: string][] = [
  ['youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['youtube-nocookie.com', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['twitter.com', 'X (Twitter)'],
  ['x.com', 'X (Twitter)'],
  ['bsky.app', 'Bluesky'],
  ['threads.net', 'Threads'],
  ['facebook.com', 'Facebook'],
  ['fb.watch', 'Facebook'],
  ['instagram.com', 'Instagram'],
  ['instagr.am', 'Instagram'],
  ['tiktok.com', 'TikTok'],
  ['soundcloud.com', 'SoundCloud'],
  ['spotify.com', 'Spotify'],
  ['mixcloud.com', 'Mixcloud'],
  ['podcasts.apple.com', 'Apple Podcasts'],
  ['anchor.fm', 'Anchor'],
  ['dailymotion.com', 'Dailymotion'],
  ['dai.ly', 'Dailymotion'],
  ['flickr.com', 'Flickr'],
  ['flic.kr', 'Flickr'],
  ['ted.com', 'TED'],
  ['wordpress.tv', 'WordPress.tv'],
  ['videopress.com', 'VideoPress'],
  ['reddit.com', 'Reddit'],
  ['tumblr.com', 'Tumblr'],
  ['imgur.com', 'Imgur'],
  ['giphy.com', 'GIPHY'],
  ['pinterest.com', 'Pinterest'],
  ['issuu.com', 'Issuu'],
  ['scribd.com', 'Scribd'],
  ['slideshare.net', 'SlideShare'],
  ['speakerdeck.com', 'Speaker Deck'],
  ['kickstarter.com', 'Kickstarter'],
  ['crowdsignal.com', 'Crowdsignal'],
  ['polldaddy.com', 'Crowdsignal'],
  ['twitch.tv', 'Twitch'],
  ['streamable.com', 'Streamable'],
  ['rumble.com', 'Rumble'],
  ['gist.github.com', 'GitHub'],
  ['documentcloud.org', 'DocumentCloud'],
  ['datawrapper.de', 'Datawrapper'],
  ['datawrapper.dwcdn.net', 'Datawrapper'],
  ['flourish.studio', 'Flourish'],
  ['infogram.com', 'Infogram'],
  ['animoto.com', 'Animoto'],
  ['cloudup.com', 'Cloudup'],
  ['smugmug.com', 'SmugMug'],
  ['screencast.com', 'Screencast'],
]
const names = new Map(providers)

/** A link in a figure, which the site turns into the embed once a reader clicks. Empty for no address. */
export function embedFigure(address: string, caption = '', title = ''): string {
  const url = embedAddress(address)
  if (!url) return ''
  const label = title.trim() || providerOf(url) || url.hostname.replace(/^www\./, '')
  const below = caption.trim() ? `<figcaption>${caption.trim()}</figcaption>` : ''
  return `<figure class="embed"><a href="${escapeHtml(url.href)}">${escapeHtml(label)}</a>${below}</figure>`
}

/** Whether this address stands for something to show rather than for a page to go to. */
export function isEmbeddable(address: string): boolean {
  const url = embedAddress(address)
  return url !== null && url.pathname.length > 1 && providerOf(url) !== null
}

/** An iframe, object or embed tag as an embed figure. */
export function embedOfTag(tag: string): string {
  const address =
    attribute(tag, 'src') || attribute(tag, 'data-src') || attribute(tag, 'data-lazy-src')
  return address ? embedFigure(address, '', attribute(tag, 'title') ?? '') : ''
}

function providerOf(url: URL): string | null {
  const labels = url.hostname.split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const name = names.get(labels.slice(from).join('.'))
    if (name) return name
  }
  return null
}

/** The address a person would open, where the one in the player's frame is only for machines. */
function embedAddress(address: string): URL | null {
  const text = address.trim()
  const url = URL.parse(text.startsWith('//') ? `https:${text}` : text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const host = url.hostname.replace(/^www\./, '')
  const [, first = '', second = ''] = url.pathname.split('/')
  if (/^youtube(?:-nocookie)?\.com$/.test(host) && /^(?:embed|v)$/.test(first)) {
    if (second && second !== 'videoseries')
      return URL.parse(`https://www.youtube.com/watch?v=${second}`)
    const list = url.searchParams.get('list')
    return list ? URL.parse(`https://www.youtube.com/playlist?list=${list}`) : url
  }
  if (host === 'player.vimeo.com' && first === 'video')
    return URL.parse(`https://vimeo.com/${second}`)
  if (host === 'w.soundcloud.com') return URL.parse(url.searchParams.get('url') ?? '') ?? url
  if (host === 'facebook.com' && first === 'plugins') {
    return URL.parse(url.searchParams.get('href') ?? '') ?? url
  }
  if (host === 'dailymotion.com' && first === 'embed') {
    return URL.parse(`https://www.dailymotion.com/video/${url.pathname.split('/')[3] ?? ''}`)
  }
  if (host === 'open.spotify.com' && first === 'embed') {
    return URL.parse(`https://open.spotify.com${url.pathname.slice('/embed'.length)}`)
  }
  return url
}
