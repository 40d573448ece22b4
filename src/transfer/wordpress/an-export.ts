import { Readable } from 'node:stream'
import type { Arrival } from '../arrival.ts'
import { readWxr, type ReadWxrOptions } from './read-wxr.ts'

/** An item for tests, from the fields that matter to it. */
export function anItem({
  id = 7,
  title = 'The harbour opens',
  body = 'It opened on Tuesday.',
  type = 'post',
  status = 'publish',
  more = '',
}: Partial<Record<'title' | 'body' | 'type' | 'status' | 'more', string>> & {
  id?: number
} = {}): string {
  return `<item>
<title><![CDATA[${title}]]></title>
<link>https://harbour.example/2014/12/harbour-${id}/</link>
<dc:creator><![CDATA[ruth]]></dc:creator>
<guid isPermaLink="false">https://harbour.example/?p=${id}</guid>
<content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[2014-12-25 20:27:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[2014-12-25 18:27:00]]></wp:post_date_gmt>
<wp:post_name><![CDATA[harbour-${id}]]></wp:post_name>
<wp:status><![CDATA[${status}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
${more}
</item>
`
}

export function aMeta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
}

/** A whole export around items and whatever else stands in its channel. */
export function anExport(...inside: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Harbour Post</title>
<link>https://harbour.example</link>
<language>en_GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://harbour.example</wp:base_site_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ruth]]></wp:author_login><wp:author_email><![CDATA[ruth@harbour.example]]></wp:author_email><wp:author_display_name><![CDATA[Ruth Shore]]></wp:author_display_name></wp:author>
${inside.join('')}</channel>
</rss>
`
}

export async function arrivalsFrom(
  text: string | Buffer,
  options?: ReadWxrOptions,
): Promise<Arrival[]> {
  return Array.fromAsync(readWxr(Readable.from([Buffer.from(text)]), options))
}

type Of<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>

export function only<Kind extends Arrival['kind']>(arrivals: Arrival[], kind: Kind): Of<Kind>[] {
  return arrivals.filter((arrival): arrival is Of<Kind> => arrival.kind === kind)
}
