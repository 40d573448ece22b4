import { expect, test } from 'vitest'
import { paperSchema } from '#platform/paper.ts'
import { contrast, readable } from './colour.ts'
import { firstFaces, themeCss } from './theme.ts'

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('a colour that reads is left alone, one that does not is moved until it does', () => {
  expect(readable('#8c1c13', ['#ffffff'])).toBe('#8c1c13')
  const moved = readable('#ffee00', ['#ffffff'])
  expect(contrast(moved, '#ffffff')).toBeGreaterThanOrEqual(4.6)
})

test.each(['#ffee00', '#ff8800', '#123456', '#fffdf8', '#000000'])(
  'an accent of %s can be read on every ground, light and dark',
  (accent) => {
    const paper = paperSchema.parse({ colours: { accent, accentDark: accent } })
    const css = themeCss(paper)
    const pair = (name: string) => {
      const [, light = '', dark = ''] =
        new RegExp(`--${name}:light-dark\\((#\\w+),(#\\w+)\\)`).exec(css) ?? []
      return [light, dark]
    }
    for (const at of [0, 1]) {
      const of = (name: string) => pair(name)[at] ?? ''
      for (const ground of ['paper', 'tint'])
        for (const name of ['ink', 'muted', 'accent'])
          expect(contrast(of(name), of(ground))).toBeGreaterThan(4.5)
      expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThan(4.5)
      expect(contrast(of('ink'), of('mark'))).toBeGreaterThan(4.5)
      expect(contrast(of('edge'), of('paper'))).toBeGreaterThan(3)
    }
  },
)

test('a page fetches at once the faces its language is set in, each once', () => {
  const paper = paperSchema.parse({ faces: { headline: 'newsreader', text: 'newsreader' } })
  expect(firstFaces(paper, 'en-GB')).toEqual(['newsreader-latin'])
  expect(firstFaces(paper, 'he')[0]).toBe('frank-ruhl-libre-hebrew-wght-normal')
  expect(firstFaces(paper, 'ar')[0]).toBe('noto-naskh-arabic-arabic-wght-normal')
})
