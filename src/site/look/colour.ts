/** Colours as #rrggbb; contrast after WCAG 2.2. */

/** Contrast of two colours, from 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** A mixture: share 0 is the first colour, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const to = channels(second)
  return fromChannels(channels(first).map((value, i) => value + ((to[i] ?? 0) - value) * share))
}

/**
 * The colour nearest to the one wished for that can be read on every ground given:
 * it is mixed towards black or white, whichever reads better there.
 */
export function readable(wish: string, grounds: string[], least = 4.6): string {
  const worst = (colour: string) => Math.min(...grounds.map((ground) => contrast(colour, ground)))
  const goal = worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.02) {
    const colour = mix(wish, goal, share)
    if (worst(colour) >= least) return colour
  }
  return goal
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function fromChannels(values: number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
