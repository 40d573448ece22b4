import type { ParseArgsConfig } from 'node:util'
import type { Config } from './config.ts'

/** A command of `dear-reader`. Rooms define theirs; cli.ts finds and runs them. */
export interface Command {
  name: string
  /** How it is written after `dear-reader`: "import <file|folder> [--from wordpress|page|feed]". */
  usage: string
  about: string
  options: NonNullable<ParseArgsConfig['options']>
  /** Returns the exit code: 0 only when all went well. Throws a Problem for what a person can put right. */
  run(input: CommandInput): Promise<number>
}

export interface CommandInput {
  positionals: string[]
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  config: Config
  tell: Teller
  /** Aborted when the person presses Ctrl-C. */
  signal: AbortSignal
}

/** How a command speaks: lines on standard output, or one JSON document with --json; progress on a terminal. */
export interface Teller {
  json: boolean
  line(text: string): void
  /** The command's result for --json; otherwise nothing is written. */
  result(value: unknown): void
  /** Replaces the progress line; on no terminal, and with --json, nothing. An empty text ends it. */
  progress(text: string): void
  error(text: string): void
}
