import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '#platform/database/testing.ts'
import { folderStorage } from '#platform/storage.ts'
import { pictureFile } from './picture-sizes.ts'
import { takePicture } from './pictures.ts'

const db = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const ground = { db: db.kysely, storage: folderStorage(folder) }

const plain = (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false })

test('a picture taken sideways stands upright and forgets where it was taken', async () => {
  const bytes = await plain(300, 200)
    .withExif({ IFD0: { Artist: 'Dana' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const taken = await takePicture(ground, { bytes, name: 'a.jpg' })
  expect(taken).toMatchObject({ ok: true, isNew: true, width: 200, height: 300 })
  if (!taken.ok) return
  const kept = await ground.storage.get(taken.media.storageKey)
  const metadata = await sharp(kept ? await buffer(kept) : '').metadata()
  expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined])
  expect(taken.media.colour).toMatch(/^#[bc]\d[23]\d[12]\d$/)
})

test('the same bytes come in once, also when two bring them at once', async () => {
  const bytes = await plain(50, 40, '#102030').png().toBuffer()
  const taken = await Promise.all(
    [1, 2, 3].map((at) => takePicture(ground, { bytes, name: `${at}.png` })),
  )
  expect(new Set(taken.map((one) => one.ok && one.mediaId)).size).toBe(1)
  expect(taken.filter((one) => one.ok && one.isNew)).toHaveLength(1)
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  [
    'a text that calls itself a picture',
    Buffer.from('not a picture at all'),
    'no picture we can read',
  ],
  [
    'a drawing with a program in it',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
    ),
    'SVG',
  ],
])('%s is refused with a sentence', async (_, bytes, words) => {
  const taken = await takePicture(ground, { bytes, name: 'x.jpg' })
  expect(taken).toMatchObject({ ok: false, reason: expect.stringContaining(words) })
})

test('a picture cut off in the middle is refused, not half shown', async () => {
  const whole = await sharp(
    Buffer.from(Array.from({ length: 120_000 }, (_, at) => (at * 7919) % 251)),
    {
      raw: { width: 200, height: 200, channels: 3 },
    },
  )
    .jpeg()
    .toBuffer()
  const taken = await takePicture(ground, {
    bytes: whole.subarray(0, whole.length / 2),
    name: 'cut.jpg',
  })
  expect(taken).toMatchObject({ ok: false, reason: expect.stringContaining('damaged') })
})

test('a bomb is refused before it is unpacked', async () => {
  const bomb = await plain(20_000, 20_000).png({ compressionLevel: 9 }).toBuffer()
  const before = process.memoryUsage().rss
  const taken = await takePicture(ground, { bytes: bomb, name: 'bomb.png' })
  expect(taken).toMatchObject({ ok: false, reason: expect.stringContaining('400 million pixels') })
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test('an animation keeps moving as WebP and stands still as JPEG', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((colour) => plain(60, 40, colour).png().toBuffer()),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer()
  const taken = await takePicture(ground, { bytes: gif, name: 'moving.gif' })
  expect(taken).toMatchObject({ ok: true, width: 60, height: 40, media: { animated: true } })
  if (!taken.ok) return
  for (const [format, pages] of [
    ['webp', 3],
    ['jpg', undefined],
  ] as const) {
    const file = await pictureFile(ground, { id: taken.mediaId, width: 160, format })
    const metadata = await sharp(file ? await buffer(file.stream) : '').metadata()
    expect([format, metadata.pages, metadata.width]).toEqual([format, pages, 60])
  }
})

test('a picture comes in the widths of the ladder, in three formats, and in no other', async () => {
  const bytes = await plain(1000, 500, '#204060').jpeg().toBuffer()
  const taken = await takePicture(ground, { bytes, name: 'wide.jpg' })
  if (!taken.ok) throw new Error(taken.reason)
  const id = taken.mediaId
  for (const format of ['avif', 'webp', 'jpg'] as const) {
    // Asked for by many at once, made once.
    const files = await Promise.all(
      Array.from({ length: 8 }, () => pictureFile(ground, { id, width: 480, format })),
    )
    const shown = await sharp(files[0] ? await buffer(files[0].stream) : '').metadata()
    expect([shown.width, shown.height]).toEqual([480, 240])
    files.slice(1).forEach((file) => file?.stream.destroy())
  }
  expect(await pictureFile(ground, { id, width: 481, format: 'webp' })).toBeNull()
  expect(await pictureFile(ground, { id, width: 1600, format: 'webp' })).toBeNull()
  const nobody = '01890000-0000-7000-8000-000000000000'
  expect(await pictureFile(ground, { id: nobody, width: 480, format: 'webp' })).toBeNull()
})
