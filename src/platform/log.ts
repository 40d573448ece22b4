import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

/**
 * One JSON line per request and job on standard output, without personal data: no addresses, no
 * cookies, no search words, no names.
 */
export function openLog(level: string): pino.Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
