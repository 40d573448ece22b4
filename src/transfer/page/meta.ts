import { tidy } from './blocks.ts'

/** The first of these meta names, properties or itemprops that says something, or null. */
export const meta = (document: Document, ...names: string[]): string | null => {
  const told = toldBy(document)
  for (const name of names) {
    const content = told.get(name.toLowerCase())
    if (content) return content
  }
  return null
}

const read = new WeakMap<Document, Map<string, string>>()

/** All that a page's meta elements say, read once: the first of a name counts. */
const toldBy = (document: Document): Map<string, string> => {
  const known = read.get(document)
  if (known) return known
  const told = new Map<string, string>()
  const elements = Array.from(document.getElementsByTagName('meta')).slice(0, 2000)
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
    for (const element of elements) {
      const name = element.getAttribute(attribute)?.toLowerCase()
      const content = tidy(element.getAttribute('content')?.slice(0, 5000))
      if (name && content && !told.has(name)) told.set(name, content)
    }
  read.set(document, told)
  return told
}

/** An http(s) address made whole, or null. */
export const absolute = (
  address: string | null | undefined,
  base: string | null,
): string | null => {
  try {
    const url = new URL(tidy(address), base ?? undefined)
    return tidy(address) !== '' && /^https?:$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
