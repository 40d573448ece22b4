import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Problem } from './problem.ts'

const address = (protocols: string[], example: string) =>
  z
    .string()
    .refine((text) => protocols.includes(URL.canParse(text) ? new URL(text).protocol : ''), {
      error: `write an address such as ${example}`,
    })

const schema = z
  .object({
    PORT: z.coerce.number('write a number').int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: address(['http:', 'https:'], 'https://paper.example')
      .transform((text) => new URL(text).origin)
      .optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: address(
      ['postgres:', 'postgresql:'],
      'postgres://name:password@host/database',
    ).optional(),
    STORAGE_URL: address(['file:'], 'file:///var/lib/dear-reader/files').optional(),
    TRUST_PROXY: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    KEPT_PAGES_MB: z.coerce.number('write a number').min(1).max(65_536).default(64),
    SECRET: z.string().min(32, 'use 32 characters or more').optional(),
    SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://name:password@mail.example').optional(),
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  })
  .transform((settings) => ({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? null,
    dataDir: path.resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    storageUrl: settings.STORAGE_URL ?? null,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    keptPagesBytes: settings.KEPT_PAGES_MB * 1024 * 1024,
  }))

export type Config = z.infer<typeof schema>

const names = new Set([
  ...['PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'STORAGE_URL', 'SMTP_URL'],
  ...[
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'TRUST_PROXY',
    'SECRET',
    'LOG_LEVEL',
    'KEPT_PAGES_MB',
  ],
])

/**
 * The settings: the environment, then `dear-reader.config.json` in `folder`, then defaults.
 * Throws one Problem that lists everything that is wrong, with what to write instead.
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
  folder: string = process.cwd(),
): Config {
  const file = path.join(folder, 'dear-reader.config.json')
  const fromFile = existsSync(file) ? parseFile(file) : {}
  const unknown = Object.keys(fromFile).filter((name) => !names.has(name))
  const given: Record<string, unknown> = { ...fromFile }
  for (const name of names) if (environment[name]) given[name] = environment[name]
  const result = schema.safeParse(given)
  const wrong = unknown.map((name) => `${name} is not a setting (in dear-reader.config.json)`)
  if (!result.success)
    for (const issue of result.error.issues) wrong.push(`${issue.path.join('.')}: ${issue.message}`)
  if (wrong.length || !result.success)
    throw new Problem(`These settings cannot be used:\n  ${wrong.join('\n  ')}`)
  return result.data
}

function parseFile(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Problem(`${file} is not a JSON object of settings: ${(error as Error).message}`)
  }
}
