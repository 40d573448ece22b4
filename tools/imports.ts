export interface Import {
  specifier: string
  line: number
}

const forms = [
  // import x from 'y' · export { x } from 'y' · import type … · import 'y'
  /\b(?:from|import)\s*(?:'([^'\n]+)'|"([^"\n]+)")/g,
  // import('y') · import(`y`) · typeof import('y') · require('y')
  /\b(?:import|require)\s*\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n$]+)`)/g,
  // new URL('./y.ts', import.meta.url): a worker
  /\bnew URL\(\s*(?:'([^'\n]+\.tsx?)'|"([^"\n]+\.tsx?)")\s*,\s*import\.meta\.url/g,
]

/** Every module that a TypeScript source names, whichever way. Give it code without comments. */
export function importsOf(code: string): Import[] {
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      specifier: match.slice(1).find((group) => group !== undefined) ?? '',
      line: code.slice(0, match.index).split('\n').length,
    })),
  )
}

/**
 * The source with its comments blanked, so that lines keep their numbers. Strings stay, as they
 * hold the imports' names; a `//` inside one is no comment.
 */
export function withoutComments(source: string): string {
  const pieces =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|[=(,:]\s*\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g
  return source.replace(pieces, (piece) =>
    piece.startsWith('//') || piece.startsWith('/*') ? piece.replace(/[^\n]/g, ' ') : piece,
  )
}
