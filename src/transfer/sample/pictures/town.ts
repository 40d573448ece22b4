import {
  between,
  disc,
  glow,
  ground,
  group,
  ink,
  oval,
  picture,
  pick,
  type Point,
  type Random,
  rect,
  ridge,
  ripples,
  seeded,
  shape,
  stars,
  stroke,
  times,
  wide,
} from './paint.ts'
import { gulls } from './sea.ts'

/** Houses and the people before them. */
export const townPictures = { brask, moot, 'old-quarter': oldQuarter, canal }

function brask(): string {
  const random = seeded(31)
  const colours = [
    ink.rust,
    ink.ochre,
    ink.cream,
    ink.teal,
    ink.brick,
    ink.sand,
    ink.rose,
    ink.pale,
  ]
  const row = ([base, count, tall]: [number, number, number], dark = ''): string =>
    times(count, (n) =>
      house(
        random,
        {
          x: -30 + (n * (wide + 60)) / count,
          base,
          width: (wide + 60) / count - 3,
          tall: between(random, tall * 0.75, tall * 1.2),
        },
        dark || (colours[(n * 3 + Math.floor(random() * 2)) % colours.length] as string),
      ),
    )
  return picture(
    ground(ink.mist, ink.cream, [0, 660]),
    ridge(random, { y: 520, rise: 300, steps: 5 }, ink.moss),
    row([500, 22, 90], ink.pale),
    row([590, 19, 130], ink.sand),
    row([700, 14, 210]),
    ground(ink.teal, ink.deep, [700, 1000]),
    group(
      'opacity="0.4"',
      ...times(14, (n) =>
        rect([-20 + n * 118, 730, 80, between(random, 60, 150)], colours[(n * 3) % 8] as string),
      ).split('\n'),
    ),
    ripples(random, [730, 990, 120], [ink.pale, ink.mist, ink.night]),
    rect([0, 694, wide, 22], ink.stone),
    ...[
      [250, 830, ink.rust],
      [720, 880, ink.ochre],
      [1220, 820, ink.night],
    ].map(([x, y, colour]) => boat(Number(x), Number(y), String(colour))),
    gulls(random, 6, [200, 80, 1400, 260]),
  )
}

function moot(): string {
  const columns = times(
    9,
    (n) =>
      rect([470 + n * 80, 470, 26, 210], ink.cream) + rect([490 + n * 80, 470, 6, 210], ink.sand),
  )
  const flag = (x: number): string =>
    stroke(`M${x} 690V330`, ink.night, 8) +
    shape(`M${x} 336c50 -20 80 30 140 6v92c-60 24 -90 -26 -140 -6Z`, ink.rust) +
    disc([x + 66, 386, 17], ink.gold)
  return picture(
    ground(ink.teal, ink.pale, [0, 760]),
    ...[0, 1, 2, 3].map((n) =>
      oval([200 + n * 420, 160 + (n % 2) * 70, 230, 26], ink.cream, 'opacity="0.5"'),
    ),
    rect([300, 480, 1000, 220], ink.sand),
    times(6, (n) =>
      rect([330 + (n > 2 ? 530 : 0) + n * 72 - (n > 2 ? 0 : 0), 540, 34, 90], ink.deep, 'rx="17"'),
    ),
    shape('M430 480L800 350L1170 480Z', ink.cream),
    shape('M520 462L800 364L1080 462Z', ink.sand),
    rect([440, 680, 720, 26], ink.cream),
    rect([430, 454, 740, 22], ink.cream),
    rect([446, 476, 708, 206], ink.brick),
    columns,
    rect([640, 290, 320, 76], ink.cream),
    times(8, (n) => rect([662 + n * 37, 304, 16, 56], ink.teal, 'rx="8"')),
    shape('M620 292C630 120 970 120 980 292Z', ink.leaf),
    stroke(
      'M700 288C710 200 750 160 796 150M800 290V150M900 288C890 200 850 160 804 150',
      ink.moss,
      5,
    ),
    rect([770, 104, 60, 54], ink.cream),
    shape('M764 106L800 40L836 106Z', ink.leaf),
    ground(ink.moss, ink.leaf, [700, 1000]),
    flag(240),
    flag(1220),
    times(7, (n) =>
      rect([360 - n * 52, 706 + n * 42, 880 + n * 104, 44], n % 2 ? ink.cream : ink.sand),
    ),
    ...[
      [520, 812, 1],
      [610, 880, 1.2],
      [1010, 840, 1.1],
      [1090, 930, 1.4],
      [860, 770, 0.8],
    ].map(([x, y, s]) => walker([Number(x), Number(y)], Number(s))),
  )
}

function oldQuarter(): string {
  const random = seeded(35)
  const windows = (x: number, side: number): string =>
    times(9, (n) => {
      const lit = random() < 0.45
      return rect(
        [x + side * (40 + (n % 3) * 120), 180 + Math.floor(n / 3) * 190 + (n % 3) * 26, 54, 86],
        lit ? ink.gold : '#14242f',
        `rx="26" opacity="${lit ? 0.9 : 1}"`,
      )
    })
  const lamp = (x: number, y: number, size: number): string =>
    glow([x, y, 170 * size], ink.gold, 0.75) +
    stroke(`M${x} ${y + 30 * size}V${y + 300 * size}`, '#0c151c', 9 * size) +
    shape(
      `M${x - 20 * size} ${y - 26 * size}H${x + 20 * size}L${x + 13 * size} ${y + 28 * size}H${x - 13 * size}Z`,
      ink.gold,
    ) +
    shape(
      `M${x - 26 * size} ${y - 26 * size}L${x} ${y - 52 * size}L${x + 26 * size} ${y - 26 * size}Z`,
      '#0c151c',
    )
  return picture(
    ground(ink.night, ink.sea, [0, 760]),
    stars(random, 70, 300),
    disc([930, 140, 44], ink.cream),
    shape('M600 420L700 340L800 420V760H600Z', ink.brick),
    rect([640, 470, 44, 66], ink.gold, 'rx="22"'),
    shape('M790 470L880 400L970 470V760H790Z', ink.deep),
    rect([860, 520, 40, 60], ink.gold, 'rx="20"'),
    shape('M0 0H420L560 230L620 1000H0Z', '#3a2a2c'),
    shape('M420 0L560 230L620 1000L560 1000L500 260Z', ink.brick),
    windows(20, 1),
    shape('M1600 0H1230L1060 260L980 1000H1600Z', '#22323c'),
    shape('M1230 0L1060 260L980 1000L1050 1000L1120 290Z', ink.sea),
    windows(1520, -1),
    times(11, (n) => {
      const y = 700 + n * n * 2.7
      return rect(
        [620 - n * 14 - n * n * 0.6, y, 366 + n * 30 + n * n * 1.4, 26 + n * 2],
        n % 2 ? '#5d4a3c' : '#6f5a45',
      )
    }),
    lamp(1000, 470, 0.62),
    lamp(600, 420, 0.8),
    lamp(1140, 330, 1.35),
    group(
      'transform="translate(760 690)"',
      walker([0, 90], 1.5, '#0c151c'),
      stroke('M-64 76L66 -52M-50 88L80 -40', ink.sand, 5),
      times(7, (n) => stroke(`M${-50 + n * 19} ${64 - n * 19}l14 12`, ink.sand, 4)),
    ),
  )
}

function canal(): string {
  const random = seeded(36)
  const colours = [ink.rose, ink.sand, ink.brick, ink.mist, ink.ochre, ink.pale, ink.rust]
  const gable = (n: number): string => {
    const x = 20 + n * 226
    const top = 240 + ((n * 53) % 90)
    const fill = colours[n % 7] as string
    return (
      shape(
        `M${x} 720V${top + 90}H${x + 26}V${top + 46}H${x + 58}V${top}H${x + 150}V${top + 46}H${x + 182}V${top + 90}H${x + 208}V720Z`,
        fill,
      ) +
      times(6, (k) =>
        rect(
          [x + 34 + (k % 2) * 84, top + 120 + Math.floor(k / 2) * 116, 54, 78],
          random() < 0.3 ? ink.gold : ink.deep,
        ),
      ) +
      rect([x + 82, top + 34, 44, 50], ink.deep, 'rx="22"')
    )
  }
  return picture(
    ground(ink.mist, ink.cream, [0, 700]),
    rect([1050, 90, 120, 500], ink.stone),
    shape('M1030 100L1110 -20L1190 100Z', ink.deep),
    rect([1082, 150, 56, 90], ink.night, 'rx="28"'),
    shape('M1090 210c0 -50 40 -50 40 0l8 18h-56Z', ink.gold),
    times(7, gable),
    ground(ink.teal, ink.deep, [690, 1000]),
    group('opacity="0.28" transform="translate(0 1400) scale(1 -1)"', times(7, gable)),
    times(
      7,
      (n) =>
        rect([60 + n * 226, 668, 150, 12], ink.sand) +
        rect([80 + n * 226, 680, 8, 40], ink.brick) +
        rect([180 + n * 226, 680, 8, 40], ink.brick),
    ),
    ripples(random, [700, 990, 120], [ink.cream, ink.mist, ink.night]),
    boat(640, 860, ink.rust),
    walker([690, 842], 1.3, ink.night),
  )
}

interface Plot {
  x: number
  base: number
  width: number
  tall: number
}

function house(random: Random, { x, base, width, tall }: Plot, fill: string): string {
  const top = base - tall
  const panes = Math.max(1, Math.floor(width / 42))
  const roof = pick(random, [ink.brick, ink.deep, ink.night, ink.rust])
  return (
    rect([x, top, width, tall + 8], fill) +
    shape(
      `M${x - 4} ${top + 2}L${x + width / 2} ${top - width * 0.42}L${x + width + 4} ${top + 2}Z`,
      roof,
    ) +
    times(panes * Math.floor(tall / 62), (n) =>
      rect(
        [
          x + 12 + ((n % panes) * (width - 14)) / panes,
          top + 20 + Math.floor(n / panes) * 56,
          20,
          30,
        ],
        random() < 0.12 ? ink.gold : ink.deep,
      ),
    ) +
    (random() < 0.6 ? rect([x + width * 0.68, top - width * 0.36, 12, 34], roof) : '')
  )
}

function boat(x: number, y: number, fill: string): string {
  return group(
    `transform="translate(${x} ${y})"`,
    shape('M0 0H170L146 42H22Z', fill),
    rect([0, -4, 170, 8], ink.cream),
    rect([84, -44, 46, 42], ink.cream),
    rect([94, -36, 14, 14], ink.deep),
    stroke('M56 0V-96M56 -92L104 -44', ink.night, 4),
  )
}

/** A person seen from afar; the feet stand at the place. */
export function walker([x, y]: Point, size: number, fill = ink.night): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    disc([0, -62, 8], fill),
    shape('M-11 -50C-11 -56 11 -56 11 -50L14 -18H6L9 0H1L0 -16L-5 0H-12L-7 -18H-14Z', fill),
  )
}
