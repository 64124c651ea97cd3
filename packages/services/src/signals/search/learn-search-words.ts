import { sql } from 'kysely'
import type { Context } from '../../context.ts'

/** A word of fewer reports could tell something of one of them. */
const FEWEST_REPORTS = 3

/** Reads which words reports have in common, so that mistyped ones can be understood. Answers how many there are. */
export function learnSearchWords(context: Context): Promise<number> {
  return context.db.transaction(async (trx) => {
    const words = trx.table('search_word')
    await sql`lock table ${words} in share row exclusive mode`.execute(trx.kysely)
    await sql`delete from ${words}`.execute(trx.kysely)
    const learned = await sql`
      insert into ${words} (word)
      select word from ts_stat(${`select search from "${trx.schema}".signal`})
      where ndoc >= ${FEWEST_REPORTS} and char_length(word) between 3 and 40 and word ~ '^[[:alpha:]]+$'`.execute(
      trx.kysely,
    )
    return Number(learned.numAffectedRows ?? 0)
  })
}
