import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { MunicipalityHandle } from '@signalen/database'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'

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

export interface Expired {
  readonly table: Parameters<MunicipalityHandle['table']>[0]
  readonly key: string
  readonly where: RawBuilder<unknown>
}

/** Deletes the rows that a condition finds, by their key; answers how many. */
export function deleteInPieces({ db }: Context, { table, key, where }: Expired): Promise<number> {
  const [from, id] = [db.table(table), sql.ref(key)]
  return inPieces(async () => {
    const result =
      await sql`delete from ${from} where ${id} in (select ${id} from ${from} where ${where} limit ${PIECE})`.execute(
        db.kysely,
      )
    return Number(result.numAffectedRows ?? 0)
  })
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000)
}
