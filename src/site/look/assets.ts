import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Paper } from '#platform/paper.ts'
import type { PageAssets } from '../view.ts'
import { firstFaces, themeCss } from './theme.ts'

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), assets: z.array(z.string()).optional() }),
)

/** What Vite built for the reader's device. */
export interface ClientBuild {
  css: string
  /** Address of the module script. */
  script: string
  /** From a file's plain name ("newsreader-latin") to its address. */
  faces: Map<string, string>
}

/** The one stylesheet of a paper: its settings and the built rules, under a name made of its content. */
export interface Stylesheet {
  href: string
  css: string
}

/** Reads the build in dist/client (once, at the start). Throws when it has not been built. */
export function readClientBuild(folder: string): ClientBuild {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')),
  )
  const file = (entry: string) => {
    const found = manifest[entry]?.file
    if (!found) throw new Error(`${entry} is missing in ${folder}: run the build.`)
    return found
  }
  const faces = new Map<string, string>()
  for (const { file: name } of Object.values(manifest)) {
    const match = /^assets\/(.+)-[\w-]{8}\.woff2$/.exec(name)
    if (match?.[1]) faces.set(match[1], `/${name}`)
  }
  return {
    css: readFileSync(path.join(folder, file('src/site/look/site.css')), 'utf8'),
    script: `/${file('src/site/client/main.ts')}`,
    faces,
  }
}

/** The paper's stylesheet. Its address changes with its content, so it may be kept for ever. */
export function paperStylesheet(build: ClientBuild, paper: Paper): Stylesheet {
  const css = themeCss(paper) + build.css
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 10)
  return { href: `/assets/paper-${hash}.css`, css }
}

/** What a page in this language loads. */
export function pageAssets(
  build: ClientBuild,
  stylesheet: Stylesheet,
  { paper, language }: { paper: Paper; language: string },
): PageAssets {
  const fonts = firstFaces(paper, language).flatMap((name) => build.faces.get(name) ?? [])
  return { stylesheet: stylesheet.href, script: build.script, fonts }
}
