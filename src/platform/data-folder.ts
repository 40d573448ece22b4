import { accessSync, constants, mkdirSync } from 'node:fs'
import { Problem } from './problem.ts'

/** Makes the data folder if it is not there. Throws a Problem when it cannot be written. */
export function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): ` +
        'give this account the right to write there, or set DATA_DIR to another folder.',
    )
  }
}
