import sharp from 'sharp'
import { foodPictures } from './food.ts'
import { landPictures } from './land.ts'
import { high, seeded, wide } from './paint.ts'
import { paperPictures } from './paper.ts'
import { peoplePictures } from './people.ts'
import { seaPictures } from './sea.ts'
import { townPictures } from './town.ts'
import { worksPictures } from './works.ts'

/** Every picture of the sample, by the name its articles call it: a function that draws it as SVG, always the same. */
export const gallery: Record<string, () => string> = {
  ...seaPictures,
  ...landPictures,
  ...townPictures,
  ...worksPictures,
  ...peoplePictures,
  ...foodPictures,
  ...paperPictures,
}

/** Draws a picture as a JPEG of 1600 × 1000 pixels, 60 to 200 kB. Throws for a name that is not in the gallery. */
export async function drawPicture(name: string): Promise<Buffer> {
  const draw = gallery[name]
  if (!draw) throw new Error(`There is no picture called ${name} in the sample.`)
  return sharp(Buffer.from(draw()))
    .composite([{ input: grain(), raw: { width: tile, height: tile, channels: 4 }, tile: true }])
    .resize(wide, high)
    .jpeg({ quality: 82 })
    .toBuffer()
}

const tile = 256
let made: Buffer | null = null

/** The grain of the paper. An SVG filter does the same, but takes two seconds a picture. */
function grain(): Buffer {
  if (made) return made
  const random = seeded(7)
  made = Buffer.alloc(tile * tile * 4)
  for (let at = 0; at < made.length; at += 4) {
    const light = random() < 0.5 ? 255 : 20
    made.fill(light, at, at + 3)
    made[at + 3] = Math.floor(random() ** 2 * 14)
  }
  return made
}
