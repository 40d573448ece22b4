import type { Readable } from 'node:stream'
import type { Arrival, ArrivalNote } from '../arrival.ts'
import { articleOfItem, mediaKey, type Setting } from './article-of-item.ts'
import { openExport } from './export-file.ts'
import { keyRing } from './key-ring.ts'
import { kindOfItem } from './kinds-of-item.ts'
import { headlineText, plainText } from './markup.ts'
import { people } from './people.ts'
import { creditOf } from './seo.ts'
import { siteOf } from './site.ts'
import { attachmentUrl, metaOf, siteNumber, surveyWxr, type Survey } from './survey.ts'
import { terms } from './terms.ts'
import { readWxrRecords, type WxrItem, type WxrRecord } from './wxr-records.ts'
import { standalone } from './xml-text.ts'

export interface ReadWxrOptions {
  /** IANA zone for local times whose distance from UTC the file does not show. */
  zone?: string
  /** Bytes read of all that will be read (the file twice), for a progress bar. */
  onProgress?: (done: number, all: number) => void
}

/**
 * Reads a WordPress export (WXR 1.0 to 1.2; plain or gzip) as arrivals, in the order of the file. Takes
 * a path or a stream. The file is read twice: first quickly for the addresses of attachments, which may
 * stand after the posts that show them. Memory stays bounded by the largest single item and some 150
 * bytes for each attachment. What a file holds never makes it throw: what cannot be read is said in
 * notes (`broken`), and all that was whole before it is given. Throws only when reading itself fails.
 */
export async function* readWxr(
  source: string | Readable,
  options: ReadWxrOptions = {},
): AsyncGenerator<Arrival> {
  const file = await openExport(source)
  const progress = (before: number) => (sum: number) =>
    options.onProgress?.(before + sum, file.size * 2)
  try {
    const survey = await surveyWxr(file.large(progress(0)))
    const refusal = refusalOf(survey.version)
    if (refusal) {
      yield { kind: 'note', outcome: 'broken', what: 'the file', reason: refusal }
      return
    }
    const archive = openArchive(survey, options)
    for await (const record of readWxrRecords(file.bytes(progress(file.size)))) {
      yield* archive.arrive(record)
    }
    yield* archive.closing()
  } finally {
    await file.done()
  }
}

function refusalOf(version: string | null): string | null {
  if (!version) return 'not a WordPress export (WXR): the version is missing'
  if (/^\d+\.\d+$/.test(version)) return null
  return `not a WordPress export (WXR): the version “${version.slice(0, 40)}” is invalid`
}

function openArchive(survey: Survey, { zone }: ReadWxrOptions) {
  const setting: Setting = {
    survey,
    zone,
    site: siteOf(new Map()),
    siteNumber: 0,
    people: people(survey.guests),
    terms: terms(),
  }
  const claim = keyRing()
  const leftOut = new Map<string, { reason: string; count: number }>()
  let comments = 0

  const keyOf = (item: WxrItem) => {
    const { fields } = item
    const id = fields.get('wp:post_id')?.trim()
    const name = fields.get('wp:post_name')?.trim()
    const own =
      id && id !== '0' ? id : fields.get('guid')?.trim() || fields.get('link')?.trim() || name
    const key = mediaKey(setting.siteNumber, own || `line-${item.line}`)
    return claim(key, name || fields.get('link') || '')
  }

  const arriveItem = (item: WxrItem): Arrival[] => {
    comments += item.comments
    const sort = kindOfItem(item)
    if (sort.kind === 'unsaid') return []
    if (sort.kind === 'left-out') {
      const type = item.fields.get('wp:post_type')?.trim() ?? ''
      const found = leftOut.get(type)
      if (found) found.count++
      else leftOut.set(standalone(type), { reason: sort.reason, count: 1 })
      return []
    }
    if (sort.kind === 'media') return mediaOfItem(item, setting.siteNumber)
    return articleOfItem(item, setting, { key: keyOf(item), page: sort.kind === 'page' })
  }

  return {
    arrive(record: WxrRecord): Arrival[] {
      if (record.kind === 'item') return arriveItem(record)
      if (record.kind === 'author') return setting.people.meet(record.fields)
      if (record.kind === 'broken') {
        const { line, reason } = record
        return [{ kind: 'note', outcome: 'broken', what: `line ${line}`, reason }]
      }
      if (record.kind !== 'channel') {
        return setting.terms.meet(record.kind, record.fields, setting.site)
      }
      const site = siteOf(record.fields)
      setting.site = site
      setting.siteNumber = siteNumber(survey, site.url)
      return [{ kind: 'paper', name: site.name, url: site.url, language: site.language }]
    },
    *closing(): Generator<Arrival> {
      if (comments > 0) {
        yield leftOutNote('comments', 'comments are not taken along', comments)
      }
      for (const [type, { reason, count }] of leftOut) yield leftOutNote(type, reason, count)
      for (const [taxonomy, count] of setting.terms.leftOut) {
        yield leftOutNote(`taxonomy ${taxonomy}`, 'it says how the old site showed things', count)
      }
      for (const [taxonomy, count] of setting.terms.madeTags) {
        const reason = 'its terms became tags'
        yield { kind: 'note', outcome: 'altered', what: `taxonomy ${taxonomy}`, reason, count }
      }
    },
  }
}

function leftOutNote(what: string, reason: string, count: number): Arrival & ArrivalNote {
  return { kind: 'note', outcome: 'left-out', what, reason, count }
}

function mediaOfItem(item: WxrItem, site: number): Arrival[] {
  const { fields } = item
  const id = fields.get('wp:post_id')?.trim() || attachmentUrl(item)
  const url = standalone(attachmentUrl(item))
  const key = mediaKey(site, id)
  const title = headlineText(fields.get('title') ?? '')
  const status = fields.get('wp:status')?.trim()
  if (status === 'trash') {
    const reason = 'it lay in the bin'
    return [{ kind: 'note', outcome: 'left-out', what: `attachment ${id} “${title}”`, reason, key }]
  }
  if (!URL.canParse(url)) {
    const reason = 'it has no address'
    return [{ kind: 'note', outcome: 'left-out', what: `attachment ${id} “${title}”`, reason, key }]
  }
  const description = plainText(fields.get('content:encoded') ?? '')
  const caption = plainText(fields.get('excerpt:encoded') ?? '') || description
  const alt = plainText(metaOf(item, '_wp_attachment_image_alt') ?? '')
  const credit = creditOf(item)
  return [
    {
      kind: 'media',
      key,
      url,
      ...(title && { title }),
      ...(alt && { alt }),
      ...(caption && caption.length <= 500 && { caption }),
      ...(credit && { credit }),
    },
  ]
}
