import { AppError, type AppErrorCode } from '#platform/problem.ts'

const statuses: Record<AppErrorCode, number> = {
  'not-found': 404,
  gone: 410,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'too-many': 429,
}

/** The status and the words an error ends a request with. What is not ours to explain is a plain 500. */
export function refusal(error: unknown): { status: number; message: string } {
  if (error instanceof AppError) return { status: statuses[error.code], message: error.message }
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH')
    return { status: 404, message: '' }
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return { status: statusCode, message: (error as Error).message }
  return { status: 500, message: '' }
}
