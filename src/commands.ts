import { doctorCommand } from './doctor.ts'
import { backupCommand, restoreCommand } from './transfer/backup/commands.ts'
import type { Command } from './platform/command.ts'
import { startCommand } from './start.ts'

/** Every command of `dear-reader`, in the order of its help. */
export const commands: Command[] = [startCommand, backupCommand, restoreCommand, doctorCommand]
