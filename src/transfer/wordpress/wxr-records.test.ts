import { expect, test } from 'vitest'
import { aMeta, anExport, anItem } from './an-export.ts'
import { readWxrRecords, readWxrText, type WxrItem, type WxrRecord } from './wxr-records.ts'

async function records(bytes: Buffer): Promise<WxrRecord[]> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700)
  }
  return Array.fromAsync(readWxrRecords(pieces()))
}

const items = (all: WxrRecord[]) =>
  all.filter((record): record is WxrItem => record.kind === 'item')
const body = (text: string) => items(readWxrText(text))[0]?.fields.get('content:encoded')

test('a body keeps the ]]> that WordPress split over two CDATA sections', () => {
  expect(body(anExport(anItem({ body: 'a ]]]]><![CDATA[> b' })))).toBe('a ]]> b')
})

test('a body keeps the ]]> that an exporter forgot to split', () => {
  const text = 'Content with nested <![CDATA[ tags ]]> :)'
  expect(body(anExport(anItem({ body: text })))).toBe(text)
})

test('markup inside a value is text of the value', () => {
  const more = aMeta('evil', '<wp:meta_value>evil</wp:meta_value>')
  const [item] = items(readWxrText(anExport(anItem({ more }))))
  expect(item?.meta).toEqual([['evil', '<wp:meta_value>evil</wp:meta_value>']])
})

test('a title with a bare ampersand and tags that nobody escaped is read whole', () => {
  const text = anExport(anItem()).replace(
    /<title><!\[CDATA\[The harbour.*?<\/title>/,
    '<title>Ships & <b>Docks</b> &amp; more</title>',
  )
  expect(items(readWxrText(text))[0]?.fields.get('title')).toBe('Ships & <b>Docks</b> & more')
})

test('a body whose CDATA never ends costs the items after it nothing', () => {
  const text = anExport(
    anItem({ id: 1, body: 'first@@' }),
    anItem({ id: 2 }),
    anItem({ id: 3 }),
  ).replace('@@]]>', '')
  const all = readWxrText(text)
  expect(items(all).map((item) => item.fields.get('wp:post_id'))).toEqual(['1', '2', '3'])
  expect(items(all)[0]?.fields.get('content:encoded')).toBe('first')
  expect(all.find((record) => record.kind === 'broken')).toMatchObject({ line: 15 })
})

test('an item that is not closed ends where the next begins, and that is said with its line', () => {
  const text = anExport(anItem({ id: 1 }).replace('</item>', ''), anItem({ id: 2 }))
  const all = readWxrText(text)
  expect(items(all)).toHaveLength(2)
  expect(all.filter((record) => record.kind === 'broken')).toMatchObject([{ line: 25 }])
})

test('entities that a document defines are never expanded', () => {
  const bomb =
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
  const text = anExport(
    anItem().replace('It opened', '').replace('<wp:status>', '<wp:x>&b;&c;</wp:x><wp:status>'),
  )
  const [item] = items(readWxrText(text.replace('<rss', `${bomb}<rss`)))
  expect(item?.fields.get('wp:x')).toBe('&b;&c;')
})

test('comments of an item are counted and not read', () => {
  const comment =
    '<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Hm <item>]]></wp:comment_content><wp:commentmeta><wp:meta_key>x</wp:meta_key><wp:meta_value>y</wp:meta_value></wp:commentmeta></wp:comment>'
  const [item] = items(readWxrText(anExport(anItem({ more: comment + comment }))))
  expect(item?.comments).toBe(2)
  expect(item?.meta).toEqual([])
})

test('carriage returns, control characters and a byte order mark do no harm', async () => {
  const text = anExport(anItem({ body: 'one\u0008 two\r\nthree' })).replaceAll('\n', '\r\n')
  const [item] = items(await records(Buffer.from(`\ufeff${text}`)))
  expect(item?.fields.get('content:encoded')).toBe('one two\n\nthree')
})

test.each([
  [
    'UTF-8 declared as ISO-8859-1',
    (text: string) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1')),
  ],
  ['windows-1252 declared as UTF-8', (text: string) => Buffer.from(text, 'latin1')],
  ['UTF-16 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['no declaration', (text: string) => Buffer.from(text.replace(/<\?.*?\?>/, ''))],
])('text survives %s', async (_, encode) => {
  const [item] = items(await records(encode(anExport(anItem({ title: 'Café à la mode' })))))
  expect(item?.fields.get('title')).toBe('Café à la mode')
})

test('Hebrew in its old encoding is read as declared', async () => {
  const text = anExport(anItem({ title: '@@' })).replace('UTF-8', 'windows-1255')
  const [before = '', after = ''] = text.split('@@')
  const bytes = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xf9, 0xec, 0xe5, 0xed]),
    Buffer.from(after),
  ])
  expect(items(await records(bytes))[0]?.fields.get('title')).toBe('שלום')
})

test('cut anywhere, a file still gives every item that was whole, and says where it broke', async () => {
  const many = Array.from({ length: 12 }, (_, at) =>
    anItem({
      id: at + 1,
      body: `Line ${at}\n\n<p>שלום ]]]]><![CDATA[> &amp;</p>`,
      more: aMeta('k', 'v'),
    }),
  )
  const bytes = Buffer.from(anExport(...many))
  for (let cut = 1; cut < bytes.length; cut += 97) {
    const part = bytes.subarray(0, cut)
    const whole = part.toString('latin1').split('</item>').length - 1
    const all = await records(part)
    expect(items(all)).toHaveLength(whole)
    expect(all.at(-1)).toMatchObject({ kind: 'broken', fatal: true })
  }
})
