/**
 * node tools/cases/wordpress-speed.ts [articles]
 * Makes a WordPress export of so many articles (20,000), imports it into a database that writes to
 * the disk, and says articles a second, search included, and the largest memory. Then imports it again.
 */
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { stat as statOf } from 'node:fs/promises'
import { join } from 'node:path'
import { importArchive } from '#transfer/import.ts'
import { openDatabases } from './fresh-database.ts'

const WORDS =
  'harbour ferry council bridge winter market school doctor river minister budget strike teacher village border island union court editor reader printed morning evening storm repair station railway vote letter promise account railway hospital weather fisher tide lamp stone bread field garden music theatre novel record cup match league season'.split(
    ' ',
  )

const say = (line: string) => process.stdout.write(`${line}\n`)
const articles = Number(process.argv[2] ?? 20_000)
const databases = await openDatabases({ durable: true })
try {
  const file = join(databases.folder, 'export.xml')
  await writeExport(file, articles)
  say(`${articles} articles, ${Math.round((await statOf(file)).size / 1e6)} MB`)
  const database = await databases.fresh()
  for (const run of ['first', 'second']) {
    const began = performance.now()
    const cpu = process.cpuUsage()
    const serverBefore = serverSeconds(databases.folder)
    const phases: Record<string, string> = {}
    const report = await importArchive(
      { database, takePicture: async () => ({ ok: false, reason: 'no pictures here' }) },
      {
        path: file,
        reportFolder: join(databases.folder, 'reports'),
        onProgress: ({ phase }) =>
          (phases[phase] =
            `${Math.round(performance.now() - began)} ms, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`),
      },
    )
    const seconds = (performance.now() - began) / 1000
    const used = process.cpuUsage(cpu)
    const server = serverSeconds(databases.folder) - serverBefore
    say(
      `${run}: ${report.counts.new} new, ${report.counts.unchanged} unchanged in ${seconds.toFixed(1)} s: ` +
        `${Math.round(articles / seconds)} articles/s; ${((used.user + used.system) / 1e6).toFixed(1)} s of this process and ${server.toFixed(1)} s of PostgreSQL; ` +
        `phases ended at ${JSON.stringify(phases)}; largest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    )
  }
} finally {
  await databases.close()
}

/** Processor time of the database's processes, where the system shows it (Linux). */
function serverSeconds(folder: string): number {
  try {
    const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split(
      '\n',
    )[0]
    let ticks = 0
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      if (stat[1] === postmaster) ticks += Number(stat[11]) + Number(stat[12])
    }
    return ticks / 100
  } catch {
    return Number.NaN
  }
}

async function writeExport(file: string, count: number): Promise<void> {
  const stream = createWriteStream(file)
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await put(
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Harbour Post</title><link>https://post.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://post.example</wp:base_site_url><wp:base_blog_url>https://post.example</wp:base_blog_url>\n',
  )
  for (let number = 1; number <= 20; number++)
    await put(
      `<wp:author><wp:author_id>${number}</wp:author_id><wp:author_login>w${number}</wp:author_login><wp:author_display_name><![CDATA[Writer ${number}]]></wp:author_display_name></wp:author>\n`,
    )
  for (let number = 1; number <= count; number++) await put(item(number))
  await put('</channel></rss>\n')
  stream.end()
  await once(stream, 'close')
}

function item(number: number): string {
  let seed = number * 2654435761
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) >>> 0
    return Math.floor((seed / 4294967296) * below)
  }
  const word = () => (random(12) === 0 ? `w${random(30_000)}` : (WORDS[random(WORDS.length)] ?? ''))
  const words = (length: number) => Array.from({ length }, word).join(' ')
  const paragraph = () =>
    `<!-- wp:paragraph -->\n<p>${words(30)}, <a href="https://post.example/2014/05/${random(articles)}/">${words(3)}</a> and <strong>${words(2)}</strong> ${words(35)}.</p>\n<!-- /wp:paragraph -->\n`
  const date = new Date(Date.UTC(2008, 0, 1) + number * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
  const body = Array.from({ length: 5 + random(4) }, paragraph).join('\n')
  return `<item><title>${words(7)}</title><link>https://post.example/2014/05/${number}/</link><dc:creator><![CDATA[w${1 + random(20)}]]></dc:creator><content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:post_name>story-${number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="section-${random(8)}"><![CDATA[Section]]></category><category domain="post_tag" nicename="tag-${random(300)}"><![CDATA[Tag]]></category><category domain="post_tag" nicename="tag-${random(300)}"><![CDATA[Tag]]></category></item>\n`
}
