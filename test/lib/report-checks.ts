import { setTimeout as delay } from 'node:timers/promises'
import { openDatabase } from '@signalen/database'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { MailServer } from './mail-server.ts'
import type { AcknowledgedReport, SentReport } from './report-writers.ts'

type Address = { readonly databaseUrl: string } | { readonly dataDir: string }
type Opened = Awaited<ReturnType<typeof openDatabase>>

/** On a database that no server has open: each acknowledged report is there once and whole, and no other is. */
export async function expectExactly(address: Address, acknowledged: readonly SentReport[]): Promise<void> {
  const database = await openDatabase(address)
  try {
    expect(await findHalfReports(database)).toEqual([])
    expect(compare(await listTexts(database), acknowledged.map(textOf))).toEqual({
      lost: [],
      doubled: [],
      unknown: [],
    })
  } finally {
    await database.close()
  }
}

function compare(kept: readonly string[], acknowledged: readonly string[]) {
  const [there, told] = [new Set(kept), new Set(acknowledged)]
  const seen = new Set<string>()
  const isAgain = (text: string) => seen.has(text) || !seen.add(text)
  return {
    lost: acknowledged.filter((text) => !there.has(text)),
    doubled: kept.filter(isAgain),
    unknown: kept.filter((text) => !told.has(text)),
  }
}

function textOf({ key }: SentReport): string {
  return `De lamp is stuk ${key}`
}

async function listTexts(database: Opened): Promise<string[]> {
  const rows = await database.municipality('default').kysely.selectFrom('signal').select('text').execute()
  return rows.map(({ text }) => text)
}

/** Reports without one of their parts, whose state is not that of their history, or without their mail. */
async function findHalfReports(database: Opened): Promise<unknown[]> {
  const db = database.municipality('default')
  const { rows } = await sql`
    select signal.id from ${db.table('signal')} as signal
    where not exists (select 1 from ${db.table('signal_history')} h
        where h.id = signal.status_id and h.kind = 'status' and h.data->>'state' = signal.status_state)
      or not exists (select 1 from ${db.table('signal_history')} h where h.id = signal.location_id and h.kind = 'location')
      or not exists (select 1 from ${db.table('signal_history')} h where h.signal_id = signal.id and h.kind = 'category'
        and (h.data->>'categoryId')::integer = signal.category_id)
      or not exists (select 1 from ${db.table('reporter')} r
        where r.id = signal.reporter_id and r.email is not distinct from signal.reporter_email)
      or signal.id not in (select jsonb_array_elements_text(a.body::text::jsonb)::integer
        from ${db.table('idempotent_answer')} a where a.status = 201)
      or (reporter_email is not null and not exists (
        select 1 from ${db.table('mail')} m where m.signal_id = signal.id and m.state = 'sent'))`.execute(
    db.kysely,
  )
  return rows
}

export interface MailCount {
  readonly due: number
  /** Went out more than once, as the same mail: a process ended between the server's yes and our note of it. */
  readonly twice: number
}

/** A mail that went out twice must be recognisable as one: the same Message-ID. */
export async function expectMailed(
  mailServer: MailServer,
  acknowledged: readonly AcknowledgedReport[],
  milliseconds = 90_000,
): Promise<MailCount> {
  const due = acknowledged.flatMap(({ email }) => (email === null ? [] : [email]))
  const listMissing = () => {
    const reached = new Set(mailServer.mails.map(({ to }) => to))
    return due.filter((email) => !reached.has(email))
  }
  const until = Date.now() + milliseconds
  while (listMissing().length > 0 && Date.now() < until) await delay(200)
  expect(listMissing()).toEqual([])
  const idsOf = Map.groupBy(mailServer.mails, ({ to }) => to)
  const several = [...idsOf].filter(([, mails]) => new Set(mails.map(({ messageId }) => messageId)).size > 1)
  expect(several.map(([to]) => to)).toEqual([])
  return { due: due.length, twice: [...idsOf.values()].filter(({ length }) => length > 1).length }
}
