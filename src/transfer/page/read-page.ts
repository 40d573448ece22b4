import { decodePage } from './decode.ts'
import { type ExtractedPage, extractPage, type ExtractOptions } from './extract.ts'
import { isMhtml, pageInMhtml } from './mhtml.ts'
import { extractText } from './plain-text.ts'

/** Reads a saved page of any kind: HTML, the text a browser saves, or a web archive in one file. */
export const readPage = (
  bytes: Uint8Array,
  path: string,
  options: ExtractOptions = {},
): ExtractedPage & { encoding: string } => {
  const archived = /\.mht(ml)?$/i.test(path) || isMhtml(bytes) ? pageInMhtml(bytes) : null
  const { text, encoding } = archived
    ? decodePage(archived.bytes, archived.type)
    : decodePage(bytes)
  const known = archived?.url && !options.url ? { ...options, url: archived.url } : options
  const plain = archived ? null : plainTextOf(text, path)
  return { ...(plain === null ? extractPage(text, known) : extractText(plain, known)), encoding }
}

/** The text of a page that is no HTML, whatever its name says; null where it is HTML. */
const plainTextOf = (text: string, path: string): string | null => {
  const head = text.slice(0, 4096)
  const isMarked =
    /<(!doctype\s+html|html|head|body|meta|title|div|article|p|table|h1)(\s[^<>]*)?>/i.test(head)
  if (!isMarked) return /\.(html?|xhtml)$/i.test(path) && /<[a-z][^<>]*>/i.test(text) ? null : text
  // A browser shows a text file as one <pre>, and saves it so.
  const pre =
    /^\s*(?:<!doctype[^>]*>)?\s*<html[^>]*>\s*<head>[\s\S]{0,600}?<\/head>\s*<body[^>]*>\s*<pre[^>]*>([\s\S]*)<\/pre>\s*(?:<\/body>|$)/i.exec(
      text,
    )?.[1]
  if (pre === undefined || /<(?!\/?(a|span|b|i)\b)[a-z]/i.test(pre)) return null
  return pre
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
