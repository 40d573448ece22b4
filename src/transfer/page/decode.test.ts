import { expect, test } from 'vitest'
import { decodePage } from './decode.ts'

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts)

test.each([
  ['windows-1255', 'f9 ec e5 ed', 'שלום'],
  ['iso-8859-8', 'f9 ec e5 ed', 'שלום'],
  ['windows-1256', 'e3 d1 cd c8 c7', 'مرحبا'],
  ['windows-1252', '93 63 61 66 e9 94', '“café”'],
  ['big5', 'b7 73 bb 44', '新聞'],
  ['gb2312', 'd0 c2 ce c5', '新闻'],
  ['shift_jis', '90 56 95 b7', '新聞'],
  ['euc-jp', 'bf b7 ca b9', '新聞'],
  ['euc-kr', 'b4 ba bd ba', '뉴스'],
])('a page that declares %s is read so', (charset, bytes, text) => {
  const page = join(
    ascii(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>`,
    ),
    hex(bytes),
  )
  expect(decodePage(page).text).toContain(text)
  expect(
    decodePage(join(ascii(`<?xml version="1.0" encoding="${charset}"?><html>`), hex(bytes))).text,
  ).toContain(text)
  expect(decodePage(hex(bytes), `text/html; charset=${charset}`).text).toBe(text)
})

test('the byte order mark outranks what the page declares', () => {
  const page = join(hex('ef bb bf'), Buffer.from('<meta charset="windows-1255">שלום'))
  expect(decodePage(page).text).toContain('שלום')
  expect(decodePage(join(hex('ff fe'), Buffer.from('שלום', 'utf16le'))).text).toBe('שלום')
})

test('UTF-8 that was saved again under an old label is read as UTF-8', () => {
  expect(
    decodePage(Buffer.from('<meta charset="windows-1252"><p>קוראים יקרים</p>')).text,
  ).toContain('קוראים יקרים')
})

test('pages that declare nothing are read by the letters they hold', () => {
  const hebrew = hex(
    'f9ec e5ed 20 f7e5 f8e0 e9ed 20 e9f7 f8e9 ed20 e0f0 e5 20 eee1 f7f9 e9ed'.replaceAll(' ', ''),
  )
  expect(decodePage(hebrew).encoding).toBe('windows-1255')
  expect(
    decodePage(ascii('The caf\xe9 was \x93closed\x94 on Thursday, said Ren\xe9 and Zo\xeb.'))
      .encoding,
  ).toBe('windows-1252')
  expect(decodePage(Buffer.from('A page of text', 'utf16le')).text).toBe('A page of text')
})

test('bytes that are no text at all still give a text', () => {
  expect(
    typeof decodePage(Uint8Array.from({ length: 5000 }, (_, at) => (at * 197) % 256)).text,
  ).toBe('string')
})
