import path from 'node:path'
import type { Command, CommandInput } from '#platform/command.ts'
import { openPlatform } from '#platform/platform.ts'
import { Problem } from '#platform/problem.ts'
import { backUp } from './back-up.ts'
import type { BackupEnd } from './manifest.ts'
import { restore } from './restore.ts'

/** `dear-reader backup <file>`: also while the newspaper runs. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup <file>',
  about: 'Write the whole paper (database and files) into one .tar.gz, also while it runs.',
  options: {},
  run: (input) => withFile(input, 'backup', backUp),
}

/** `dear-reader restore <file>`: into an empty paper. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore <file>',
  about: 'Bring a backup into an empty paper.',
  options: {},
  run: (input) => withFile(input, 'restore', restore),
}

async function withFile(
  { positionals, config, tell }: CommandInput,
  name: string,
  work: typeof backUp,
): Promise<number> {
  const [given, ...more] = positionals
  if (!given || more.length) throw new Problem(`Name one file: dear-reader ${name} <file>`)
  const file = path.resolve(given)
  const platform = await openPlatform(config, { serve: false })
  try {
    const end: BackupEnd = await work(platform, file, tell.progress)
    tell.progress('')
    tell.line(
      `${name === 'backup' ? 'Written to' : 'Restored from'} ${file}: ${end.rows.article ?? 0} articles, ${end.files} files.`,
    )
    tell.result({ file, ...end })
    return 0
  } finally {
    await platform.close()
  }
}
