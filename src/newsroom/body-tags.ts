// What each HTML tag means for a body. docs/body-html.md says the same in words.

/** Inline tags and what they become. */
export const formats = new Map<string, string>(
  Object.entries({
    em: 'em',
    i: 'em',
    dfn: 'em',
    var: 'em',
    strong: 'strong',
    b: 'strong',
    s: 's',
    strike: 's',
    del: 's',
    u: 'u',
    mark: 'mark',
    small: 'small',
    sub: 'sub',
    sup: 'sup',
    code: 'code',
    kbd: 'code',
    samp: 'code',
    tt: 'code',
    q: 'q',
    cite: 'cite',
    abbr: 'abbr',
    acronym: 'abbr',
    time: 'time',
    bdi: 'bdi',
    ruby: 'ruby',
    rt: 'rt',
    rp: 'rp',
    a: 'a',
    span: 'span',
    font: 'span',
  }),
)

/** Blocks of one run of text: no block stands inside them. */
export const lines = new Map<string, string>(
  Object.entries({
    p: 'p',
    h1: 'h2',
    h2: 'h2',
    h3: 'h3',
    h4: 'h4',
    h5: 'h4',
    h6: 'h4',
    pre: 'pre',
    listing: 'pre',
  }),
)

/** Blocks that hold blocks. */
export const containers = new Map<string, string>(
  Object.entries({
    blockquote: 'blockquote',
    figure: 'figure',
    ul: 'ul',
    ol: 'ol',
    menu: 'ul',
    dir: 'ul',
    dl: 'dl',
    table: 'table',
  }),
)

/** Boxes without meaning of their own: they go, what is in them stays, as blocks of its own. */
export const boxes = new Set(
  `div aside section article main header footer hgroup nav details summary form fieldset legend center
   address body html head dialog search optgroup`.split(/\s+/),
)

/** Dropped with everything in them. */
export const dropped = new Set(
  `script style template svg math select option textarea button title canvas applet xmp noembed
   noframes plaintext iframe datalist map frameset`.split(/\s+/),
)

/** Tags without content. */
export const voids = new Set(
  'area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Blocks in which bare text becomes a paragraph. */
export const blocksOnly = new Set(['body', 'blockquote', 'aside', 'section'])

/** Blocks in which text, pictures and links may stand directly. */
export const lineBlocks = new Set(['p', 'h2', 'h3', 'h4', 'pre', 'figcaption', 'caption', 'dt'])

export const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])

const boxClasses: [RegExp, string, string][] = [
  [/(?:^|\s)(?:wp-block-)?pull-?quote(?:\s|$)/i, 'aside', 'pullquote'],
  [/(?:^|\s)(?:fact-?box|info-?box)(?:\s|$)/i, 'aside', 'factbox'],
  [/(?:^|\s)(?:wp-block-)?footnotes(?:\s|$)/i, 'section', 'footnotes'],
  [/(?:^|\s)(?:gallery|wp-block-gallery|tiled-gallery)(?:\s|$)/i, 'figure', 'gallery'],
]

/** The block that a class makes of a box: `<div class="gallery">` is a gallery. Null for all other classes. */
export function blockOfClass(classes: string | undefined): { tag: string; class: string } | null {
  if (!classes) return null
  for (const [pattern, tag, name] of boxClasses)
    if (pattern.test(classes)) return { tag, class: name }
  return null
}
