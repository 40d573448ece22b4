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
  ripples,
  seeded,
  shape,
  stroke,
  times,
  wide,
} from './paint.ts'

/** Food, and tables to eat it at. */
export const foodPictures = { market, stew, bread, table, jars }

function market(): string {
  const random = seeded(51)
  const crate = (x: number, y: number, fill: (cx: number, cy: number) => string): string =>
    rect([x, y, 350, 40], ink.brick) +
    times(13, (n) => fill(x + 34 + (n % 7) * 47, y - 6 - Math.floor(n / 7) * 34)) +
    rect([x - 10, y, 370, 120], ink.ochre) +
    [0, 1, 2]
      .map((n) => rect([x - 10, y + 8 + n * 38, 370, 28], n % 2 ? ink.sand : ink.ochre))
      .join('')
  return picture(
    ground(ink.mist, ink.cream, [0, 600]),
    rect([0, 430, wide, 570], ink.stone),
    ripples(random, [430, 500, 30], [ink.pale, ink.deep]),
    crate(90, 620, (x, y) =>
      fish([x, y, 0.5], pick(random, [ink.teal, ink.mist, ink.sea]), between(random, -70, -40)),
    ),
    crate(
      620,
      620,
      (x, y) =>
        disc([x, y, 30], pick(random, [ink.rust, ink.ochre, ink.gold])) +
        oval([x - 8, y - 10, 9, 6], ink.cream, 'opacity="0.5"'),
    ),
    crate(
      1150,
      620,
      (x, y) =>
        disc([x, y, 31], ink.moss) +
        stroke(`M${x} ${y + 24}v-44m0 18l-16 -14m16 14l16 -14`, ink.pale, 3),
    ),
    crate(330, 830, (x, y) =>
      fish([x, y, 0.5], pick(random, [ink.rose, ink.rust, ink.sand]), between(random, 40, 70)),
    ),
    crate(880, 830, (x, y) =>
      oval(
        [x, y, 27, 19],
        ink.deep,
        `transform="rotate(${between(random, -50, 50).toFixed(0)} ${x} ${y})"`,
      ),
    ),
    times(10, (n) =>
      shape(
        `M${n * 160} 90H${n * 160 + 160}V330a80 70 0 0 1 -160 0Z`,
        n % 2 ? ink.cream : ink.rust,
      ),
    ),
    rect([0, 60, wide, 40], ink.brick),
    rect([70, 90, 16, 520], ink.night),
    rect([1514, 90, 16, 520], ink.night),
  )
}

function stew(): string {
  const random = seeded(52)
  const mussel = (x: number, y: number, turn: number): string =>
    group(
      `transform="translate(${x} ${y}) rotate(${turn})"`,
      shape('M-70 0C-40 -54 50 -50 76 0C40 26 -40 30 -70 0Z', ink.night),
      shape('M-50 0C-30 -34 36 -34 56 0C30 14 -30 16 -50 0Z', ink.rust),
      oval([4, -6, 30, 10], ink.gold),
    )
  return picture(
    rect([0, 0, wide, 1000], ink.teal),
    times(11, (n) => rect([n * 160, 0, 56, 1000], ink.mist, 'opacity="0.32"')),
    times(7, (n) => rect([0, n * 160, wide, 56], ink.mist, 'opacity="0.32"')),
    oval([820, 560, 430, 420], ink.night, 'opacity="0.3"'),
    disc([800, 520, 420], ink.cream),
    disc([800, 520, 395], ink.pale),
    disc([800, 520, 340], ink.brick),
    disc([800, 520, 328], ink.ochre),
    glow([720, 430, 300], ink.gold, 0.8),
    times(9, () => {
      const a = between(random, 0, 6.28)
      const r = between(random, 60, 250)
      return shape(
        `M${800 + r * Math.cos(a)} ${520 + r * Math.sin(a)}l${between(random, 60, 110)} -26l34 56l-96 46Z`,
        ink.cream,
      )
    }),
    times(9, () => {
      const a = between(random, 0, 6.28)
      const r = between(random, 40, 270)
      return disc(
        [800 + r * Math.cos(a), 520 + r * Math.sin(a), 34],
        ink.gold,
        `stroke="${ink.sand}" stroke-width="5"`,
      )
    }),
    mussel(640, 400, -20),
    mussel(930, 380, 30),
    mussel(1000, 620, 80),
    mussel(700, 690, 150),
    mussel(830, 540, -60),
    times(46, () => {
      const a = between(random, 0, 6.28)
      const r = Math.sqrt(random()) * 300
      const x = 800 + r * Math.cos(a)
      const y = 520 + r * Math.sin(a)
      return stroke(
        `M${x} ${y}l${between(random, -26, 26)} ${between(random, -26, 26)}`,
        ink.leaf,
        5,
      )
    }),
    group(
      'transform="rotate(14 1370 500)"',
      rect([1354, 380, 30, 440], ink.stone, 'rx="15"'),
      oval([1369, 320, 58, 90], ink.stone),
      oval([1362, 310, 40, 68], ink.mist),
    ),
    group(
      'transform="rotate(-16 230 250)"',
      shape('M110 180C160 110 320 110 360 190L340 300C280 340 170 330 120 290Z', '#6b4630'),
      shape('M130 200C180 140 300 140 340 200L326 280C270 310 180 304 138 276Z', ink.sand),
      times(14, () =>
        disc(
          [between(random, 160, 310), between(random, 190, 280), between(random, 3, 8)],
          '#b58d5a',
        ),
      ),
    ),
  )
}

function bread(): string {
  const random = seeded(53)
  const slice = (x: number, y: number, turn: number): string =>
    group(
      `transform="translate(${x} ${y}) rotate(${turn})"`,
      shape('M-120 70C-150 -60 -80 -120 0 -120C80 -120 150 -60 120 70Z', '#4a2f22'),
      shape('M-102 56C-126 -50 -66 -102 0 -102C66 -102 126 -50 102 56Z', '#8d6440'),
      times(30, () =>
        disc(
          [between(random, -86, 86), between(random, -76, 44), between(random, 2, 6)],
          pick(random, [ink.sand, '#5c3d28', ink.leaf]),
        ),
      ),
    )
  return picture(
    ground(ink.cream, ink.sand, [0, 420]),
    rect([0, 420, wide, 580], ink.brick),
    times(9, (n) =>
      stroke(
        `M0 ${450 + n * 66}Q800 ${430 + n * 70} 1600 ${456 + n * 64}`,
        '#74291d',
        5,
        'opacity="0.6"',
      ),
    ),
    shape('M150 600H1450L1540 860H60Z', ink.ochre),
    shape('M60 860H1540V900H60Z', '#a8782c'),
    oval([640, 740, 400, 60], ink.night, 'opacity="0.3"'),
    shape(
      'M250 690C240 430 440 320 640 320C840 320 1040 430 1030 690C1030 760 250 760 250 690Z',
      '#5c3a28',
    ),
    shape(
      'M300 620C310 440 470 360 640 360C800 360 950 430 980 600C880 480 420 460 300 620Z',
      '#7c5237',
    ),
    ...[0, 1, 2, 3, 4, 5].map((n) =>
      stroke(
        `M${430 + n * 84} ${410 + Math.abs(2.5 - n) * 16}q${(n - 2.5) * 30} 110 ${(n - 2.5) * 40} 250`,
        ink.cream,
        15,
        'opacity="0.8"',
      ),
    ),
    times(130, () =>
      disc(
        [between(random, 330, 960), between(random, 370, 640), between(random, 1.5, 4)],
        ink.cream,
        'opacity="0.5"',
      ),
    ),
    slice(1130, 700, 8),
    slice(1220, 720, 22),
    slice(1330, 760, 40),
    group(
      'transform="rotate(-7 700 850)"',
      shape('M330 830H860L900 870H350Z', ink.pale),
      shape('M330 830H860L868 840H334Z', ink.mist),
      rect([880, 826, 250, 48], ink.night, 'rx="20"'),
      disc([930, 850, 7], ink.gold),
      disc([1060, 850, 7], ink.gold),
    ),
    times(50, () =>
      disc(
        [between(random, 300, 1400), between(random, 800, 900), between(random, 2, 5)],
        '#6b4630',
      ),
    ),
  )
}

function table(): string {
  const random = seeded(54)
  return picture(
    rect([0, 0, wide, 1000], '#33282a'),
    ground(ink.sea, ink.rose, [90, 620]),
    rect([0, 0, 220, 1000], '#33282a'),
    rect([1380, 0, 220, 1000], '#33282a'),
    rect([0, 0, wide, 90], '#33282a'),
    disc([1120, 470, 60], ink.gold),
    ...[520, 900].map(
      (x) =>
        shape(`M${x - 9} 230H${x + 9}L${x + 14} 560H${x - 14}Z`, ink.night) +
        times(7, (n) =>
          stroke(
            `M${x} ${250 + n * 16}L${x - 40 - n * 26} 500M${x} ${250 + n * 16}L${x + 40 + n * 26} 500`,
            ink.night,
            2,
          ),
        ),
    ),
    rect([220, 498, 1160, 12], ink.night),
    rect([220, 560, 1160, 66], ink.deep),
    ripples(random, [565, 620, 26], [ink.rose, ink.gold]),
    stroke('M800 90V630M220 360H1380', '#33282a', 24),
    rect([190, 620, 1220, 40], '#54403a'),
    rect([196, 80, 24, 560], '#54403a'),
    rect([1380, 80, 24, 560], '#54403a'),
    oval([800, 900, 760, 190], ink.cream),
    shape('M40 900H1560V1000H40Z', ink.cream),
    oval([760, 860, 250, 74], ink.night, 'opacity="0.15"'),
    oval([760, 848, 250, 72], '#fffdf5'),
    oval([760, 844, 190, 52], ink.pale),
    fish([750, 838, 1.35], ink.rust, -4),
    stroke('M600 866q40 14 80 4M860 864l46 -10', ink.leaf, 9),
    disc([892, 822, 26], ink.gold),
    rect([1116, 560, 84, 300], ink.leaf, 'rx="18"'),
    rect([1138, 440, 40, 140], ink.leaf, 'rx="10"'),
    rect([1116, 660, 84, 110], ink.cream),
    stroke('M1136 700h44M1136 726h30', ink.brick, 6),
    shape(
      'M380 560H520C530 680 500 730 450 736C400 730 370 680 380 560Z',
      ink.mist,
      'opacity="0.6"',
    ),
    shape('M384 630H516C514 690 490 726 450 730C410 726 386 690 384 630Z', ink.brick),
    stroke('M450 736V852M400 858H500', ink.mist, 9),
    rect([1270, 740, 44, 130], ink.cream),
    shape('M1292 690c26 34 16 54 0 54s-26 -20 0 -54Z', ink.gold),
    glow([1292, 716, 170], ink.gold, 0.7),
  )
}

function jars(): string {
  const random = seeded(55)
  const jar = (n: number, y: number): string => {
    const x = 110 + n * 290
    const brine = [ink.gold, ink.rose, ink.moss, ink.ochre, ink.rust][
      (n + (y > 500 ? 2 : 0)) % 5
    ] as string
    const fruit = [ink.ochre, ink.rust, ink.leaf, ink.gold, ink.brick][
      (n + (y > 500 ? 2 : 0)) % 5
    ] as string
    return (
      rect([x, y - 290, 220, 290], ink.cream, 'rx="34" opacity="0.5"') +
      rect([x + 8, y - 236, 204, 228], brine, 'rx="26" opacity="0.75"') +
      times(13, () =>
        oval(
          [between(random, x + 44, x + 176), between(random, y - 200, y - 40), 34, 26],
          fruit,
          `opacity="0.85" transform="rotate(${between(random, -40, 40).toFixed(0)} ${x + 110} ${y - 120})"`,
        ),
      ) +
      rect([x + 20, y - 270, 16, 230], ink.cream, 'rx="8" opacity="0.55"') +
      rect([x + 10, y - 334, 200, 52], n % 2 ? ink.brick : ink.deep, 'rx="10"') +
      (n === 3 && y < 500
        ? ''
        : rect([x + 56, y - 150, 108, 66], ink.cream, 'rx="4"') +
          stroke(`M${x + 70} ${y - 126}h76M${x + 70} ${y - 106}h50`, ink.night, 4))
    )
  }
  return picture(
    ground('#4a2c24', '#2a1c1c'),
    glow([800, 330, 900], ink.gold, 0.65),
    times(5, (n) => jar(n, 450)),
    rect([0, 450, wide, 40], '#2b1a14'),
    rect([0, 450, wide, 10], ink.ochre, 'opacity="0.5"'),
    times(5, (n) => jar(n, 900)),
    rect([0, 900, wide, 46], '#2b1a14'),
    rect([0, 900, wide, 10], ink.ochre, 'opacity="0.5"'),
  )
}

const fish = ([x, y, size]: [number, number, number], fill: string, turn = 0): string =>
  group(
    `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
    shape('M-90 0C-50 -46 50 -46 84 -6L120 -36V36L84 6C50 46 -50 46 -90 0Z', fill),
    shape('M-90 0C-50 -46 50 -46 84 -6C30 -14 -40 -12 -90 0Z', ink.cream, 'opacity="0.35"'),
    disc([-62, -6, 6], ink.night),
    stroke('M-34 -24q14 24 0 46', ink.night, 3, 'opacity="0.5"'),
  )
