import { standalone } from './xml-text.ts'

/** Ids beyond this are kept as words. */
const highestId = 1 << 23

/**
 * Gives each item its key. Two items of one id and one name are the same item, told twice; with another
 * name they are two (some exporters number badly), and the second gets its name added. Takes the key
 * and the name, returns the key to use. Four bytes for each id, as an archive may hold a million.
 */
export function keyRing(): (key: string, name: string) => string {
  let marks = new Uint32Array(1 << 14)
  const others = new Map<string, number>()
  return (key, name) => {
    const mark = markOf(name)
    const id = /^[1-9]\d{0,7}$/.test(key) ? Number(key) : highestId
    if (id >= highestId) {
      const found = others.get(key)
      if (found === undefined) others.set(standalone(key), mark)
      return found === undefined || found === mark ? key : `${key}~${name}`
    }
    if (id >= marks.length) {
      const larger = new Uint32Array(Math.max(id + 1, marks.length * 2))
      larger.set(marks)
      marks = larger
    }
    const found = marks[id]
    if (found === 0) marks[id] = mark
    return found === 0 || found === mark ? key : `${key}~${name}`
  }
}

/** FNV-1a of a name; never 0, which stands for none. */
function markOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  }
  return (hash | 1) >>> 0
}
