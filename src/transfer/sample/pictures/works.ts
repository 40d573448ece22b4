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
  stars,
  stroke,
  times,
  wide,
} from './paint.ts'
import { gulls } from './sea.ts'
import { walker } from './town.ts'

/** What engineers build. */
export const worksPictures = { bridge, 'bridge-works': bridgeWorks, shipyard, stadium }

function bridge(): string {
  const random = seeded(32)
  const pylon = (x: number, size: number, colour: string): string =>
    group(
      `transform="translate(${x} 0)"`,
      ...Array.from({ length: 11 }, (_, n) =>
        stroke(
          `M0 ${220 + n * 9}L${-(n + 1) * 46 * size} 640M0 ${220 + n * 9}L${(n + 1) * 46 * size} 640`,
          colour,
          2.4,
        ),
      ),
      shape('M-12 160H12L20 640L46 900H20L0 660L-20 900H-46L-20 640Z', colour),
    )
  return picture(
    ground(ink.pale, ink.cream, [0, 760]),
    disc([1230, 260, 90], '#fff6e0'),
    ridge(random, { y: 690, rise: 130, steps: 6 }, ink.pale),
    group('opacity="0.45"', pylon(1180, 0.75, ink.teal)),
    pylon(520, 1, ink.deep),
    shape('M-20 640L1640 590V604L-20 668Z', ink.deep),
    ground(ink.mist, ink.sea, [800, 1000]),
    ...[600, 660, 720, 790].map((y, n) =>
      oval([1200 - n * 230, y, 620, 34 + n * 8], ink.cream, 'opacity="0.55"'),
    ),
    oval([1350, 780, 720, 60], ink.cream, 'opacity="0.7"'),
    shape('M474 900H566L590 1000H450Z', ink.deep),
    ripples(random, [830, 990, 70], [ink.cream, ink.teal]),
    gulls(random, 5, [760, 180, 1200, 420]),
  )
}

function bridgeWorks(): string {
  const random = seeded(33)
  const tower = (x: number): string =>
    shape(
      `M${x - 40} 1000L${x - 18} 140H${x + 18}L${x + 40} 1000H${x + 14}L${x} 520L${x - 14} 1000Z`,
      ink.night,
    )
  const stays = (x: number, side: number): string =>
    times(9, (n) => stroke(`M${x} ${170 + n * 18}L${x + side * (60 + n * 46)} 604`, ink.night, 3))
  return picture(
    ground(ink.ochre, ink.rose, [0, 700]),
    disc([800, 520, 170], ink.gold),
    ridge(random, { y: 720, rise: 100, steps: 7 }, ink.brick),
    ground(ink.brick, ink.night, [720, 1000]),
    ripples(random, [735, 990, 100], [ink.gold, ink.rose, ink.night]),
    tower(230),
    tower(1370),
    stays(230, 1),
    stays(230, -1),
    stays(1370, 1),
    stays(1370, -1),
    rect([-20, 600, 700, 28], ink.night),
    rect([920, 600, 700, 28], ink.night),
    shape('M720 720H880L872 748H728Z', ink.night),
    stroke('M660 596L730 540H870L940 596', ink.night, 12),
    stroke('M735 540V718M865 540V718M800 540L735 718M800 540L865 718', ink.night, 3),
    ...[560, 600, 1010].map(
      (x) => disc([x, 578, 9], ink.night) + rect([x - 7, 586, 14, 18], ink.night),
    ),
    shape('M560 860H1060L1020 910H600Z', ink.night),
    rect([640, 826, 110, 36], ink.rust),
  )
}

function shipyard(): string {
  const random = seeded(37)
  const hammerhead = (x: number, size: number): string =>
    group(
      `transform="translate(${x} 860) scale(${size})"`,
      stroke(
        'M0 0L36 -520M120 0L84 -520M8 -110H112M16 -220H104M24 -330H96M8 -110L104 -220M112 -110L16 -220M16 -220L96 -330M104 -220L24 -330M24 -330L84 -440',
        ink.night,
        10,
      ),
      rect([-190, -560, 620, 34], ink.night),
      rect([-190, -526, 90, 70], ink.brick),
      rect([40, -610, 60, 54], ink.night),
      stroke('M340 -530V-380', ink.night, 5),
    )
  return picture(
    ground(ink.sea, ink.rose, [0, 780]),
    disc([420, 640, 150], ink.gold),
    ridge(random, { y: 800, rise: 110, steps: 8 }, ink.brick),
    hammerhead(180, 1),
    hammerhead(1220, 0.82),
    shape('M470 430H1240C1220 560 1180 720 1090 820H560C510 720 480 560 470 430Z', ink.rust),
    shape('M476 520H1228C1214 590 1196 650 1172 700H510C492 640 482 580 476 520Z', ink.brick),
    rect([470, 416, 772, 20], ink.cream),
    rect([640, 330, 420, 90], ink.cream),
    times(10, (n) => rect([664 + n * 40, 354, 20, 26], ink.deep, 'rx="4"')),
    times(8, (n) =>
      stroke(`M${500 + n * 94} 440L${530 + n * 82} 816`, ink.night, 2, 'opacity="0.35"'),
    ),
    stroke(
      'M430 860V440M430 560H476M430 700H520M1290 860V440M1290 560H1226M1290 700H1160',
      ink.sand,
      9,
    ),
    rect([0, 850, wide, 150], ink.night),
    times(8, (n) => shape(`M${500 + n * 84} 820h40l10 36h-60Z`, ink.sand)),
    ...[380, 455, 1310, 1370, 860].map((x, n) => walker([x, 884], 0.8 + (n % 2) * 0.1, ink.cream)),
    glow([720, 600, 90], ink.gold, 0.9),
    disc([720, 600, 7], '#fffaf0'),
  )
}

function stadium(): string {
  const random = seeded(38)
  const beam = (x: number, to: number): string =>
    shape(`M${x - 12} 250L${to - 260} 720H${to + 260}L${x + 12} 250Z`, ink.cream, 'opacity="0.17"')
  const mast = (x: number, y: number): string =>
    stroke(`M${x} ${y}V260`, ink.night, 10) +
    rect([x - 52, 214, 104, 54], ink.night) +
    times(8, (n) => disc([x - 38 + (n % 4) * 25, 228 + Math.floor(n / 4) * 25, 9], ink.gold)) +
    glow([x, 240, 160], ink.gold, 0.7)
  return picture(
    ground(ink.night, ink.sea, [0, 620]),
    stars(random, 90, 240),
    ground(ink.deep, ink.night, [430, 1000]),
    ripples(random, [440, 560, 50], [ink.gold, ink.teal]),
    oval([800, 730, 720, 270], '#0d171f'),
    oval([800, 700, 690, 250], ink.deep),
    times(700, () => {
      const a = between(random, 0, Math.PI * 2)
      const r = between(random, 0.7, 0.97)
      return disc(
        [800 + Math.cos(a) * 680 * r, 700 + Math.sin(a) * 244 * r, between(random, 2, 4)],
        pick(random, [ink.rust, ink.cream, ink.ochre, ink.teal, ink.rose]),
      )
    }),
    oval([800, 715, 440, 146], ink.leaf),
    shape('M520 640H1080L1150 800H450Z', ink.moss),
    ...[0, 2, 4].map((n) =>
      shape(`M${520 + n * 93} 640h93L${450 + (n + 1) * 116.6} 800h-116Z`, '#7d9060'),
    ),
    stroke('M520 640H1080L1150 800H450ZM800 640V800', ink.cream, 4),
    oval([800, 716, 70, 26], 'none', `stroke="${ink.cream}" stroke-width="4"`),
    mast(170, 720),
    mast(1430, 720),
    mast(520, 520),
    mast(1080, 520),
    beam(170, 560),
    beam(1430, 1040),
    beam(520, 720),
    beam(1080, 880),
  )
}
