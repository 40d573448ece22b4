import { decodeHTML } from 'entities'
import { metaOf } from './survey.ts'
import type { WxrItem } from './wxr-records.ts'

/** What SEO plugins and news themes keep beside an item, in our words; only what is there. */
export interface Extras {
  searchTitle?: string
  searchDescription?: string
  canonicalUrl?: string
  kicker?: string
  standfirst?: string
  dateline?: string
}

export function extrasOf(item: WxrItem, headline: string, siteName: string): Extras {
  const fill = (text: string | undefined) => filled(text, headline, siteName)
  const canonical = metaOf(
    item,
    '_yoast_wpseo_canonical',
    'rank_math_canonical_url',
    '_seopress_robots_canonical',
    '_genesis_canonical_uri',
    '_aioseop_custom_link',
  )
  const extras: Extras = {
    searchTitle: fill(
      metaOf(
        item,
        '_yoast_wpseo_title',
        'rank_math_title',
        '_aioseo_title',
        '_aioseop_title',
        '_seopress_titles_title',
        '_genesis_title',
      ),
    ),
    searchDescription: fill(
      metaOf(
        item,
        '_yoast_wpseo_metadesc',
        'rank_math_description',
        '_aioseo_description',
        '_aioseop_description',
        '_seopress_titles_desc',
        '_genesis_description',
      ),
    ),
    canonicalUrl: canonical && URL.canParse(canonical) ? canonical : undefined,
    kicker: plain(metaOf(item, 'kicker', '_kicker', 'overline', 'eyebrow')),
    standfirst: plain(
      metaOf(
        item,
        'standfirst',
        '_standfirst',
        'dek',
        'deck',
        '_subtitle',
        'subtitle',
        'sub_title',
        'wps_subtitle',
        'kia_subtitle',
        'newspack_post_subtitle',
        'secondary_title',
        'subheading',
      ),
    ),
    dateline: plain(metaOf(item, 'dateline', '_dateline')),
  }
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value)) as Extras
}

/** The credit of a picture, from the plugins that keep one or from the file's own IPTC data. */
export function creditOf(item: WxrItem): string | undefined {
  const named = metaOf(
    item,
    '_media_credit',
    'media_credit',
    '_credit',
    'credit',
    'photo_credit',
    '_photo_credit',
    '_wp_attachment_source_name',
    '_image_credit',
    'image_credit',
    'be_photographer_name',
  )
  if (named) return plain(named)
  const data = metaOf(item, '_wp_attachment_metadata') ?? ''
  return plain(/s:6:"credit";s:\d+:"([^"]{1,200})"/.exec(data)?.[1])
}

/** A template such as "%%title%% %%sep%% %%sitename%%" filled in; undefined when a part is not known. */
function filled(text: string | undefined, headline: string, siteName: string): string | undefined {
  if (!text) return undefined
  const values: Record<string, string> = { title: headline, sitename: siteName, sep: '–', page: '' }
  const result = text.replace(/%%?([a-z_]+)%%?/gi, (whole, name: string) => {
    const plainName = name.toLowerCase() === 'seo_title' ? 'title' : name.toLowerCase()
    return values[plainName] ?? whole
  })
  return /%%[a-z_]+%%|^%[a-z_]+%$/i.test(result) ? undefined : plain(result)
}

/** Single values only: a serialized list is for a program, not for a reader. */
function plain(text: string | undefined): string | undefined {
  if (!text || /^[aOs]:\d+:/.test(text)) return undefined
  const words = decodeHTML(text.replace(/<\/?[a-z][^<>]*>/gi, ''))
  return words.replace(/\s+/g, ' ').trim() || undefined
}
