import { type Element, resolve } from './tree.ts'
import { wordsOf } from './text.ts'

export interface FeedPerson {
  name: string
  email?: string
  url?: string
}

const EMAIL = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/

/** A person as Atom (name, email, uri) or RSS ("me@example.com (My Name)") writes one. */
export function readPerson(element: Element): FeedPerson | null {
  const part = (...names: string[]) => {
    const found = element.children.find(
      (child) => typeof child !== 'string' && names.includes(child.name),
    )
    return wordsOf(found as Element | undefined).trim()
  }
  const name = part('name')
  const email = part('email')
  const address = part('uri', 'url', 'homepage')
  const person =
    name === '' && email === ''
      ? readNamed(wordsOf(element))
      : { ...readNamed(name), ...(email && { email }) }
  const url = address === '' ? undefined : resolve(address, element.base)
  const shown = person.name || (person.email ?? '').split('@')[0] || ''
  return shown === '' ? null : { ...person, name: shown, ...(url && { url }) }
}

/** "Name (e-mail)", "e-mail (Name)", "Name <e-mail>", "Name, e-mail" or either alone. */
export function readNamed(text: string): FeedPerson {
  const email = EMAIL.exec(text)?.[0]
  const name = (email === undefined ? text : text.replace(email, ''))
    .replace(/mailto:|[<>]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/^\s*\(([^()]*)\)\s*$/, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
  return { name, ...(email && { email }) }
}
