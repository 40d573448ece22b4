import { availableParallelism } from 'node:os'
import sharp from 'sharp'

// One thread for each picture and few pictures at once: a burst waits instead of filling the memory.
sharp.concurrency(1)
sharp.cache(false)
const most = Math.max(1, Math.min(4, availableParallelism()))

let busy = 0
const waiting: (() => void)[] = []

/** Does the work when it is its turn; at most four pictures are worked on at once. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }
}

/** How many wait for their turn: a route may refuse when it is too many. */
export function picturesWaiting(): number {
  return waiting.length
}
