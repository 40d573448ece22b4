import type { Arrival, ArrivingAuthor } from '../arrival.ts'
import { headlineText } from './markup.ts'
import type { GuestAuthor } from './survey.ts'
import type { WxrItem } from './wxr-records.ts'
import { decodedSlug } from './site.ts'
import { standalone } from './xml-text.ts'

/** Who writes in an archive: keeps one key for each person, however an item calls them. */
export interface People {
  meet(fields: Map<string, string>): Arrival[]
  /** The authors of an item in the order of its byline, and those met here for the first time. */
  bylines(item: WxrItem): { keys: string[]; arrivals: Arrival[] }
}

export function people(guests: Map<string, GuestAuthor>): People {
  const keys = new Map<string, string>()

  const add = (author: ArrivingAuthor, ...names: string[]): Arrival[] => {
    const key = author.key
    for (const name of [key, author.name, ...names]) {
      for (const form of [name.toLowerCase(), nicename(name)]) {
        if (form && !keys.has(form)) keys.set(standalone(form), key)
      }
    }
    return [{ kind: 'author', ...author }]
  }

  const find = (...names: string[]) => {
    for (const name of names) {
      const key = keys.get(name.toLowerCase()) ?? keys.get(nicename(name))
      if (key) return key
    }
    return null
  }

  const coauthor = (slug: string, name: string): { key: string; arrivals: Arrival[] } => {
    const bare = decodedSlug(slug).replace(/^cap-/, '')
    const known = find(name, bare)
    if (known) return { key: known, arrivals: [] }
    const guest = guests.get(bare.toLowerCase()) ?? guests.get(name.toLowerCase())
    const key = standalone(bare || name)
    const shown = standalone(name && name !== bare ? headlineText(name) : nameOf(bare))
    return { key, arrivals: add({ key, name: shown, ...guest }, name) }
  }

  return {
    meet(fields) {
      const login = standalone(fields.get('wp:author_login')?.trim() ?? '')
      const email = standalone(fields.get('wp:author_email')?.trim() ?? '')
      const parts = [fields.get('wp:author_first_name'), fields.get('wp:author_last_name')]
      const full = parts
        .map((part) => part?.trim())
        .filter(Boolean)
        .join(' ')
      const name =
        headlineText(fields.get('wp:author_display_name') ?? '') || full || login || email
      const key = login || email || name
      if (!key || keys.get(key.toLowerCase()) === key) return []
      return add({ key, name: standalone(name), ...(email && { email }) })
    },
    bylines(item) {
      const terms = item.categories.filter(({ domain }) => domain === 'author')
      const found: string[] = []
      const arrivals: Arrival[] = []
      for (const { nicename: slug, name } of terms) {
        const { key, arrivals: fresh } = coauthor(slug, name)
        if (!found.includes(key)) found.push(key)
        arrivals.push(...fresh)
      }
      const creator = item.fields.get('dc:creator')?.trim()
      if (found.length > 0 || !creator) return { keys: found, arrivals }
      const known = find(creator)
      if (known) return { keys: [known], arrivals }
      const key = standalone(creator)
      return { keys: [key], arrivals: add({ key, name: standalone(nameOf(creator)) }) }
    },
  }
}

/** What WordPress makes of a login for addresses: "Ruth B." is "ruth-b". */
function nicename(login: string): string {
  return login
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
}

/** The best name a login gives: "ruth-ben-ami" is "Ruth Ben Ami", an address is what stands before @. */
function nameOf(login: string): string {
  const bare = login.replace(/@.*$/, '')
  if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)+$/.test(bare)) return bare
  return bare.replace(/[-_.]+/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
