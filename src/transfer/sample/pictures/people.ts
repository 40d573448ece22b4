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
  rect,
  seeded,
  shape,
  stroke,
  times,
  wide,
} from './paint.ts'
import { walker } from './town.ts'

/** Portraits and crowds, in the manner of a poster. */
export const peoplePictures = {
  'portrait-vosper': vosper,
  'portrait-okarro': okarro,
  'portrait-dray': dray,
  debate,
  match,
  theatre,
}

const rays = ([x, y]: Point, colour: string, count = 22): string =>
  times(count, (n) => {
    const a = (n / count) * Math.PI * 2
    const b = a + Math.PI / count
    return shape(
      `M${x} ${y}L${(x + 1400 * Math.cos(a)).toFixed(0)} ${(y + 1400 * Math.sin(a)).toFixed(0)}L${(x + 1400 * Math.cos(b)).toFixed(0)} ${(y + 1400 * Math.sin(b)).toFixed(0)}Z`,
      colour,
      'opacity="0.35"',
    )
  })

function vosper(): string {
  return picture(
    rect([0, 0, wide, 1000], ink.ochre),
    rays([800, 460], ink.gold),
    shape('M360 1000C380 790 540 730 690 700H910C1060 730 1220 790 1240 1000Z', ink.deep),
    shape('M690 700L800 900L910 700L860 660H740Z', ink.cream),
    shape('M690 700L640 720L740 960L800 880ZM910 700L960 720L860 960L800 880Z', ink.night),
    shape('M724 560H876V700C840 770 760 770 724 700Z', '#d8a883'),
    shape('M724 620C770 680 830 680 876 620V700C840 770 760 770 724 700Z', '#b9805f'),
    shape(
      'M650 380C650 230 950 230 950 380C956 520 900 640 800 650C700 640 644 520 650 380Z',
      '#e4b994',
    ),
    shape(
      'M800 262C900 250 956 330 950 400C954 520 900 640 800 650C850 560 850 420 800 262Z',
      '#cf9c78',
    ),
    shape(
      'M620 440C590 220 720 150 820 160C970 160 1010 300 980 450C970 380 940 330 890 300C820 340 700 330 668 350C650 380 640 410 620 440Z',
      ink.pale,
    ),
    shape(
      'M820 160C970 160 1010 300 980 450C970 380 940 330 890 300C880 250 860 200 820 160Z',
      ink.mist,
    ),
    stroke('M690 412q32 -20 64 -4M848 408q32 -16 64 4', ink.brick, 9),
    oval([724, 446, 15, 10], ink.night),
    oval([878, 446, 15, 10], ink.night),
    stroke(
      'M682 446a42 34 0 1 0 84 0a42 34 0 1 0 -84 0M836 446a42 34 0 1 0 84 0a42 34 0 1 0 -84 0M766 442q34 -16 70 0',
      ink.night,
      6,
    ),
    stroke('M806 460C800 500 786 520 800 530', '#a8704f', 7),
    stroke('M748 580q52 22 108 -4', ink.brick, 10),
    disc([952, 512, 11], ink.gold),
    disc([648, 512, 11], ink.gold),
    disc([690, 840, 22], ink.rust),
    stroke('M682 840h16', ink.gold, 5),
  )
}

function okarro(): string {
  return picture(
    rect([0, 0, wide, 1000], ink.teal),
    ...[0, 1, 2, 3, 4].map((n) =>
      stroke(
        times(18, (k) => `${k ? '' : `M-40 ${640 + n * 84}`}q50 ${k % 2 ? 34 : -34} 100 0`),
        ink.mist,
        9,
        'opacity="0.4"',
      ),
    ),
    disc([800, 430, 330], ink.sand, 'opacity="0.9"'),
    shape('M300 1000C330 800 520 740 680 690H920C1080 740 1270 800 1300 1000Z', ink.night),
    shape('M680 690L760 1000H840L920 690L870 640H730Z', ink.rust),
    shape(
      'M660 690L600 730L700 830L640 870L750 1000L770 940ZM940 690L1000 730L900 830L960 870L850 1000L830 940Z',
      ink.deep,
    ),
    ...[0, 1, 2].map((n) => disc([1040, 850 + n * 56, 13], ink.gold)),
    shape(
      'M650 360C650 240 950 240 950 360C960 500 920 650 800 680C680 650 640 500 650 360Z',
      '#8d5a3e',
    ),
    shape(
      'M800 300C910 290 952 320 950 380C956 500 920 650 800 680C850 590 852 430 800 300Z',
      '#74472f',
    ),
    shape(
      'M652 450C660 520 700 540 740 530C780 510 820 510 860 530C900 540 940 520 948 450C968 620 900 740 800 740C700 740 632 620 652 450Z',
      ink.night,
    ),
    shape('M748 572q52 -26 104 0q-52 40 -104 0Z', ink.brick),
    stroke('M690 400q36 -22 66 -4M846 396q34 -18 64 4', ink.night, 12),
    oval([726, 432, 14, 11], ink.night),
    oval([876, 432, 14, 11], ink.night),
    stroke('M806 440C800 490 784 500 806 512', '#5c3623', 8),
    shape('M610 340C620 200 980 200 990 340C900 300 700 300 610 340Z', ink.deep),
    shape('M620 330C700 280 900 280 980 330L990 372C900 330 700 330 610 372Z', ink.night),
    shape('M600 372C700 322 900 322 1000 372C900 352 700 352 600 372Z', '#0c151c'),
    disc([800, 268, 26], ink.gold),
    stroke('M800 250v36M786 276q14 16 28 0', ink.night, 5),
  )
}

function dray(): string {
  const random = seeded(43)
  return picture(
    ground(ink.deep, ink.night),
    glow([1080, 420, 620], ink.sea, 0.9),
    times(7, (n) =>
      stroke(
        `M${1060 + n * 70} ${330 - n * 24}c60 60 60 ${150 + n * 16} 0 ${210 + n * 40}`,
        ink.gold,
        8 - n * 0.7,
        `opacity="${(0.85 - n * 0.11).toFixed(2)}"`,
      ),
    ),
    shape('M200 1000C230 780 400 700 560 660L760 660C860 740 940 850 960 1000Z', ink.rust),
    times(16, (n) =>
      stroke(
        `M${260 + n * 42} 1000q${20 - n * 3} -140 ${70 - n * 6} -260`,
        n % 3 ? ink.brick : ink.gold,
        5,
        'opacity="0.7"',
      ),
    ),
    shape('M560 560L600 740C660 790 740 770 770 700L740 590Z', '#b98763'),
    shape(
      'M520 300C560 180 800 170 850 300C866 340 860 372 872 400L930 470C936 486 920 494 896 494L900 520C912 530 912 540 890 546C900 590 880 640 820 640C760 650 700 620 660 600L540 560Z',
      '#d5a27c',
    ),
    shape(
      'M890 546C868 540 850 546 838 552C850 580 866 600 886 592C892 576 894 560 890 546Z',
      ink.brick,
    ),
    shape(
      'M460 420C430 200 620 120 740 150C840 160 870 240 852 310C800 280 760 300 720 330C690 380 700 440 660 480C640 540 600 600 560 600C500 570 470 500 460 420Z',
      ink.cream,
    ),
    shape('M500 470C470 470 420 500 430 560C440 620 530 620 550 570Z', ink.pale),
    stroke(
      'M560 200C620 180 700 190 760 220M520 280C580 240 660 250 700 290M500 380C540 340 600 340 640 380',
      ink.mist,
      7,
    ),
    stroke('M786 384q34 -20 58 0', '#7a4a32', 9),
    stroke('M790 420q24 14 44 -2', ink.night, 8),
    stroke('M846 500q-30 10 -40 40M700 560q40 30 90 26', '#a87454', 6),
    disc([668, 520, 16], ink.gold),
    times(20, () =>
      disc(
        [between(random, 40, 1560), between(random, 30, 330), between(random, 1, 3)],
        ink.cream,
        'opacity="0.6"',
      ),
    ),
  )
}

function debate(): string {
  const random = seeded(44)
  const colours = [ink.rust, ink.teal, ink.ochre, ink.moss, ink.sea]
  const row = (n: number): string => {
    const y = 150 + n * 92
    return (
      stroke(`M-60 ${y + 60}Q800 ${y + 250} 1660 ${y + 60}`, n % 2 ? '#5b3a2d' : '#6d4634', 66) +
      times(21 - n, (k) => {
        const t = (k + 0.5) / (21 - n)
        const px = t * wide
        const py = y + 22 + 4 * t * (1 - t) * 96
        return (
          disc(
            [px, py - 26, 15 + n * 1.6],
            pick(random, ['#e4b994', '#b98763', '#8d5a3e', '#d5a27c']),
          ) +
          shape(
            `M${px - 26} ${py + 24}q0 -38 26 -38q26 0 26 38Z`,
            pick(random, [ink.deep, ink.sea, ink.brick, ink.stone, ink.moss]),
          )
        )
      })
    )
  }
  return picture(
    ground(ink.night, '#3a2a2c'),
    row(0),
    row(1),
    row(2),
    glow([800, 700, 620], ink.gold, 0.5),
    oval([800, 800, 660, 170], ink.sand),
    oval([800, 790, 640, 156], ink.cream),
    ...[0, 1, 2, 3, 4].map((n) => {
      const x = 340 + n * 230
      const y = 720 + Math.abs(2 - n) * -26 + 60
      return group(
        '',
        walker([x, y + 36], 2.5, ink.night),
        shape(
          `M${x - 46} ${y - 30}H${x + 46}L${x + 32} ${y + 74}H${x - 32}Z`,
          colours[n] as string,
        ),
        rect([x - 54, y - 44, 108, 16], ink.night),
        oval([x, y + 78, 60, 10], ink.night, 'opacity="0.2"'),
      )
    }),
  )
}

function match(): string {
  const random = seeded(45)
  const player = (
    [x, y, size, lean]: [number, number, number, number],
    shirt: string,
    skin: string,
  ): string =>
    group(
      `transform="translate(${x} ${y}) rotate(${lean}) scale(${size})"`,
      stroke('M-14 40L-70 130L-110 214', skin, 30),
      stroke('M16 40L96 96L176 70', skin, 30),
      stroke('M-74 138L-112 220', ink.cream, 32),
      stroke('M122 88L178 70', ink.cream, 32),
      shape('M-124 214l40 -4l6 28l-58 10ZM176 52l40 -6l8 30l-44 14Z', ink.night),
      shape('M-44 10H44L60 76L-56 84Z', ink.night),
      stroke('M-34 -84L-110 -40L-140 -110', skin, 24),
      stroke('M36 -84L116 -70L160 -130', skin, 24),
      shape('M-52 -110C-40 -124 40 -124 52 -110L46 20H-46Z', shirt),
      shape('M-52 -110L-90 -56L-66 -40L-44 -74ZM52 -110L96 -66L76 -44L46 -74Z', shirt),
      rect([-46, -56, 92, 20], ink.cream),
      disc([0, -150, 36], skin),
      shape('M-38 -156C-40 -206 40 -206 38 -156C16 -176 -16 -176 -38 -156Z', ink.night),
    )
  return picture(
    ground(ink.night, ink.deep, [0, 640]),
    ...[180, 560, 1040, 1420].map(
      (x) => glow([x, 70, 240], ink.gold, 0.8) + disc([x, 70, 18], ink.cream),
    ),
    times(900, () =>
      disc(
        [between(random, 0, wide), between(random, 170, 560), between(random, 4, 9)],
        pick(random, [ink.rust, ink.deep, ink.sea, ink.stone, ink.rose, ink.teal]),
        'opacity="0.6"',
      ),
    ),
    rect([0, 556, wide, 44], ink.brick),
    ground(ink.moss, ink.leaf, [596, 1000]),
    ...[0, 2, 4, 6].map((n) =>
      shape(`M${n * 250 - 100} 600h250L${n * 300 + 100} 1000h-340Z`, '#7d9060', 'opacity="0.5"'),
    ),
    stroke('M-20 860Q800 800 1620 880', ink.cream, 8, 'opacity="0.8"'),
    player([420, 640, 1.15, 8], ink.teal, '#e4b994'),
    player([1190, 660, 1.15, -14], ink.teal, '#8d5a3e'),
    player([800, 600, 1.45, -4], ink.rust, '#d5a27c'),
    oval([1130, 826, 44, 10], ink.night, 'opacity="0.35"'),
    disc([1104, 742, 38], ink.cream),
    shape('M1104 722l18 13l-7 21h-22l-7 -21Z', ink.night),
    stroke(
      'M1104 722V704M1122 735l17 -6M1115 756l11 15M1093 756l-11 15M1086 735l-17 -6',
      ink.night,
      4,
    ),
  )
}

function theatre(): string {
  const folds = (from: number, step: number): string =>
    times(9, (n) =>
      shape(
        `M${from + n * step} 0h${step}q${step > 0 ? -12 : 12} 420 ${-step * (0.18 * (9 - n)) * 0.2} 860h${-step}Z`,
        n % 2 ? ink.rust : ink.brick,
      ),
    )
  return picture(
    rect([0, 0, wide, 1000], '#1a1416'),
    rect([300, 130, 1000, 700], ink.sea),
    glow([800, 330, 460], ink.sand, 0.85),
    shape('M300 830L440 640H1160L1300 830Z', ink.sand),
    stroke('M800 0V330', ink.night, 9),
    rect([750, 320, 100, 46], ink.ochre),
    stroke('M800 366V400c0 40 60 40 60 80a54 54 0 1 1 -108 0', ink.night, 17),
    ...[0, 1, 2].map((n) =>
      group(
        '',
        oval([600 + n * 200, 782, 60, 10], ink.night, 'opacity="0.35"'),
        walker([600 + n * 200, 780], 2.6, [ink.deep, ink.brick, ink.night][n] as string),
      ),
    ),
    folds(0, 48),
    folds(wide, -48),
    shape(
      'M0 0H1600V110C1500 190 1420 190 1340 120C1250 200 1160 200 1070 124C980 200 890 200 800 124C710 200 620 200 530 124C440 200 350 200 260 120C180 190 90 190 0 110Z',
      ink.brick,
    ),
    stroke(
      'M0 110C90 190 180 190 260 120C350 200 440 200 530 124C620 200 710 200 800 124C890 200 980 200 1070 124C1160 200 1250 200 1340 120C1420 190 1500 190 1600 110',
      ink.gold,
      9,
    ),
    rect([0, 830, wide, 44], ink.ochre),
    times(
      23,
      (n) =>
        disc([20 + n * 70, 940 + (n % 2) * 26, 38], '#0c0a0b') +
        shape(`M${-36 + n * 70} ${1040 + (n % 2) * 20}q6 -74 56 -74q50 0 56 74Z`, '#0c0a0b'),
    ),
  )
}
