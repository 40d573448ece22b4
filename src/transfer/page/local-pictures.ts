import { readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * The host in whose name pictures that lie beside a saved page are told: `https://saved-page.invalid/`
 * and their path below the folder that is read. Such an address can never be fetched; whoever takes
 * the article in looks for the file below that folder.
 */
export const SAVED_PICTURES = 'https://saved-page.invalid/'

/**
 * Returns what turns an address in a page into that of a file saved beside it, or null where no such
 * file is there. Files outside the folder that is read are never named.
 */
export const localPictures = async (
  page: string,
  root: string,
): Promise<(address: string) => string | null> => {
  const folder = path.dirname(page)
  const stem = path.basename(page).replace(/\.\w+$/, '')
  const companions = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name.startsWith(stem),
  )
  const files = new Set<string>()
  for (const { name } of companions)
    for (const entry of await readdir(path.join(folder, name), {
      withFileTypes: true,
      recursive: true,
    }))
      if (entry.isFile()) files.add(path.join(entry.parentPath, entry.name))
  return (address) => {
    if (files.size === 0 || /^[a-z][\w+.-]*:|^\/\/|^#/i.test(address)) return null
    const file = path.resolve(folder, decoded(address.split(/[?#]/)[0] ?? ''))
    if (!files.has(file) || !/\.(jpe?g|png|gif|webp|avif|bmp|tiff?|jfif)$/i.test(file)) return null
    const below = path.relative(root, file).split(path.sep)
    return SAVED_PICTURES + below.map(encodeURIComponent).join('/')
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
