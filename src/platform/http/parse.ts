import type { z } from 'zod'
import { AppError } from '#platform/problem.ts'

/** Reads input with its schema. Throws AppError invalid that names each field and what to write. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const wrong = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`,
  )
  throw new AppError('invalid', wrong.join('; '))
}
