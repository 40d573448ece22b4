import { type Db, runSql, type Tx } from '#platform/database/database.ts'
import { type PictureRow, pictureJson } from './cards.ts'

/** A picture, sound, film or file the paper keeps. */
export interface Media {
  id: string
  kind: 'picture' | 'audio' | 'video' | 'file'
  /** Where its bytes lie in storage. */
  storageKey: string
  /** Media type, such as image/jpeg. */
  type: string
  bytes: number
  /** Of what came, in hex: the same file comes in once. */
  sha256: string
  width: number | null
  height: number | null
  alt: string
  caption: string
  credit: string
  licence: string
  focalX: number
  focalY: number
  colour: string
  sourceUrl: string | null
  name: string
  animated: boolean
  createdAt: Date
}

export async function findMedia(db: Db, id: string): Promise<Media | null> {
  const [row] = await runSql<Media>(db, `select ${columns} from media where id = $1`, [id])
  return row ?? null
}

/** A picture as pages show it. */
export async function findPicture(db: Db, id: string): Promise<PictureRow | null> {
  const [row] = await runSql<{ picture: PictureRow | null }>(
    db,
    `select ${pictureJson('m')} as picture from media m where m.id = $1 and m.kind = 'picture'`,
    [id],
  )
  return row?.picture ?? null
}

/** What came from an address before, or has exactly these bytes. */
export async function findMediaLike(
  db: Db,
  like: { sha256: string } | { sourceUrl: string },
): Promise<Media | null> {
  const [column, value] =
    'sha256' in like ? ['sha256', like.sha256] : ['source_url', like.sourceUrl]
  const [row] = await runSql<Media>(
    db,
    `select ${columns} from media where ${column} = $1 limit 1`,
    [value],
  )
  return row ?? null
}

/** Keeps what is new; when the same bytes are there already, returns those. */
export async function insertMedia(db: Db, media: Omit<Media, 'createdAt'>): Promise<Media> {
  await runSql(
    db,
    `insert into media (id, kind, storage_key, type, bytes, sha256, width, height, alt, caption, credit, licence,
       focal_x, focal_y, colour, source_url, name, animated)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (sha256) do nothing`,
    [
      media.id,
      media.kind,
      media.storageKey,
      media.type,
      media.bytes,
      media.sha256,
      media.width,
      media.height,
      media.alt,
      media.caption,
      media.credit,
      media.licence,
      media.focalX,
      media.focalY,
      media.colour,
      media.sourceUrl,
      media.name,
      media.animated,
    ],
  )
  return (await findMediaLike(db, { sha256: media.sha256 })) as Media
}

export interface MediaWords {
  alt?: string
  caption?: string
  credit?: string
  licence?: string
  focalX?: number
  focalY?: number
}

export async function updateMediaWords(tx: Tx, id: string, words: MediaWords): Promise<void> {
  await runSql(
    tx,
    `update media set alt = coalesce($2, alt), caption = coalesce($3, caption), credit = coalesce($4, credit),
       licence = coalesce($5, licence), focal_x = coalesce($6, focal_x), focal_y = coalesce($7, focal_y) where id = $1`,
    [id, words.alt, words.caption, words.credit, words.licence, words.focalX, words.focalY],
  )
}

/** The media library: the newest first, those whose name, caption, credit or alt text holds the text. */
export async function searchMedia(
  db: Db,
  options: { text?: string; kind?: Media['kind']; limit: number; before?: string },
): Promise<Media[]> {
  return runSql(
    db,
    `select ${columns} from media
     where ($1 = '' or concat_ws(' ', name, alt, caption, credit) ilike '%' || $2 || '%')
       and ($3::text is null or kind = $3) and ($4::uuid is null or id < $4) order by id desc limit $5`,
    [
      options.text ?? '',
      (options.text ?? '').replace(/[\\%_]/g, '\\$&'),
      options.kind ?? null,
      options.before ?? null,
      options.limit,
    ],
  )
}

/** Articles in which it stands: as lead picture or in the body. */
export async function mediaUses(
  db: Db,
  id: string,
): Promise<{ id: string; headline: string; state: string }[]> {
  return runSql(
    db,
    `select id, headline, state from article where lead_media_id = $1 or body like '%/media/' || $1::text || '%'
     order by changed_at desc limit 100`,
    [id],
  )
}

const columns = `id, kind, storage_key as "storageKey", type, bytes, sha256, width, height, alt, caption, credit, licence,
  focal_x as "focalX", focal_y as "focalY", colour, source_url as "sourceUrl", name, animated, created_at as "createdAt"`
