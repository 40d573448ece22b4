declare const safe: unique symbol

/** HTML that may be sent to a reader as it stands. Made only here and by the newsroom's sanitiser. */
export type SafeHtml = string & { readonly [safe]: true }

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Takes plain text, returns HTML that shows exactly that text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): SafeHtml {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string) as SafeHtml
}

/**
 * Marks HTML as safe. Only for what a sanitiser returned, what was stored after one, and markup
 * written in this repository: a call anywhere else is a hole.
 */
export function trustedHtml(html: string): SafeHtml {
  return html as SafeHtml
}
