import {
  between,
  disc,
  glow,
  ground,
  group,
  high,
  ink,
  oval,
  picture,
  pick,
  type Point,
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

/** Mountains, skies and what lives there. */
export const landPictures = { mountains, comet, observatory, bog, vineyard, eagle, eels, kelp }

function mountains(): string {
  const random = seeded(21)
  return picture(
    ground(ink.cream, ink.sand),
    disc([1230, 240, 92], ink.ochre),
    ridge(random, { y: 520, rise: 340, steps: 9, sharp: true }, ink.mist),
    ridge(random, { y: 620, rise: 300, steps: 8, sharp: true }, ink.teal),
    ridge(random, { y: 730, rise: 240, steps: 7, sharp: true }, ink.sea),
    ridge(random, { y: 850, rise: 190, steps: 6 }, ink.deep),
    stroke(
      'M560 1010C640 930 880 930 900 880S660 840 700 800S900 780 880 740S770 715 800 690S860 672 850 655',
      ink.sand,
      16,
    ),
    stroke(
      'M560 1010C640 930 880 930 900 880S660 840 700 800S900 780 880 740S770 715 800 690S860 672 850 655',
      ink.deep,
      2,
      'stroke-dasharray="10 12"',
    ),
    ridge(random, { y: 980, rise: 90, steps: 8 }, ink.leaf),
    times(46, () =>
      fir(between(random, 0, 520), between(random, 930, 1010), between(random, 50, 110)),
    ),
    times(36, () =>
      fir(between(random, 1050, 1600), between(random, 930, 1010), between(random, 50, 110)),
    ),
  )
}

function comet(): string {
  const random = seeded(22)
  return picture(
    ground('#0f1a28', '#27506a', [0, 700]),
    stars(random, 420, 660),
    `<defs><linearGradient id="tail" x1="0" y1="1" x2="1" y2="0"><stop offset="0" stop-color="${ink.cream}" stop-opacity="0.95"/><stop offset="1" stop-color="${ink.cream}" stop-opacity="0"/></linearGradient></defs>`,
    shape(
      'M560 430C760 330 1100 150 1480 -40L1600 60C1200 230 840 390 574 450Z',
      'url(#tail)',
      'opacity="0.55"',
    ),
    shape(
      'M560 432C760 350 1000 240 1330 90C1060 270 800 390 572 448Z',
      'url(#tail)',
      'opacity="0.85"',
    ),
    shape(
      'M560 436C700 400 980 340 1420 250C1000 390 760 430 566 448Z',
      'url(#tail)',
      'opacity="0.3"',
    ),
    glow([562, 440, 150], ink.cream, 0.9),
    disc([562, 440, 20], '#fffaf0'),
    ridge(random, { y: 690, rise: 180, steps: 8, sharp: true }, '#1a3444'),
    ridge(random, { y: 705, rise: 90, steps: 9, sharp: true }, '#13262f'),
    ground('#21465a', '#0d1720', [700, 1000]),
    times(110, () =>
      disc(
        [between(random, 0, wide), between(random, 715, 990), between(random, 0.7, 2.2)],
        ink.cream,
        'opacity="0.5"',
      ),
    ),
    times(14, (n) =>
      rect(
        [520 - n * 3 + between(random, -16, 16), 716 + n * 17, 80 - n * 2, 4],
        ink.cream,
        `rx="2" opacity="${(0.75 - n * 0.05).toFixed(2)}"`,
      ),
    ),
    ripples(random, [710, 990, 60], [ink.sea, ink.deep]),
    shape(
      'M1130 1000V930C1136 912 1150 912 1156 930V1000ZM1180 1000V945C1184 932 1196 932 1200 945V1000Z',
      '#0a1218',
    ),
    disc([1143, 905, 13], '#0a1218'),
    disc([1190, 926, 10], '#0a1218'),
  )
}

function observatory(): string {
  const random = seeded(23)
  const trails = times(210, () => {
    const r = between(random, 60, 1500)
    const a = between(random, 0, Math.PI * 2)
    const b = a + 0.22
    const at = (angle: number): string =>
      `${(620 + r * Math.cos(angle)).toFixed(0)} ${(300 + r * Math.sin(angle)).toFixed(0)}`
    return stroke(
      `M${at(a)}A${r.toFixed(0)} ${r.toFixed(0)} 0 0 1 ${at(b)}`,
      pick(random, [ink.cream, ink.gold, ink.mist]),
      between(random, 1, 3),
      'opacity="0.6"',
    )
  })
  return picture(
    ground(ink.night, ink.sea),
    trails,
    ridge(random, { y: 880, rise: 120, steps: 6 }, '#16303d'),
    shape(
      `${smooth([
        [300, 1000],
        [620, 830],
        [960, 740],
        [1250, 760],
        [1600, 900],
      ])}V1000Z`,
      '#0e1a22',
    ),
    rect([860, 620, 340, 140], ink.pale),
    rect([860, 620, 120, 140], ink.mist),
    shape('M840 625C840 380 1220 380 1220 625Z', ink.cream),
    shape('M840 625C840 380 1010 440 1000 625Z', ink.pale),
    shape('M1010 446C1040 438 1075 440 1096 452L1120 625H1040Z', ink.night),
    glow([1075, 560, 150], ink.gold, 0.8),
    stroke('M1062 600L1096 470', ink.rust, 26),
    rect([850, 612, 360, 20], ink.stone),
    rect([1110, 680, 46, 80], ink.brick),
    rect([910, 670, 40, 40], ink.gold),
  )
}

function bog(): string {
  const random = seeded(24)
  const pool = (x: number, y: number, w: number): string =>
    oval([x, y, w, w * 0.16], ink.deep) +
    oval([x + w * 0.1, y + w * 0.02, w * 0.8, w * 0.1], ink.mist, 'opacity="0.75"')
  return picture(
    ground(ink.pale, ink.cream, [0, 480]),
    times(7, (n) =>
      oval(
        [between(random, 0, wide), 80 + n * 46, between(random, 200, 420), between(random, 12, 30)],
        ink.mist,
        'opacity="0.5"',
      ),
    ),
    ridge(random, { y: 470, rise: 80, steps: 7 }, ink.mist),
    ground(ink.ochre, ink.brick, [460, 1000]),
    times(9, (n) =>
      oval(
        [between(random, 0, wide), 490 + n * 26, between(random, 240, 500), 22],
        pick(random, [ink.moss, ink.rust, ink.ochre]),
        'opacity="0.6"',
      ),
    ),
    pool(1180, 540, 170),
    pool(420, 590, 240),
    pool(980, 690, 330),
    pool(300, 800, 340),
    pool(1340, 880, 360),
    times(150, () => {
      const depth = random()
      const x = between(random, 0, wide)
      const y = 520 + depth * 480
      const s = 10 + depth * 46
      return stroke(
        `M${x} ${y}l${-s * 0.35} ${-s}M${x} ${y}v${-s * 1.2}M${x} ${y}l${s * 0.4} ${-s}`,
        pick(random, [ink.leaf, ink.brick, ink.moss, ink.sand]),
        1.5 + depth * 3.5,
      )
    }),
    stroke('M700 760L1010 735', ink.sand, 20),
    stroke('M700 768L1010 743', ink.night, 4, 'opacity="0.5"'),
  )
}

function vineyard(): string {
  const random = seeded(25)
  const rows = times(13, (n) => {
    const y = 470 + n * n * 3.6
    const line: Point[] = [
      [-60, y + 150 - n * 4],
      [400, y + 20],
      [860, y + 40],
      [1300, y - 40 + n * 6],
      [1700, y - 90 + n * 14],
    ]
    return (
      stroke(smooth(line), n % 2 ? ink.sand : ink.ochre, 12 + n * 4.4) +
      stroke(
        smooth(line),
        n % 3 ? ink.moss : ink.leaf,
        7 + n * 2.6,
        `stroke-dasharray="${4 + n} ${18 + n * 3}"`,
      )
    )
  })
  const village = [0, 1, 2, 3, 4, 5, 6].map(
    (n) =>
      rect([1040 + n * 48, 318 - ((n * 37) % 44), 44, 90], n % 2 ? ink.cream : ink.pale) +
      shape(`M${1034 + n * 48} ${320 - ((n * 37) % 44)}l28 -24l28 24Z`, ink.rust),
  )
  return picture(
    ground(ink.gold, ink.cream, [0, 420]),
    disc([360, 190, 84], ink.rust, 'opacity="0.85"'),
    ground(ink.mist, ink.teal, [300, 480]),
    ridge(random, { y: 330, rise: 60, steps: 5 }, ink.teal),
    shape(
      `${smooth([
        [-100, 560],
        [300, 430],
        [700, 440],
        [1050, 390],
        [1400, 340],
        [1700, 360],
      ])}V1000H-100Z`,
      ink.moss,
    ),
    ...village,
    rect([1230, 210, 30, 110], ink.cream),
    shape('M1224 212L1245 160L1266 212Z', ink.brick),
    rows,
  )
}

function eagle(): string {
  const random = seeded(26)
  const feathers = (from: Point, to: Point, turn: number): string =>
    times(6, (n) => {
      const x = from[0] + ((to[0] - from[0]) * n) / 5
      const y = from[1] + ((to[1] - from[1]) * n) / 5
      return stroke(
        `M${x} ${y}q${turn * 26} ${40 - n * 6} ${turn * 20} ${92 - n * 9}`,
        ink.night,
        26 - n * 2,
      )
    })
  return picture(
    ground(ink.pale, ink.sand, [0, 780]),
    disc([1270, 300, 110], ink.cream),
    ground(ink.mist, ink.teal, [760, 1000]),
    ripples(random, [775, 980, 70], [ink.cream, ink.sea]),
    shape('M0 220L150 260L200 420L320 470L350 640L430 700L470 1000H0Z', ink.deep),
    shape('M0 330L90 380L140 560L250 620L270 800L340 860V1000H0Z', ink.night),
    ...[290, 420, 520, 640].map((y, n) =>
      stroke(`M${40 + n * 30} ${y}l80 26`, ink.mist, 5, 'opacity="0.6"'),
    ),
    shape(
      'M820 470C700 400 560 330 430 330C520 390 600 450 690 510C740 540 780 540 830 520Z',
      ink.brick,
    ),
    shape(
      'M860 470C990 380 1150 300 1330 330C1210 390 1110 460 1000 520C940 545 890 545 850 520Z',
      ink.brick,
    ),
    feathers([440, 336], [600, 440], -1),
    feathers([1320, 336], [1150, 430], 1),
    oval([842, 500, 52, 84], ink.night, 'transform="rotate(8 842 500)"'),
    shape('M810 560L840 690L900 560Z', ink.cream),
    disc([836, 424, 34], ink.sand),
    shape('M826 396L800 404L790 430L818 424Z', ink.gold),
    disc([826, 416, 5], ink.night),
  )
}

function eels(): string {
  const random = seeded(27)
  const eel = (turn: number, size: number, colour: string): string => {
    const points: string[] = []
    for (let step = 0; step <= 60; step++) {
      const angle = turn + step * 0.085
      const r = size * (0.35 + step / 62) + Math.sin(step * 0.42) * 16
      points.push(
        `${(800 + r * Math.cos(angle) * 1.35).toFixed(1)} ${(500 + r * Math.sin(angle)).toFixed(1)}`,
      )
    }
    const head = (points.at(-1) as string).split(' ').map(Number) as Point
    const line = `M${points.join('L')}`
    return (
      stroke(line, ink.night, 34, 'opacity="0.25" transform="translate(10 16)"') +
      stroke(line, colour, 26) +
      stroke(line, ink.cream, 3, 'opacity="0.55"') +
      disc([head[0], head[1], 16], colour) +
      disc([head[0] + 3, head[1] - 4, 4], ink.night)
    )
  }
  return picture(
    ground(ink.sea, ink.night),
    glow([800, 460, 720], ink.teal, 0.85),
    ...[0, 1, 2, 3, 4, 5, 6].map((n) =>
      eel(
        n * 0.9,
        300 + (n % 3) * 60,
        [ink.mist, ink.ochre, ink.moss, ink.pale, ink.teal, ink.sand, ink.rose][n] as string,
      ),
    ),
    times(60, () =>
      disc(
        [between(random, 0, wide), between(random, 0, high), between(random, 2, 9)],
        ink.pale,
        'opacity="0.25"',
      ),
    ),
  )
}

function kelp(): string {
  const random = seeded(28)
  const ribbon = (x: number, tall: number, colour: string): string => {
    const side = (shift: number): Point[] =>
      Array.from({ length: 8 }, (_, n) => [
        x + Math.sin(n * 1.1 + x) * 46 + shift * (1 - n / 9),
        high - (tall * n) / 7,
      ])
    const up = side(0).map(([px, py]) => `${px.toFixed(0)} ${py.toFixed(0)}`)
    return (
      stroke(`M${up.join('L')}`, colour, 34) +
      times(12, (n) =>
        oval(
          [
            x + Math.sin(((n * 7) / 12) * 1.1 + x) * 46 + (n % 2 ? 44 : -44),
            high - (tall * n) / 12,
            52,
            13,
          ],
          colour,
          `transform="rotate(${n % 2 ? -28 : 28} ${x + (n % 2 ? 44 : -44)} ${(high - (tall * n) / 12).toFixed(0)})"`,
        ),
      )
    )
  }
  return picture(
    ground(ink.mist, ink.deep),
    ...[160, 520, 900, 1320].map((x) =>
      shape(`M${x} 0L${x + 130} 0L${x - 60} 1000H${x - 330}Z`, ink.cream, 'opacity="0.16"'),
    ),
    ...[80, 330, 640, 980, 1250, 1490].map((x) =>
      group('opacity="0.5"', ribbon(x, between(random, 500, 820), ink.sea)),
    ),
    ...[200, 480, 800, 1130, 1400].map((x) =>
      ribbon(x, between(random, 640, 900), pick(random, [ink.leaf, ink.moss, ink.ochre])),
    ),
    times(16, () => {
      const x = between(random, 80, 1520)
      const y = between(random, 140, 760)
      return shape(
        `M${x} ${y}q22 -16 50 0q-28 16 -50 0ZM${x - 16} ${y - 10}L${x + 4} ${y}L${x - 16} ${y + 10}Z`,
        pick(random, [ink.rust, ink.gold, ink.cream]),
      )
    }),
  )
}

function fir(x: number, y: number, size: number): string {
  return shape(`M${x} ${y - size}L${x + size * 0.26} ${y}H${x - size * 0.26}Z`, ink.night)
}
