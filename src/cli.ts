import { parseArgs } from 'node:util'
import { commands } from './commands.ts'
import type { Command } from './platform/command.ts'
import { readConfig } from './platform/config.ts'
import { Problem } from './platform/problem.ts'
import { openTeller } from './platform/teller.ts'

process.exitCode = await main(process.argv.slice(2))

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const tell = openTeller({ json: args.includes('--json') })
  if (name === 'help' || name === '--help' || name === '-h') return help(tell.line)
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    tell.error(`There is no command "${name}". These there are:`)
    help(tell.error)
    return 1
  }
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const { values, positionals } = readArguments(command, args)
    return await command.run({
      positionals,
      values,
      config: readConfig(),
      tell,
      signal: stopping.signal,
    })
  } catch (error) {
    tell.progress('')
    if (!(error instanceof Problem)) throw error
    tell.error(error.message)
    return 1
  }
}

function readArguments(command: Command, args: string[]) {
  try {
    const options = { ...command.options, json: { type: 'boolean' as const } }
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Problem(`${(error as Error).message}\nUsage: dear-reader ${command.usage}`)
  }
}

function help(write: (text: string) => void): number {
  write('dear-reader <command>\n')
  for (const { usage, about } of commands) write(`  ${usage}\n      ${about}`)
  return 0
}
