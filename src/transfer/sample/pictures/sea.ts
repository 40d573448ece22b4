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
  rect,
  ridge,
  ripples,
  seeded,
  shape,
  smooth,
  stars,
  stroke,
  times,
  wide,
} from './paint.ts'

/** Ships, quays and weather. */
export const seaPictures = {
  harbour,
  ferry,
  'ferries-night': ferriesAtNight,
  storm,
  lighthouse,
  rowing,
}

function harbour(): string {
  const random = seeded(11)
  return picture(
    ground(ink.sand, ink.cream, [0, 620]),
    disc([1060, 520, 130], ink.gold),
    ridge(random, { y: 600, rise: 120, steps: 9 }, ink.mist),
    group('opacity="0.9"', sheds(random, 560, ink.teal)),
    ground(ink.mist, ink.sea, [600, 1000]),
    group(
      'opacity="0.5"',
      ...[0, 1, 2, 3, 4, 5].map((n) =>
        rect([960 + n * 14, 620 + n * 38, 200 - n * 28, 12], ink.gold, 'rx="6"'),
      ),
    ),
    ripples(random, [615, 980], [ink.pale, ink.cream, ink.deep]),
    crane([180, 640, 1.15], ink.deep),
    crane([470, 630, 0.85], ink.sea),
    shape('M0 660H760V720H0Z', ink.night),
    ship(900, 700, 0.7),
    times(6, (n) =>
      rect(
        [40 + n * 62, 606 - (n % 3) * 40, 56, 54 + (n % 3) * 40],
        [ink.rust, ink.ochre, ink.teal][n % 3] as string,
      ),
    ),
  )
}

function ferry(): string {
  const random = seeded(12)
  return picture(
    ground(ink.rose, ink.cream, [0, 640]),
    disc([330, 470, 90], ink.cream),
    ridge(random, { y: 640, rise: 190, steps: 7 }, ink.mist),
    ridge(random, { y: 650, rise: 90, steps: 9 }, ink.teal),
    ground(ink.teal, ink.deep, [640, 1000]),
    ripples(random, [660, 990, 110], [ink.pale, ink.mist, ink.night]),
    ship(290, 790, 1.9),
    shape('M1180 720H1600V1000H1240Z', ink.night),
    shape('M1170 700H1600V730H1180Z', ink.stone),
    times(5, (n) => rect([1230 + n * 80, 660, 22, 44], ink.rust, 'rx="6"')),
    gulls(random, 7, [250, 150, 1300, 430]),
  )
}

function ferriesAtNight(): string {
  const random = seeded(13)
  const windows = (x: number, y: number, count: number): string =>
    times(count, (n) => (random() < 0.35 ? rect([x + n * 34, y, 18, 16], ink.gold, 'rx="3"') : ''))
  return picture(
    ground(ink.night, ink.deep, [0, 600]),
    stars(random, 170, 460),
    ridge(random, { y: 610, rise: 150, steps: 8 }, '#182b38'),
    ground(ink.deep, ink.night, [600, 1000]),
    glow([1320, 520, 260], ink.gold, 0.5),
    group(
      'opacity="0.95"',
      hull([120, 610, 1.6], '#0f1a23', '#1b2d3a'),
      hull([820, 590, 1.2], '#0f1a23', '#203443'),
    ),
    windows(300, 462, 14),
    windows(960, 484, 9),
    rect([1310, 400, 10, 200], '#0f1a23'),
    disc([1315, 396, 14], ink.gold),
    times(9, (n) =>
      rect([1270 + (n % 2) * 24, 640 + n * 36, 90 - n * 7, 8], ink.gold, 'rx="4" opacity="0.55"'),
    ),
    times(16, () =>
      rect(
        [between(random, 300, 1180), between(random, 640, 900), between(random, 14, 60), 5],
        ink.gold,
        'rx="2" opacity="0.35"',
      ),
    ),
    ripples(random, [620, 990, 90], [ink.sea, ink.deep]),
  )
}

function storm(): string {
  const random = seeded(14)
  const wave = (y: number, rise: number, fill: string): string => {
    const start = between(random, -260, -60)
    const crests = times(6, (n) => {
      const x = start + n * 330 + between(random, -40, 40)
      const h = rise * between(random, 0.6, 1.15)
      return (
        shape(
          `M${x} ${y + 60}C${x + 120} ${y + 30} ${x + 170} ${y - h} ${x + 280} ${y - h}C${x + 240} ${y - h * 0.6} ${x + 300} ${y - h * 0.2} ${x + 400} ${y + 60}V1000H${x}Z`,
          fill,
        ) +
        stroke(
          `M${x + 168} ${y - h * 0.72}C${x + 200} ${y - h * 0.98} ${x + 240} ${y - h} ${x + 282} ${y - h}C${x + 256} ${y - h * 0.8} ${x + 258} ${y - h * 0.6} ${x + 276} ${y - h * 0.42}`,
          ink.cream,
          9,
          'opacity="0.85"',
        )
      )
    })
    return crests + rect([0, y + 50, wide, 1000 - y], fill)
  }
  return picture(
    ground('#2a3640', ink.stone, [0, 600]),
    times(9, (n) =>
      oval(
        [between(random, 0, wide), 60 + n * 34, between(random, 260, 520), between(random, 40, 90)],
        pick(random, [ink.night, ink.deep, '#33434d']),
        'opacity="0.5"',
      ),
    ),
    wave(520, 120, ink.teal),
    wave(640, 170, ink.sea),
    group(
      'transform="rotate(-9 980 560)"',
      shape('M880 560H1090L1060 616H915Z', ink.brick),
      rect([960, 500, 60, 60], ink.cream),
      rect([985, 420, 7, 90], ink.night),
    ),
    wave(740, 200, ink.deep),
    wave(880, 190, ink.night),
    times(120, () => {
      const x = between(random, 0, wide)
      const y = between(random, 0, 900)
      return stroke(`M${x} ${y}l-26 60`, ink.pale, 1.6, 'opacity="0.35"')
    }),
  )
}

function lighthouse(): string {
  const random = seeded(15)
  return picture(
    ground(ink.deep, ink.rose, [0, 690]),
    stars(random, 60, 300),
    `<defs><linearGradient id="beam"><stop offset="0" stop-color="${ink.gold}" stop-opacity="0.85"/><stop offset="1" stop-color="${ink.gold}" stop-opacity="0"/></linearGradient></defs>`,
    shape('M1090 262L1600 60V380L1090 290Z', 'url(#beam)'),
    group(
      'transform="rotate(180 1060 276)"',
      shape('M1090 262L1900 100V400L1090 290Z', 'url(#beam)'),
    ),
    ground(ink.sea, ink.night, [690, 1000]),
    shape(
      `${smooth([
        [620, 760],
        [760, 690],
        [900, 640],
        [1080, 620],
        [1240, 655],
        [1420, 720],
        [1560, 770],
      ])}L1600 1000H560Z`,
      ink.night,
    ),
    shape('M1008 640L1034 300H1086L1112 640Z', ink.cream),
    ...[0, 1, 2].map((n) =>
      shape(
        `M${1016 + n * 8.4} ${530 - n * 108}H${1104 - n * 8.4}L${1099 - n * 8.4} ${476 - n * 108}H${1021 + n * 8.4}Z`,
        ink.rust,
      ),
    ),
    rect([1024, 292, 72, 12], ink.night),
    rect([1038, 250, 44, 44], ink.gold),
    shape('M1030 252L1060 212L1090 252Z', ink.brick),
    glow([1060, 272, 190], ink.gold, 0.7),
    rect([1120, 588, 120, 56], ink.sand),
    shape('M1110 590L1180 552L1250 590Z', ink.brick),
    rect([1166, 606, 24, 24], ink.gold),
    ripples(random, [715, 990, 110], [ink.teal, ink.rose, ink.sand]),
  )
}

function rowing(): string {
  const random = seeded(16)
  const rower = (x: number): string =>
    group(
      '',
      stroke(`M${x} 500L${x - 70} 300M${x} 500L${x - 70} 700`, ink.sand, 9),
      shape(`M${x - 84} 262l26 -8l10 56l-22 4Z M${x - 84} 738l26 8l10 -56l-22 -4Z`, ink.rust),
      oval([x + 20, 500, 46, 34], ink.cream),
      disc([x + 6, 500, 20], ink.brick),
      stroke(`M${x + 10} 476L${x - 14} 452M${x + 10} 524L${x - 14} 548`, ink.rose, 13),
    )
  return picture(
    ground(ink.teal, ink.sea),
    times(26, (n) =>
      stroke(
        smooth(
          Array.from({ length: 7 }, (_, k) => [k * 280 - 40, n * 40 + between(random, -14, 14)]),
        ),
        pick(random, [ink.mist, ink.deep, ink.teal]),
        4,
        'opacity="0.4"',
      ),
    ),
    shape(
      'M1240 470C1400 440 1520 420 1640 400V600C1520 580 1400 560 1240 530Z',
      ink.pale,
      'opacity="0.45"',
    ),
    group(
      'transform="rotate(-8 800 500)"',
      shape('M240 500C420 440 1150 440 1330 500C1150 560 420 560 240 500Z', ink.night),
      shape('M280 500C440 456 1130 456 1290 500C1130 544 440 544 280 500Z', ink.ochre),
      shape('M330 500C480 470 1100 470 1240 500C1100 530 480 530 330 500Z', ink.brick),
      ...[430, 640, 850, 1060].map(rower),
      times(8, (n) => disc([360 + n * 105, n % 2 ? 262 : 740, 26], ink.pale, 'opacity="0.35"')),
    ),
  )
}

function ship(x: number, y: number, size: number): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    shape('M0 -60H440L400 20H60Z', ink.rust),
    shape('M8 -44H432L428 -34H12Z', ink.cream),
    rect([70, -130, 310, 72], ink.cream, 'rx="6"'),
    rect([110, -176, 200, 48], ink.pale, 'rx="5"'),
    shape('M120 -214H230L244 -176H108Z', ink.cream),
    rect([124, -204, 104, 14], ink.deep),
    shape('M250 -236H306L312 -176H250Z', ink.rust),
    rect([250, -222, 58, 12], ink.night),
    times(12, (n) => rect([88 + n * 24, -112, 14, 16], ink.deep, 'rx="3"')),
    times(9, (n) => rect([126 + n * 20, -160, 11, 12], ink.deep, 'rx="2"')),
    stroke('M170 -214V-280M170 -266L70 -130M170 -266L300 -176', ink.night, 3),
    shape('M56 20H404L400 30H64Z', ink.night, 'opacity="0.4"'),
  )
}

function hull([x, y, size]: [number, number, number], dark: string, light: string): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    shape('M0 -60H440L400 20H60Z', dark),
    rect([70, -130, 310, 72], light, 'rx="6"'),
    rect([110, -176, 200, 48], light, 'rx="5"'),
    shape('M120 -214H230L244 -176H108ZM250 -236H306L312 -176H250Z', dark),
  )
}

function crane([x, y, size]: [number, number, number], fill: string): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    stroke('M0 0L40 -260M110 0L70 -260M14 -90L96 -90M20 -130L100 0M90 -130L10 0', fill, 11),
    rect([20, -310, 74, 54], fill),
    stroke(
      'M60 -300L-60 -330M60 -300L330 -420M57 -400L330 -420M57 -400V-300M57 -400L-60 -330',
      fill,
      9,
    ),
    stroke('M300 -408V-250', fill, 4),
    rect([270, -250, 60, 40], ink.rust),
  )
}

function sheds(random: () => number, base: number, fill: string): string {
  return times(13, (n) => {
    const h = between(random, 40, 110)
    return shape(
      `M${n * 130 - 20} ${base + 60}V${base - h + 30}L${n * 130 + 40} ${base - h}L${n * 130 + 100} ${base - h + 30}V${base + 60}Z`,
      fill,
      `opacity="${between(random, 0.5, 0.9).toFixed(2)}"`,
    )
  })
}

/** Birds in a box of x, y, x, y. */
export function gulls(
  random: () => number,
  count: number,
  [x1, y1, x2, y2]: [number, number, number, number],
): string {
  return times(count, () => {
    const s = between(random, 10, 26)
    return stroke(
      `M${between(random, x1, x2)} ${between(random, y1, y2)}q${s} ${-s} ${s * 1.6} 0q${s * 0.6} ${-s} ${s * 1.6} 0`,
      ink.night,
      3.5,
      'opacity="0.75"',
    )
  })
}
