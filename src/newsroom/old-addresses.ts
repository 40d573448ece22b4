/**
 * The one way an old address is written and looked up: percent-encoding undone (as UTF-8, where it is
 * sound), composed characters, one slash where there were several, none at the end, no fragment. A
 * query stays, for addresses such as `/?p=12` that say nothing without it.
 * @param path a path with or without query, or a whole address, of which the path counts
 */
export function normalisePath(path: string): string {
  const bare = path
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')
    .replace(/#.*$/s, '')
  const [place = '', query] = splitOnce(bare, '?')
  const decoded = decode(place)
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
  const rooted = decoded.startsWith('/') ? decoded : `/${decoded}`
  return query === undefined || query === '' ? rooted : `${rooted}?${decode(query)}`
}

/** Sequence by sequence, so that one broken escape does not keep the others encoded. */
function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      // What is a sign of its own in an address stays encoded, or it would change the meaning.
      return decodeURIComponent(run.replace(/%(?=2f|3f|23|25|26|0\d|1[\da-f])/gi, '%25'))
    } catch {
      return run
    }
  })
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
