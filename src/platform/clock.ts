let source: () => Date = () => new Date()

/** The only clock of the program: what time it is. Rules take the answer as an argument. */
export function now(): Date {
  return source()
}

/** Sets the clock for a test: to an instant, to a function, or back to the real one with null. */
export function setClock(clock: Date | (() => Date) | null): void {
  if (clock === null) source = () => new Date()
  else if (clock instanceof Date) source = () => new Date(clock)
  else source = clock
}
