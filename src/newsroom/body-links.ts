import { cleanText } from './text.ts'

const plainHttp = /^https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#][\w\-./?=&%#~+,;:!$'()*]*)?$/i
const relative = /^(?:\/(?![/\\])|\.{1,2}\/|\?|[^\s:/?#\\]+(?:[/?#]|$))/
const addressLimit = 4096

/**
 * The address of a link as it may be kept: http, https, mailto, tel or relative; null for anything
 * else (javascript:, data:, and what a browser would read as them). `#fn…` is the only in-page kind.
 */
export function linkAddress(value: string | undefined): string | null {
  const href = bare(value)
  if (!href) return null
  if (href.startsWith('#')) {
    const id = noteId(href.slice(1))
    return id ? `#${id}` : null
  }
  if (plainHttp.test(href)) return href
  if (/^(?:mailto|tel):[^\s<>"]+$/i.test(href)) return href
  if (href.startsWith('//') || /^https?:/i.test(href)) return absolute(href)
  return !href.includes('\\') && relative.test(href) && !/^[^/?#]*:/.test(href) ? href : null
}

/** The address of a picture: https, `/media/…` or another relative path. http becomes https, as browsers do. */
export function pictureAddress(value: string | undefined): string | null {
  const address = linkAddress(value)
  if (!address || address.startsWith('#') || /^(?:mailto|tel):/i.test(address)) return null
  return address.replace(/^http:/i, 'https:')
}

/** The address of sound and film: only our own. */
export function ownMediaAddress(value: string | undefined): string | null {
  const address = bare(value)
  return /^\/media\/[\w./-]+$/.test(address) && !address.includes('..') ? address : null
}

/** Whether a link leaves the paper, as far as its address tells. */
export function leavesThePaper(href: string): boolean {
  return /^https?:/i.test(href)
}

/**
 * The one kind of id in a body: of footnotes. Others' ids get our prefix, so that an id can never
 * stand for something a script of the page looks for.
 */
export function noteId(id: string | undefined): string | null {
  if (!id || id.length > 80) return null
  if (/^fn[\w-]*$/.test(id)) return id
  const plain = id.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '')
  return plain ? `fn-${plain}` : null
}

function bare(value: string | undefined): string {
  if (!value || value.length > addressLimit) return ''
  return cleanText(value)
    .replace(/[\t\n\r\f]/g, '')
    .trim()
}

function absolute(href: string): string | null {
  try {
    const url = new URL(href.startsWith('//') ? `https:${href}` : href)
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || !url.hostname) return null
    url.username = ''
    url.password = ''
    return url.href.length > addressLimit ? null : url.href
  } catch {
    return null
  }
}
