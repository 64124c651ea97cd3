import { setImmediate as yieldToOthers } from 'node:timers/promises'

/** So many rows at a time: nobody else waits long, and what is done stays done when the process ends. */
export const PIECE = 1000

/** Repeats a piece of work until it finds less than a whole piece. Answers how much was done. */
export async function inPieces(work: () => Promise<number>, size: number = PIECE): Promise<number> {
  let total = 0
  for (;;) {
    const done = await work()
    total += done
    if (done < size) return total
    await yieldToOthers()
  }
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000)
}
