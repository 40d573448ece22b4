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
  seeded,
  shape,
  stroke,
  times,
  wide,
} from './paint.ts'

/** Things of paper: books, votes, letters, money, charts and the map. */
export const paperPictures = { books, ballots, letters, banknote, chart, hemicycle, map }

function books(): string {
  const random = seeded(56)
  const colours = [
    ink.rust,
    ink.deep,
    ink.ochre,
    ink.moss,
    ink.brick,
    ink.teal,
    ink.sand,
    ink.sea,
    ink.rose,
    ink.leaf,
  ]
  const row = (base: number, to: number): string => {
    let x = 40
    let drawn = ''
    while (x < to) {
      const w = between(random, 34, 82)
      const h = between(random, 240, 360)
      const fill = pick(random, colours)
      drawn +=
        rect([x, base - h, w - 3, h], fill, 'rx="4"') +
        rect([x, base - h + 36, w - 3, 9], ink.cream, 'opacity="0.6"') +
        rect([x, base - 70, w - 3, 9], ink.cream, 'opacity="0.6"')
      if (w > 54)
        drawn += rect([x + w / 2 - 8, base - h + 70, 12, h - 180], ink.gold, 'opacity="0.7"')
      x += w
    }
    return drawn
  }
  return picture(
    ground('#2c3a42', ink.night),
    glow([1330, 280, 520], ink.gold, 0.75),
    row(470, 1080),
    group(
      'transform="rotate(-13 1130 470)"',
      rect([1110, 170, 62, 300], ink.rust, 'rx="4"'),
      rect([1110, 206, 62, 9], ink.cream),
    ),
    rect([1310, 330, 26, 140], ink.ochre),
    oval([1323, 470, 80, 14], ink.ochre),
    shape('M1220 340L1270 190H1376L1426 340Z', ink.cream),
    shape('M1323 190H1376L1426 340H1323Z', ink.sand),
    rect([0, 470, wide, 44], '#5b3a2d'),
    rect([0, 470, wide, 9], ink.ochre, 'opacity="0.55"'),
    row(930, 1560),
    rect([0, 930, wide, 70], '#5b3a2d'),
    rect([0, 930, wide, 9], ink.ochre, 'opacity="0.55"'),
    shape('M430 460c-30 -120 20 -150 60 -110l30 -30l14 40c60 10 110 50 110 106Z', ink.night),
    shape(
      'M640 462c60 -10 70 -80 40 -110',
      'none',
      `stroke="${ink.night}" stroke-width="16" stroke-linecap="round"`,
    ),
    disc([500, 366, 5], ink.gold),
  )
}

function ballots(): string {
  const random = seeded(57)
  const paper = (x: number, y: number, turn: number): string =>
    group(
      `transform="translate(${x} ${y}) rotate(${turn})"`,
      rect([-80, -110, 160, 220], ink.cream),
      times(
        5,
        (n) =>
          rect([-56, -78 + n * 38, 18, 18], 'none', `stroke="${ink.deep}" stroke-width="4"`) +
          rect([-24, -74 + n * 38, 76, 9], ink.stone),
      ),
      stroke('M-54 -36l16 16m0 -16l-16 16', ink.rust, 5),
    )
  return picture(
    rect([0, 0, wide, 1000], ink.rust),
    times(16, (n) => shape(`M800 560L${n * 220 - 900} -200h110Z`, ink.brick, 'opacity="0.4"')),
    paper(210, 260, -18),
    paper(420, 520, 12),
    paper(1330, 300, 20),
    paper(1180, 560, -10),
    paper(180, 720, 26),
    paper(1440, 700, -24),
    oval([800, 950, 460, 40], ink.night, 'opacity="0.35"'),
    shape('M480 560H1120V940H480Z', ink.deep),
    shape('M480 560L560 480H1040L1120 560Z', ink.sea),
    shape('M660 524H940L950 540H650Z', ink.night),
    disc([800, 750, 96], ink.ochre),
    shape('M756 770c10 -60 60 -76 96 -60l26 8l-24 10c0 50 -40 70 -98 42Z', ink.night),
    disc([846, 716, 4], ink.gold),
    shape('M690 530V330H910V530Z', ink.cream),
    stroke('M800 332V528', ink.sand, 5),
    shape(
      'M860 -20C840 120 800 220 800 330C800 380 850 390 866 350L880 300L900 420C910 450 950 446 950 412L952 300C990 300 1010 270 1010 230L1080 -20Z',
      '#d5a27c',
    ),
    shape('M830 -20H1110L1086 70H842Z', ink.night),
    stroke('M880 300C890 260 900 240 930 230', '#a87454', 6),
    times(20, () =>
      disc(
        [between(random, 0, wide), between(random, 0, 1000), between(random, 2, 5)],
        ink.gold,
        'opacity="0.4"',
      ),
    ),
  )
}

function letters(): string {
  const random = seeded(58)
  const envelope = ([x, y, turn]: [number, number, number], fill: string): string =>
    group(
      `transform="translate(${x} ${y}) rotate(${turn})"`,
      rect([-210, -132, 420, 272], ink.night, 'opacity="0.18"'),
      rect([-216, -140, 420, 272], fill),
      stroke('M-216 -140L-6 20L204 -140', ink.stone, 4),
      rect([126, -122, 60, 72], pick(random, [ink.rust, ink.teal, ink.moss])),
      disc([156, -86, 18], ink.gold),
      stroke('M40 -100q20 -16 40 0t40 0M40 -82q20 -16 40 0t40 0', ink.stone, 3),
      stroke('M-150 60h150M-150 88h100', ink.deep, 5),
    )
  return picture(
    ground(ink.sea, ink.deep),
    envelope([330, 300, -22], ink.sand),
    envelope([1250, 260, 17], ink.rose),
    envelope([300, 740, 14], ink.cream),
    envelope([1330, 700, -12], ink.sand),
    envelope([760, 240, 5], ink.pale),
    group(
      'transform="rotate(-4 800 620)"',
      rect([590, 330, 470, 620], ink.night, 'opacity="0.2"'),
      rect([580, 318, 470, 620], '#fffaf0'),
      times(13, (n) =>
        stroke(
          `M630 ${400 + n * 38}q${60 + (n % 3) * 20} -14 ${140} 0t${n === 12 ? 60 : 200 - (n % 4) * 16} 0`,
          ink.deep,
          4.5,
        ),
      ),
      stroke('M640 890c30 -40 50 20 80 -20s40 30 90 -10', ink.brick, 7),
    ),
    group(
      'transform="rotate(34 1120 660)"',
      shape('M1090 480H1140V760L1115 820L1090 760Z', ink.night),
      shape('M1100 760H1130L1115 820Z', ink.gold),
      rect([1086, 560, 58, 20], ink.gold),
    ),
  )
}

function banknote(): string {
  return picture(
    ground(ink.leaf, ink.night),
    group(
      'transform="rotate(-5 800 500) translate(0 20)"',
      rect([164, 204, 1296, 640], ink.night, 'rx="18" opacity="0.35"'),
      rect([150, 180, 1296, 640], ink.sand, 'rx="18"'),
      rect([178, 208, 1240, 584], 'none', `stroke="${ink.moss}" stroke-width="6"`),
      times(46, (n) =>
        oval(
          [430, 500, 60 + n * 5, 210 - n * 2],
          'none',
          `stroke="${ink.ochre}" stroke-width="1.6" opacity="0.55" transform="rotate(${n * 7.8} 430 500)"`,
        ),
      ),
      times(24, (n) =>
        stroke(
          `M700 ${236 + n * 23}q180 ${n % 2 ? 40 : -40} 360 0t340 0`,
          n % 2 ? ink.moss : ink.rose,
          1.6,
          'opacity="0.5"',
        ),
      ),
      stroke('M660 700C800 690 900 640 1020 650S1250 600 1360 560', ink.brick, 20),
      stroke('M900 660C930 600 960 590 1000 560M1150 620C1180 660 1220 680 1260 690', ink.brick, 9),
      ...[
        [1000, 560],
        [960, 580],
        [1260, 690],
        [1220, 676],
        [1350, 560],
        [880, 640],
      ].map(([x, y]) => disc([Number(x), Number(y), 17], ink.rust)),
      shape(
        'M900 520C880 420 960 340 1050 350C1080 300 1170 300 1190 360L1240 376L1188 396C1190 500 1130 590 1020 600C960 640 900 690 830 720C850 640 880 600 900 520Z',
        ink.night,
      ),
      shape('M930 520C980 470 1060 470 1110 500C1060 560 980 580 930 520Z', ink.deep),
      shape('M1190 360L1240 376L1188 396Z', ink.ochre),
      disc([1140, 356, 10], ink.gold),
      disc([1140, 356, 5], ink.night),
      stroke('M1030 600v44M1070 590v46', ink.ochre, 8),
      `<text x="430" y="570" font-family="Georgia, 'Times New Roman', 'DejaVu Serif', serif" font-size="220" font-weight="bold" fill="${ink.brick}" text-anchor="middle">10</text>`,
      times(4, (n) => disc([230 + n * 34, 760, 9], ink.moss)),
      rect([620, 180, 12, 640], ink.gold),
    ),
  )
}

function chart(): string {
  const random = seeded(60)
  const line =
    'M150 330L260 300L360 340L470 310L560 350L680 330L780 370L870 350L930 420L990 640L1060 690L1130 760L1210 740L1300 800L1450 790'
  return picture(
    rect([0, 0, wide, 1000], ink.cream),
    times(15, (n) => rect([100 + n * 100, 90, 2, 800], ink.mist)),
    times(9, (n) => rect([100, 90 + n * 100, 1400, 2], ink.mist)),
    shape(`${line}V890H150Z`, ink.sea),
    shape(
      'M150 890V560L300 520L420 570L600 540L760 600L900 640L1000 760L1120 800L1280 850L1450 850V890Z',
      ink.deep,
    ),
    times(60, () => {
      const x = between(random, 180, 900)
      return stroke(`M${x} ${between(random, 420, 860)}l14 34`, ink.teal, 3)
    }),
    stroke(line, ink.rust, 15),
    disc([930, 420, 22], ink.rust),
    disc([930, 420, 10], ink.cream),
    stroke('M100 90V890H1500', ink.night, 9),
    group(
      'transform="translate(1180 430) scale(0.62)"',
      shape(
        'M-120 60C-130 -40 -40 -110 40 -100C70 -150 160 -150 180 -90L230 -74L178 -54C180 40 110 130 10 140C-50 180 -100 220 -180 250C-160 180 -130 130 -120 60Z',
        ink.night,
      ),
      shape('M180 -90L230 -74L178 -54Z', ink.ochre),
      disc([132, -96, 11], ink.gold),
      shape('M-90 40C-160 -40 -150 -160 -60 -220C-60 -130 0 -80 60 -10Z', ink.deep),
    ),
  )
}

function hemicycle(): string {
  const parties: [number, string][] = [
    [40, ink.rust],
    [15, ink.moss],
    [17, ink.ochre],
    [41, ink.deep],
    [8, ink.stone],
  ]
  const rows = [18, 21, 24, 27, 31]
  const places = rows
    .flatMap((count, row) =>
      Array.from({ length: count }, (_, n) => ({
        angle: Math.PI - (n / (count - 1)) * Math.PI,
        r: 300 + row * 98,
      })),
    )
    .toSorted((a, b) => b.angle - a.angle || a.r - b.r)
  const colours = parties.flatMap(([count, colour]) => Array.from({ length: count }, () => colour))
  return picture(
    rect([0, 0, wide, 1000], ink.cream),
    rect([0, 880, wide, 120], ink.sand),
    ...places.map(({ angle, r }, n) =>
      disc(
        [800 + r * Math.cos(angle), 850 - r * Math.sin(angle) * 1.06, 29],
        colours[n] ?? ink.stone,
      ),
    ),
    stroke('M800 500V96', ink.night, 4, 'stroke-dasharray="4 16"'),
    shape('M690 850C690 720 910 720 910 850Z', ink.brick),
    rect([660, 850, 280, 34], ink.night),
    rect([780, 700, 40, 60], ink.gold),
    shape('M772 702L800 660L828 702Z', ink.night),
  )
}

function map(): string {
  const random = seeded(62)
  const name = ([x, y, size]: [number, number, number], text: string, more = ''): string =>
    `<text x="${x}" y="${y}" font-family="Georgia, 'Times New Roman', 'DejaVu Serif', serif" font-size="${size}" fill="${ink.night}" ${more}>${text}</text>`
  const lands = [
    'M1060 -20C1010 120 1090 170 1040 260C1000 330 1070 380 1030 460C1000 520 1080 560 1110 640C1150 720 1090 800 1150 1020H1640V-20Z',
    'M470 360C520 290 640 300 690 370C740 430 720 540 650 590C580 640 470 610 430 540C400 480 420 410 470 360Z',
    'M330 700C370 670 440 690 450 740C450 790 380 820 340 790C300 770 300 720 330 700Z',
    'M510 760C540 740 580 750 580 780C580 810 530 820 510 800Z',
    'M180 300C200 280 232 290 232 314C232 338 196 346 182 332Z',
  ]
  return picture(
    ground(ink.mist, ink.teal),
    times(46, () =>
      stroke(
        `M${between(random, 20, 1000)} ${between(random, 40, 960)}q16 -14 32 0t32 0`,
        ink.pale,
        3,
        'opacity="0.7"',
      ),
    ),
    ...lands.map((d) => shape(d, 'none', `stroke="${ink.pale}" stroke-width="34" opacity="0.5"`)),
    ...lands.map((d) => shape(d, ink.sand, `stroke="${ink.leaf}" stroke-width="6"`)),
    times(12, (n) =>
      shape(
        `M${1270 + (n % 4) * 78} ${200 + Math.floor(n / 4) * 84 + (n % 2) * 26}l34 -62l34 62Z`,
        n % 2 ? ink.moss : ink.leaf,
      ),
    ),
    stroke('M1400 330C1340 420 1260 420 1230 500S1130 560 1040 470', ink.sea, 10),
    stroke('M1380 520C1330 600 1290 640 1180 640', ink.sea, 6),
    ...[
      'M1036 470C900 520 800 440 700 430',
      'M1036 470C860 680 640 700 452 740',
      'M1036 480C900 720 740 780 582 782',
      'M470 380C380 320 300 300 236 312',
    ].map((d) => stroke(d, ink.rust, 6, 'stroke-dasharray="2 18"')),
    stroke('M1080 590L690 520', ink.brick, 9),
    disc([1048, 472, 16], ink.rust),
    disc([690, 430, 11], ink.night),
    disc([1226, 500, 11], ink.night),
    disc([1090, 598, 11], ink.night),
    disc([1280, 700, 11], ink.night),
    disc([1330, 400, 9], ink.night),
    name([1078, 468, 40], 'OSTREL', 'font-weight="bold"'),
    name([506, 470, 46], 'Skarrow', 'font-style="italic"'),
    name([640, 414, 28], 'Brask'),
    name([1248, 510, 34], 'Calverny'),
    name([1118, 618, 34], 'Saltings'),
    name([1304, 712, 34], 'Dunmarrow'),
    name([1352, 404, 28], 'Pell'),
    name([330, 760, 32], 'Ember', 'font-style="italic"'),
    name([500, 850, 26], 'Little Ember', 'font-style="italic"'),
    name([140, 386, 28], 'Thole', 'font-style="italic"'),
    name([1240, 130, 32], 'THE HARROWS', 'letter-spacing="6"'),
    name([700, 930, 40], 'THE SOUND', 'letter-spacing="14" font-style="italic"'),
    group(
      'transform="translate(180 850)"',
      disc([0, 0, 84], ink.cream, 'opacity="0.9"'),
      shape('M0 -100L22 0L0 100L-22 0Z', ink.deep),
      shape('M-100 0L0 -22L100 0L0 22Z', ink.rust),
      name([-12, -108, 34], 'N'),
    ),
    rect([22, 22, 1556, 956], 'none', `stroke="${ink.leaf}" stroke-width="8"`),
    rect([38, 38, 1524, 924], 'none', `stroke="${ink.leaf}" stroke-width="2"`),
  )
}
