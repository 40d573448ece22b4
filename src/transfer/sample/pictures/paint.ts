/** The size of every picture, in pixels. */
export const wide = 1600
export const high = 1000

/** Seven pots of paint and their dilutions: what holds the pictures together as one series. */
export const ink = {
  night: '#15222e',
  deep: '#1f3b4d',
  sea: '#2f6474',
  teal: '#4f8a8b',
  mist: '#a9c4c0',
  pale: '#d9e3da',
  cream: '#f4ead6',
  sand: '#e3cda4',
  ochre: '#d8a13f',
  gold: '#edc468',
  rust: '#b9522f',
  brick: '#8a3526',
  rose: '#dd9a80',
  moss: '#6f8150',
  leaf: '#43563d',
  stone: '#8d8a7f',
}

export type Random = () => number

/** Random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const between = (random: Random, low: number, top: number): number =>
  low + random() * (top - low)
export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T
const short = (value: number): string => String(Math.round(value * 10) / 10)
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

/** A whole picture. */
export function picture(...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}">
${parts.join('\n')}
</svg>`
}

export type More = string

export const rect = (
  [x, y, w, h]: [number, number, number, number],
  fill: string,
  more: More = '',
): string =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}" ${more}/>`

export const disc = ([x, y, r]: [number, number, number], fill: string, more: More = ''): string =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${fill}" ${more}/>`

export const oval = (
  [x, y, rx, ry]: [number, number, number, number],
  fill: string,
  more: More = '',
): string =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}" ${more}/>`

export const shape = (d: string, fill: string, more: More = ''): string =>
  `<path d="${d}" fill="${fill}" ${more}/>`

// A line is said as SVG says it: where, in what colour, how thick, and the rest.
// oxlint-disable-next-line max-params
export const stroke = (d: string, colour: string, width: number, more: More = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

export const group = (more: string, ...parts: string[]): string =>
  `<g ${more}>${parts.join('')}</g>`

/** A ground that shades from one colour at the top to another at the bottom. */
export function ground(top: string, bottom: string, [from, to] = [0, high]): string {
  const id = `ground${top.slice(1)}${bottom.slice(1)}${from}`
  return `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${rect([0, from as number, wide, (to as number) - (from as number)], `url(#${id})`)}`
}

/** A soft light around a point. */
export function glow([x, y, r]: [number, number, number], colour: string, strength = 0.6): string {
  const id = `glow${Math.round(x)}x${Math.round(y)}x${Math.round(r)}`
  return `<defs><radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs>${disc([x, y, r], `url(#${id})`)}`
}

export type Point = [number, number]

/** A smooth line through points, as a path without its end. */
export function smooth(points: Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]]
  let d = `M${short(first[0])} ${short(first[1])}`
  let previous = first
  for (const point of rest) {
    const half = (point[0] - previous[0]) / 2
    d += `C${short(previous[0] + half)} ${short(previous[1])} ${short(point[0] - half)} ${short(point[1])} ${short(point[0])} ${short(point[1])}`
    previous = point
  }
  return d
}

/** A range of hills across the picture, down to its lower edge. `sharp` makes mountains. */
export function ridge(
  random: Random,
  place: { y: number; rise: number; steps: number; sharp?: boolean },
  fill: string,
): string {
  const points: Point[] = Array.from({ length: place.steps + 1 }, (_, index) => [
    (index / place.steps) * (wide + 200) - 100 + between(random, -30, 30),
    place.y - place.rise * (index % 2 ? between(random, 0.55, 1) : between(random, 0, 0.35)),
  ])
  const line = place.sharp
    ? `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`
    : smooth(points)
  return shape(`${line}L${wide + 200} ${high}L-200 ${high}Z`, fill)
}

/** Water as short strokes that thin out towards the horizon. */
export function ripples(
  random: Random,
  [from, to, count = 90]: [number, number, number?],
  colours: string[],
): string {
  return times(count, () => {
    const depth = random() ** 1.5
    const y = from + (to - from) * depth
    const length = between(random, 30, 90) * (0.35 + depth * 1.6)
    const x = between(random, -80, wide)
    const sag = 2 + depth * 5
    return stroke(
      `M${short(x)} ${short(y)}q${short(length / 2)} ${short(sag)} ${short(length)} 0`,
      pick(random, colours),
      1.5 + depth * 4,
      'opacity="0.55"',
    )
  })
}

export function stars(random: Random, count: number, below: number): string {
  return times(count, () =>
    disc(
      [between(random, 0, wide), between(random, 0, below), 0.6 + random() ** 4 * 3.4],
      random() < 0.15 ? ink.gold : ink.cream,
      `opacity="${short(between(random, 0.35, 1))}"`,
    ),
  )
}
