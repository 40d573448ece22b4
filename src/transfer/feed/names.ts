/** Vocabularies by their address (lower case, ends trimmed); '' is what RSS and Atom share. */
const VOCABULARIES: Record<string, string> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns': '',
  'http://example.com/newformat': '',
  'http://example.com/necho': '',
  'http://purl.org/echo': '',
  'uri/of/echo/namespace': '',
  'http://purl.org/pie': '',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://purl.org/net/rss1.1': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/2000/svg': 'svg',
}
/** Prefixes that feeds use without declaring them. */
const CUSTOMARY = new Set([
  'dc',
  'dcterms',
  'content',
  'media',
  'itunes',
  'xhtml',
  'feedburner',
  'rdf',
])
const SHARED = new Set(['atom', 'rss', 'a10', 'atom10', 'atom03'])

/**
 * The one name we know an element by, whatever prefix its document chose: RSS and Atom names stand
 * bare (`title`), known vocabularies with theirs (`dc:creator`), strangers as `?:name`.
 */
export function coreName(prefix: string, tag: string, scope: Record<string, string>): string {
  const address = scope[prefix]
  if (address === undefined) {
    if (prefix === '' || SHARED.has(prefix)) return tag
    return CUSTOMARY.has(prefix) ? named(prefix, tag) : `?:${tag}`
  }
  const known =
    VOCABULARIES[
      address
        .trim()
        .toLowerCase()
        .replace(/[/#]+$/, '')
    ]
  if (known === '') return tag
  if (known !== undefined) return named(known, tag)
  // A default namespace nobody knows is some generator's own idea of RSS.
  if (prefix === '') return tag
  return CUSTOMARY.has(prefix) ? named(prefix, tag) : `?:${tag}`
}

function named(vocabulary: string, tag: string): string {
  return vocabulary === 'rdf' && tag === 'rdf' ? 'rdf' : `${vocabulary}:${tag}`
}
