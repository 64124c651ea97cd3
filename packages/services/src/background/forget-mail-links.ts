import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { REDACTED_LINK, SECRET_LINK } from '../mail/redact-links.ts'
import { daysBefore, inPieces, PIECE } from './pieces.ts'

/** By then every link in a mail has expired. */
const LINKS_KEPT_DAYS = 15
const MAILS_WITHOUT_REPORT_KEPT_DAYS = 30

/** Takes the secrets out of the log of mails, and mails out of it that belong to no report. */
export async function forgetMailLinks(context: Context, done: { readonly through: number }) {
  const before = daysBefore(context.clock.now(), LINKS_KEPT_DAYS)
  let through = done.through
  const redacted = await inPieces(async () => {
    const { rows } = await sql<{ id: number }>`
      update ${context.db.table('mail')} mail
      set body_text = regexp_replace(body_text, ${SECRET_LINK.source}, ${SQL_REPLACEMENT}, 'g'),
        unsubscribe_url = null,
        body_html = regexp_replace(body_html, ${SECRET_LINK.source}, ${SQL_REPLACEMENT}, 'g')
      where id in (
        select id from ${context.db.table('mail')}
        where id > ${through} and created_at < ${before} order by id limit ${PIECE})
      returning id`.execute(context.db.kysely)
    through = Math.max(through, ...rows.map(({ id }) => id))
    return rows.length
  })
  return { redacted, deleted: await deleteLooseMails(context), through }
}

const SQL_REPLACEMENT = REDACTED_LINK.replace('$1', '\\1')

function deleteLooseMails(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), MAILS_WITHOUT_REPORT_KEPT_DAYS)
  return inPieces(async () => {
    const result = await sql`
      delete from ${context.db.table('mail')} where id in (
        select id from ${context.db.table('mail')} where signal_id is null and created_at < ${before} limit ${PIECE})
    `.execute(context.db.kysely)
    return Number(result.numAffectedRows ?? 0)
  })
}
