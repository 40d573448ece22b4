import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dearReader } from './newspaper.ts'
import type { Row } from './run.ts'

const articles = 20_000

/** A WordPress export of our own making, imported into an empty paper by the command. */
export async function measureImport(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dear-reader-bench-import-'))
  try {
    const file = path.join(folder, 'export.xml')
    await writeExport(file)
    dearReader(['doctor'], { DATA_DIR: folder }) // makes the database, which is no part of an import
    const began = performance.now()
    dearReader(['import', file, '--json'], { DATA_DIR: folder })
    const rate = articles / ((performance.now() - began) / 1000)
    return [
      {
        what: `WordPress import of ${articles} articles`,
        figure: `${Math.round(rate)} articles/s`,
        reach: '≥ 500/s',
        ok: rate >= 500,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const vocabulary = Array.from({ length: 5000 }, (_, n) => {
  const syllables = [
    'ba',
    'co',
    'der',
    'fin',
    'gol',
    'har',
    'ist',
    'ken',
    'lum',
    'mar',
    'nor',
    'per',
  ]
  return (
    (syllables[n % 12] ?? '') +
    (syllables[Math.floor(n / 12) % 12] ?? '') +
    (syllables[Math.floor(n / 144) % 12] ?? '')
  )
})

async function writeExport(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bench</title><link>http://bench.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://bench.example</wp:base_site_url><wp:base_blog_url>http://bench.example</wp:base_blog_url>\n`)
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) ** 2 * below)
  }
  const sentence = (words: number) =>
    Array.from({ length: words }, () => vocabulary[random(5000)]).join(' ')
  for (let n = 1; n <= articles; n += 1) {
    const date = new Date(Date.UTC(2010, 0, 1) + n * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')
    const body = Array.from(
      { length: 6 },
      () => `<!-- wp:paragraph -->\n<p>${sentence(70)}.</p>\n<!-- /wp:paragraph -->`,
    ).join('\n\n')
    const item = `<item><title>${sentence(8)}</title><link>http://bench.example/?p=${n}</link><dc:creator><![CDATA[desk${n % 20}]]></dc:creator><guid isPermaLink="false">http://bench.example/?p=${n}</guid><content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${n}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt><wp:post_name><![CDATA[story-${n}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_parent>0</wp:post_parent><wp:post_type><![CDATA[post]]></wp:post_type><category domain="category" nicename="part-${n % 8}"><![CDATA[Part ${n % 8}]]></category><category domain="post_tag" nicename="topic-${n % 300}"><![CDATA[Topic ${n % 300}]]></category></item>\n`
    if (!out.write(item)) await once(out, 'drain')
  }
  out.end('</channel></rss>\n')
  await once(out, 'finish')
}
