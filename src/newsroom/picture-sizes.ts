import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import type { Db } from '#platform/database/database.ts'
import type { Storage } from '#platform/storage.ts'
import { findMedia, type Media } from './media.ts'
import { inTurn } from './picture-turns.ts'
import { type PictureFormat, pictureFormats, widthsOf } from './picture-widths.ts'

export interface PictureFile {
  stream: Readable
  type: string
  bytes: number
}

const making = new Map<string, Promise<boolean>>()

/**
 * A picture in a width and format of the ladder: from storage, or made now and kept. Null when there
 * is no such picture, or the width is none it comes in. However many ask at once, it is made once.
 */
export async function pictureFile(
  ground: { db: Db; storage: Storage },
  wanted: { id: string; width: number; format: PictureFormat },
): Promise<PictureFile | null> {
  const { id, width, format } = wanted
  if (!pictureFormats.includes(format)) return null
  const key = `media/${id.slice(-2)}/${id}/${width}.${format}`
  const kept = await openFile(ground.storage, key, format)
  if (kept) return kept
  const media = await findMedia(ground.db, id)
  if (media?.kind !== 'picture' || !media.width || !widthsOf(media.width).includes(width))
    return null
  let work = making.get(key)
  if (!work) {
    work = inTurn(() => make(ground.storage, media, { key, width, format })).finally(() =>
      making.delete(key),
    )
    making.set(key, work)
  }
  return (await work) ? openFile(ground.storage, key, format) : null
}

async function openFile(
  storage: Storage,
  key: string,
  format: PictureFormat,
): Promise<PictureFile | null> {
  const bytes = await storage.size(key)
  const stream = bytes === null ? null : await storage.get(key)
  return stream && bytes !== null
    ? { stream, bytes, type: `image/${format === 'jpg' ? 'jpeg' : format}` }
    : null
}

async function make(
  storage: Storage,
  media: Media,
  size: { key: string; width: number; format: PictureFormat },
): Promise<boolean> {
  const original = await storage.get(media.storageKey)
  if (!original) return false
  // AVIF and JPEG cannot move: they show the first frame.
  const animated = media.animated && size.format === 'webp'
  const picture = sharp(await buffer(original), { animated, sequentialRead: true }).resize({
    width: size.width,
    withoutEnlargement: true,
  })
  await storage.put(size.key, await encode(picture, size.format).toBuffer())
  return true
}

function encode(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'avif') return picture.avif({ quality: 55, effort: 3 })
  if (format === 'webp') return picture.webp({ quality: 78, effort: 4 })
  return picture
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80, progressive: true, mozjpeg: true })
}
