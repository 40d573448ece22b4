/**
 * Something the person who runs the program can put right. Its message is one clear sentence that
 * says what to do; the CLI prints it without a stack and ends with 1.
 */
export class Problem extends Error {
  override name = 'Problem'
}

export type AppErrorCode = 'not-found' | 'gone' | 'forbidden' | 'conflict' | 'invalid' | 'too-many'

/** Ends a request with the status that belongs to its code; mapped in http/errors.ts only. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: AppErrorCode
  constructor(code: AppErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
