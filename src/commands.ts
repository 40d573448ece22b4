import { doctorCommand } from './doctor.ts'
import type { Command } from './platform/command.ts'
import { startCommand } from './start.ts'
import { backupCommand, restoreCommand } from './transfer/backup/commands.ts'
import { extractCommand, importCommand } from './transfer/commands.ts'
import { sampleCommand } from './transfer/sample/command.ts'

/** Every command of `dear-reader`, in the order of its help. */
export const commands: Command[] = [
  startCommand,
  importCommand,
  extractCommand,
  sampleCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
]
