import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHouse, trespasses } from './floors.ts'

const rooms = {
  platform: [],
  staff: ['platform'],
  newsroom: ['staff', 'platform'],
  partners: ['platform'],
  site: ['newsroom', 'platform'],
}

function found(file: string, text: string): string[] {
  return trespasses({ rooms, sources: new Map([[file, text]]) }).map(({ says }) => says)
}

describe('an import that climbs is caught', () => {
  test.each([
    ['by its room', "import { home } from '#site/home.ts'"],
    ['by a relative path', "import { home } from '../site/home.ts'"],
    ['by a relative path through another folder', "import { x } from './../../src/site/home.ts'"],
    ['by a path that only looks like its own', "import { x } from '#newsroom/../site/home.ts'"],
    ['when only its type is taken', "import type { Home } from '#site/home.ts'"],
    ['when a type is taken in passing', "let home: import('#site/home.ts').Home"],
    ['when it is passed on', "export * from '#site/home.ts'"],
    ['for its effect alone', "import '#site/home.ts'"],
    ['when it is loaded later', "const home = await import('#site/home.ts')"],
    ['when it is loaded later, in backticks', 'const home = await import(`#site/home.ts`)'],
    ['over several lines', 'import {\n  home,\n} from\n  "#site/home.ts"'],
    ['after a comment that holds a quote', "// don't\nimport { home } from '#site/home.ts'"],
    ['after a string that looks like a comment', "const a = '/*'; import('#site/home.ts')"],
    ['when it starts a worker', "new Worker(new URL('../site/home.ts', import.meta.url))"],
    ['when it goes to the top floor', "import { app } from '../app.ts'"],
  ])('%s', (_how, text) => {
    expect(found('newsroom/articles.ts', text)).toHaveLength(1)
  })
})

describe('another room’s own folders stay shut', () => {
  test.each([
    ['#newsroom/routes.ts'],
    ['#newsroom/jobs.ts'],
    ['#newsroom/pages/article.tsx'],
    ['#newsroom/desk/editor.tsx'],
    ['#newsroom/client/share.ts'],
    ['#newsroom/stripe/adapter.ts'],
    ['#newsroom/sandbox/adapter.ts'],
  ])('%s', (specifier) => {
    expect(found('site/home.ts', `import { x } from '${specifier}'`)).toEqual([
      expect.stringContaining('own'),
    ])
  })

  test('but the composition root mounts them, and a room uses its own', () => {
    expect(found('app.ts', "import { routes } from '#newsroom/routes.ts'")).toEqual([])
    expect(found('newsroom/routes.ts', "import { page } from './pages/article.tsx'")).toEqual([])
    expect(found('newsroom/desk/a.tsx', "import { b } from '#newsroom/desk/b.tsx'")).toEqual([])
  })
})

test('imports that go down, and packages, are welcome', () => {
  expect(found('site/home.ts', "import { publish } from '#newsroom/publish.ts'")).toEqual([])
  expect(found('newsroom/a.ts', "import pg from 'pg'\nimport x from 'node:fs'")).toEqual([])
})

test('an allowed room is still named by #room, not by a relative path', () => {
  expect(found('site/home.ts', "import { publish } from '../newsroom/publish.ts'")).toEqual([
    expect.stringContaining('#newsroom/publish.ts'),
  ])
})

test('a relative path may not leave src', () => {
  expect(found('site/home.ts', "import { x } from '../../tools/floors.ts'")).toHaveLength(1)
})

test('a room that floors.json does not know is named', () => {
  expect(found('kitchen/a.ts', "import { now } from '#platform/clock.ts'")).toHaveLength(1)
})

describe('words that belong to one place', () => {
  test.each([
    ['site/home.ts', 'const at = new Date()', 1],
    ['site/home.ts', 'const at = Date.now()', 1],
    ['site/home.ts', 'const at = new Date(row.at)', 0],
    ['site/home.ts', '// never new Date() here', 0],
    ['site/client/share.ts', 'const at = Date.now()', 0],
    ['platform/clock.ts', 'const at = new Date()', 0],
    ['site/home.test.ts', 'const at = new Date()', 0],
    ['site/home.ts', 'const port = process.env.PORT', 1],
    ['platform/config.ts', 'const port = process.env.PORT', 0],
    ['site/home.ts', "console.log('hello')", 1],
    ['platform/log.ts', "console.log('hello')", 1],
  ])('%s: %s', (file, text, count) => {
    expect(found(file, text)).toHaveLength(count)
  })
})

test('floors that go in a circle are no floors', () => {
  const round = { a: ['b'], b: ['c'], c: ['a'] }
  expect(trespasses({ rooms: round, sources: new Map() }).map(({ says }) => says)).toEqual([
    'goes in a circle: a → b → c → a',
  ])
})

test('it points to the line', () => {
  const text = "/* one\n   two */\nimport { home } from '#site/home.ts'"
  expect(trespasses({ rooms, sources: new Map([['newsroom/a.ts', text]]) })[0]?.line).toBe(3)
})

test('our own house stands', () => {
  expect(trespasses(readHouse(path.join(import.meta.dirname, '..')))).toEqual([])
})
