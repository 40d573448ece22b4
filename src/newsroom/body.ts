import sanitizeHtml from 'sanitize-html'
import { type SafeHtml, trustedHtml } from '#platform/html/safe.ts'
import { parseBody } from './body-parse.ts'
import { printBody, settleNotes } from './body-print.ts'

/**
 * The one way into a body: takes HTML of any kind (an editor's, an archive's, a stranger's), returns
 * the subset of docs/body-html.md. What it returns it returns unchanged when given again. Never throws.
 *
 * Two steps. Ours gives it shape: paragraphs, figures, embeds that wait for a click, nothing nested
 * that a browser would nest otherwise. Then sanitize-html, which knows nothing of the first, has the
 * last word on what may stand in it.
 */
export function sanitiseBody(html: string): SafeHtml {
  if (!html) return trustedHtml('')
  let shaped = html
  // What was taken apart can leave a lone address or picture behind, which has a shape of its own.
  for (let round = 0; round < 3; round++) {
    const { body, reshaped } = parseBody(shaped)
    const changed = settleNotes(body)
    shaped = printBody(body)
    if (!changed && !reshaped) break
  }
  return trustedHtml(sanitizeHtml(shaped, gate))
}

const everywhere = ['lang', 'dir']

const gate: sanitizeHtml.IOptions = {
  allowedTags: [
    ...'p h2 h3 h4 ul ol li dl dt dd blockquote figure figcaption aside section pre hr br'.split(
      ' ',
    ),
    ...'table caption thead tbody tfoot tr th td img audio video track'.split(' '),
    ...'em strong s u mark small sub sup code q cite abbr time bdi ruby rt rp a span'.split(' '),
  ],
  allowedAttributes: {
    '*': everywhere,
    a: ['href', 'rel', 'id'],
    abbr: ['title'],
    audio: ['controls', 'preload', 'src'],
    figure: ['data-embed'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    li: ['id', 'value'],
    ol: ['start', 'reversed', 'type'],
    p: ['id'],
    sup: ['id'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
    track: ['kind', 'src', 'srclang', 'label'],
    video: ['controls', 'preload', 'src', 'poster', 'width', 'height'],
  },
  allowedClasses: {
    aside: ['pullquote', 'factbox'],
    figure: ['gallery', 'embed'],
    section: ['footnotes'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https'], audio: [], video: [], track: [] },
  allowProtocolRelative: false,
  selfClosing: ['img', 'br', 'hr', 'track'],
  nestingLimit: 40,
  parseStyleAttributes: false,
}
