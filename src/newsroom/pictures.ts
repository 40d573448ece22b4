import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Storage } from '#platform/storage.ts'
import { findMediaLike, insertMedia, type Media } from './media.ts'
import { inTurn } from './picture-turns.ts'
import { cleanLine } from './text.ts'

/** The largest file taken in, in bytes, and the largest picture, in pixels of all its frames. */
export const pictureLimits = {
  bytes: 40_000_000,
  pixels: 120_000_000,
  side: 30_000,
  frames: 600,
} as const

/** The widest original that is kept, in pixels: sharp enough for a full-width print at 300 dpi. */
const widest = 4000

export type PictureOutcome =
  | { ok: true; media: Media; mediaId: string; width: number; height: number; isNew: boolean }
  | { ok: false; reason: string }

export interface PictureInput {
  bytes: Uint8Array
  /** The file's name as it came; says nothing about what it is. */
  name: string
  sourceUrl?: string | null
  alt?: string
  caption?: string
  credit?: string
  licence?: string
}

/**
 * Takes a picture in: decoded (what does not decode is refused with a sentence), turned upright, its
 * metadata and hidden place of taking left behind, kept in sRGB. The same bytes come in once.
 */
export async function takePicture(
  ground: { db: Db; storage: Storage },
  input: PictureInput,
): Promise<PictureOutcome> {
  const { bytes } = input
  if (bytes.length === 0) return refuse('The file is empty.')
  if (bytes.length > pictureLimits.bytes)
    return refuse('The file is larger than 40 MB: send a smaller one.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await findMediaLike(ground.db, { sha256 })
  if (known) return accept(known, false)
  const made = await inTurn(() => develop(bytes))
  if (!made.ok) return made
  const id = newId()
  const storageKey = `media/${id.slice(-2)}/${id}/original.${made.extension}`
  await ground.storage.put(storageKey, made.bytes)
  const media = await insertMedia(ground.db, {
    ...{ id, kind: 'picture', storageKey, type: made.type, bytes: made.bytes.length, sha256 },
    ...{ width: made.width, height: made.height, colour: made.colour, animated: made.animated },
    ...{ alt: cleanLine(input.alt ?? '', 2000), caption: cleanLine(input.caption ?? '', 2000) },
    ...{ credit: cleanLine(input.credit ?? '', 300), licence: cleanLine(input.licence ?? '', 300) },
    ...{
      focalX: 0.5,
      focalY: 0.5,
      sourceUrl: input.sourceUrl ?? null,
      name: cleanLine(input.name, 300),
    },
  })
  // Somebody else brought the same picture at the same moment: theirs stays.
  if (media.id !== id) await ground.storage.remove(storageKey)
  return accept(media, media.id === id)
}

interface Developed {
  ok: true
  bytes: Buffer
  extension: 'jpg' | 'png' | 'webp'
  type: string
  width: number
  height: number
  colour: string
  animated: boolean
}

async function develop(bytes: Uint8Array): Promise<Developed | { ok: false; reason: string }> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
    const reason = refusalOf(metadata)
    if (reason) return refuse(reason)
    const animated = (metadata.pages ?? 1) > 1
    const upright = sharp(bytes, {
      limitInputPixels: pictureLimits.pixels,
      failOn: 'error',
      animated,
      sequentialRead: true,
    })
      .rotate()
      .toColourspace('srgb')
      .resize({
        width: widest,
        height: animated ? undefined : widest,
        fit: 'inside',
        withoutEnlargement: true,
      })
    const format = animated ? 'webp' : metadata.hasAlpha ? 'png' : 'jpg'
    const { data, info } = await encodeOriginal(upright, format)
    const colour = await mainColour(data)
    const height = info.pageHeight ?? info.height
    const type = `image/${format === 'jpg' ? 'jpeg' : format}`
    return {
      ok: true,
      bytes: data,
      extension: format,
      type,
      width: info.width,
      height,
      colour,
      animated,
    }
  } catch (error) {
    return refuse(sentenceFor(error as Error))
  }
}

function encodeOriginal(picture: Sharp, format: 'jpg' | 'png' | 'webp') {
  if (format === 'png')
    return picture.png({ compressionLevel: 8 }).toBuffer({ resolveWithObject: true })
  if (format === 'webp')
    return picture.webp({ quality: 85, effort: 2 }).toBuffer({ resolveWithObject: true })
  return picture
    .jpeg({ quality: 92, mozjpeg: false, progressive: true })
    .toBuffer({ resolveWithObject: true })
}

const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'avif', 'tiff', 'jp2', 'jxl'])

function refusalOf(metadata: Metadata): string | null {
  const { width = 0, height = 0, pages = 1, format } = metadata
  if (format === 'svg') return 'SVG drawings can hold programs: save it as PNG and send that.'
  if (!format || !readable.has(format))
    return 'This is no picture we can read: send a JPEG, PNG, WebP, AVIF or GIF.'
  if (!width || !height) return 'The picture is empty.'
  if (pages > pictureLimits.frames)
    return `The animation has ${pages} frames; ${pictureLimits.frames} is the most.`
  if (width > pictureLimits.side || height > pictureLimits.side * pages)
    return `The picture is ${width} × ${height} pixels; ${pictureLimits.side} is the most on a side.`
  // For animations, sharp's height may be of one frame or of all: count all.
  const frameHeight = metadata.pageHeight ?? height
  const millions = (width * frameHeight * pages) / 1_000_000
  if (millions * 1_000_000 > pictureLimits.pixels)
    return `The picture has ${Math.round(millions)} million pixels; ${pictureLimits.pixels / 1_000_000} million is the most.`
  return null
}

function sentenceFor(error: Error): string {
  if (/pixel limit/i.test(error.message))
    return 'The picture has too many pixels: send a smaller one.'
  if (/unsupported image format/i.test(error.message))
    return 'This is no picture we can read: send a JPEG, PNG, WebP, AVIF or GIF.'
  return 'The picture is damaged and cannot be read: send it again.'
}

async function mainColour(bytes: Buffer): Promise<string> {
  const { dominant } = await sharp(bytes)
    .resize(64, 64, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .stats()
  return `#${hex(dominant.r)}${hex(dominant.g)}${hex(dominant.b)}`
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0')
}

function accept(media: Media, isNew: boolean): PictureOutcome {
  return {
    ok: true,
    media,
    mediaId: media.id,
    width: media.width ?? 0,
    height: media.height ?? 0,
    isNew,
  }
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason }
}
