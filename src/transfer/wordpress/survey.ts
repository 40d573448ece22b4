import type { Attachment } from './body.ts'
import { observeOffset, type Offsets } from './dates.ts'
import { headlineText } from './markup.ts'
import { siteOf } from './site.ts'
import { surveyRecords } from './survey-scan.ts'
import type { WxrItem } from './wxr-records.ts'
import { standalone } from './xml-text.ts'

export interface GuestAuthor {
  name: string
  email?: string
  biography?: string
}

/** What a first quick look over the whole file found, for what later items refer to. */
export interface Survey {
  version: string | null
  items: number
  /** Addresses of the sites in the file; ids count within their site. */
  sites: string[]
  attachment(site: number, id: string): Attachment | null
  attached(site: number, post: string): string[]
  reusable(site: number, id: string): string | null
  guests: Map<string, GuestAuthor>
  offsets: Offsets
}

/** Looks once over an export, keeping no more than addresses: some 150 bytes for each attachment. */
export async function surveyWxr(bytes: AsyncIterable<Uint8Array>): Promise<Survey> {
  const shelf = attachmentShelf()
  const reusable = new Map<string, string>()
  const survey: Survey = {
    version: null,
    items: 0,
    sites: [],
    attachment: (site, id) => shelf.find(`${site}:${id}`),
    attached: (site, post) => shelf.of(`${site}:${post}`),
    reusable: (site, id) => reusable.get(`${site}:${id}`) ?? null,
    guests: new Map(),
    offsets: { months: new Map(), usual: null },
  }
  let site = 0
  for await (const record of surveyRecords(bytes)) {
    if (record.kind === 'channel') {
      survey.version ??= record.fields.get('wp:wxr_version')?.trim() || null
      site = siteNumber(survey, siteOf(record.fields).url)
    }
    if (record.kind !== 'item') continue
    survey.items++
    const { fields } = record
    const id = `${site}:${fields.get('wp:post_id')?.trim() ?? ''}`
    observeOffset(survey.offsets, fields)
    const type = fields.get('wp:post_type')?.trim()
    if (type === 'attachment')
      shelf.put(id, record, `${site}:${fields.get('wp:post_parent')?.trim()}`)
    if (type === 'wp_block') reusable.set(id, standalone(fields.get('content:encoded') ?? ''))
    if (type === 'guest-author') meetGuest(survey.guests, record)
  }
  return survey
}

/** The number of a site within the file; several exports of one site joined in a file are one. */
export function siteNumber(survey: Pick<Survey, 'sites'>, url: string | null): number {
  const address = standalone(url ?? '')
  const known = survey.sites.indexOf(address)
  return known === -1 ? survey.sites.push(address) - 1 : known
}

/** The address of an attachment's file. */
export function attachmentUrl({ fields }: WxrItem): string {
  return (fields.get('wp:attachment_url') || fields.get('guid') || '').trim()
}

export function metaOf(item: WxrItem, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const found = item.meta.find(([name, value]) => name === key && value.trim() !== '')
    if (found) return found[1].trim()
  }
  return undefined
}

/** Attachments packed as bytes, because a large archive has hundreds of thousands of them. */
function attachmentShelf() {
  const places = new Map<string, number>()
  const children = new Map<string, string[]>()
  const blocks: Buffer[] = []
  const blockSize = 1 << 20
  let used = blockSize
  return {
    put(id: string, item: WxrItem, parent: string) {
      const { fields } = item
      const text = JSON.stringify([
        attachmentUrl(item),
        metaOf(item, '_wp_attachment_image_alt') ?? '',
        fields.get('excerpt:encoded')?.trim() ?? '',
        headlineText(fields.get('title') ?? ''),
      ])
      const bytes = Buffer.from(text)
      if (bytes.length + 4 > blockSize || places.has(id)) return
      if (used + bytes.length + 4 > blockSize) {
        blocks.push(Buffer.alloc(blockSize))
        used = 0
      }
      const block = blocks.at(-1) as Buffer
      block.writeUInt32LE(bytes.length, used)
      bytes.copy(block, used + 4)
      places.set(standalone(id), (blocks.length - 1) * blockSize + used)
      used += bytes.length + 4
      if (parent.endsWith(':0') || parent.endsWith('undefined')) return
      const siblings = children.get(parent)
      const own = standalone(id.slice(id.indexOf(':') + 1))
      if (siblings) siblings.push(own)
      else children.set(standalone(parent), [own])
    },
    find(id: string): Attachment | null {
      const place = places.get(id)
      if (place === undefined) return null
      const block = blocks[Math.floor(place / blockSize)] as Buffer
      const at = place % blockSize
      const text = block.toString('utf8', at + 4, at + 4 + block.readUInt32LE(at))
      const [url, alt, caption, title] = JSON.parse(text) as [string, string, string, string]
      return url ? { url, alt, caption, title } : null
    },
    of: (parent: string) => children.get(parent) ?? [],
  }
}

function meetGuest(guests: Map<string, GuestAuthor>, item: WxrItem): void {
  const login = metaOf(item, 'cap-user_login') ?? item.fields.get('wp:post_name')?.trim() ?? ''
  const slug = login.replace(/^cap-/, '').toLowerCase()
  const name = metaOf(item, 'cap-display_name') ?? headlineText(item.fields.get('title') ?? '')
  if (!slug || !name) return
  const email = metaOf(item, 'cap-user_email')
  const biography = metaOf(item, 'cap-description') ?? item.fields.get('content:encoded')?.trim()
  guests.set(standalone(slug), {
    name: standalone(name),
    ...(email && { email: standalone(email) }),
    ...(biography && { biography: standalone(biography) }),
  })
}
