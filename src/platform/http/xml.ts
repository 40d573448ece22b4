/** Text for XML 1.0: escaped, and without the characters XML cannot carry at all. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] as string)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

type Attributes = Record<string, string | number | null | undefined>
/** Markup made by `element`, told apart from text that has to be escaped. */
export interface Xml {
  xml: string
}
type Child = Xml | string | number | null | undefined | false

/** One XML element; text children are escaped, empty ones (null, undefined, false) are left out. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const inside = children
    .map((child) => {
      if (child === null || child === undefined || child === false) return ''
      return typeof child === 'object' ? child.xml : escapeXml(String(child))
    })
    .join('')
  return { xml: inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>` }
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}
