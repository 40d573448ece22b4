import type { Paper } from '#platform/paper.ts'
import { mix, readable } from './colour.ts'

type Face = Paper['faces']['text']

/** A face and what stands in, with the same measure, until it is there. */
const stacks: Record<Face, string> = {
  newsreader: '"Newsreader","Newsreader Georgia","Newsreader Times","Newsreader Noto"',
  'source-serif': '"Source Serif","Source Serif Georgia","Source Serif Times","Source Serif Noto"',
  'frank-ruhl-libre':
    '"Frank Ruhl Libre","Frank Ruhl Georgia","Frank Ruhl Times","Frank Ruhl Noto"',
}

/** Our faces for the scripts that the chosen one does not have. */
const companions = '"Paper Hebrew","Paper Arabic","Paper Greek",serif'

/** What a face is called in the manifest, and whether it is made for its size. */
const faceFiles: Record<Face, string> = {
  newsreader: 'newsreader-latin',
  'source-serif': 'source-serif-4-latin-wght-normal',
  'frank-ruhl-libre': 'frank-ruhl-libre-latin-wght-normal',
}

/** The file names (without folder, hash and ending) of the faces a page in this language shows first. */
export function firstFaces(paper: Paper, language: string): string[] {
  const script = language.toLowerCase().split('-')[0]
  if (script === 'he' || script === 'yi')
    return ['frank-ruhl-libre-hebrew-wght-normal', 'frank-ruhl-libre-latin-wght-normal']
  const latin = [faceFiles[paper.faces.headline], faceFiles[paper.faces.text]]
  if (script === 'ar' || script === 'fa' || script === 'ur')
    return ['noto-naskh-arabic-arabic-wght-normal', ...latin.slice(0, 1)]
  return [...new Set(latin)]
}

/**
 * The paper's colours and faces as CSS custom properties, to stand before the built stylesheet.
 * Colours that could not be read on their ground are moved until they can be (4.5:1 and more).
 */
export function themeCss(paper: Paper): string {
  const { colours, faces } = paper
  const light = palette(colours.paper, colours.ink, colours.accent)
  const dark = palette('#151412', '#e9e4da', colours.accentDark)
  const properties = Object.keys(light).map(
    (name) => `--${name}:light-dark(${light[name]},${dark[name]})`,
  )
  const [headline, text] = [stacks[faces.headline], stacks[faces.text]]
  return [
    `:root{${properties.join(';')}`,
    `--headline-face:${headline},${companions}`,
    `--text-face:${text},${companions}`,
    // A section named in another script must not cost every page another face.
    `--furniture-face:${text},serif}`,
  ].join(';')
}

function palette(paper: string, ink: string, accent: string): Record<string, string> {
  const tint = mix(paper, ink, 0.045)
  const grounds = [paper, tint]
  const read = readable(ink, grounds, 7)
  const shown = readable(accent, grounds)
  return {
    paper,
    tint,
    ink: read,
    muted: readable(mix(read, paper, 0.36), grounds, 4.8),
    rule: mix(paper, read, 0.16),
    edge: readable(mix(paper, read, 0.4), grounds, 3.1),
    accent: shown,
    'on-accent': readable(paper, [shown]),
    mark: mix(paper, shown, 0.2),
  }
}
