import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's own folder, wherever the command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A path inside the clone. */
export const at = (...parts) => path.join(root, ...parts)

/** A packaged copy has no sources: what it needs came along, and nothing is installed or built. */
export const isPackaged = !fs.existsSync(at('src'))

/** The text of a file, or null where there is none. */
export function textOf(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  }
}

/** Says something to the person at the terminal; standard output stays the command's own. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** An end with one clear sentence instead of a stack. */
export class Refusal extends Error {}
