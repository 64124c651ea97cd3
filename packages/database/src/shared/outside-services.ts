import type { ServiceNotice } from '@signalen/domain'
import type { Database } from '../connection/database.ts'
import { SHARED_SCHEMA } from './shared-schema.ts'

export interface NoticeBoard {
  /** Puts what this process noticed in the place of what it noticed before. */
  write(services: readonly ServiceNotice[]): Promise<void>
  /** What the other processes noticed. */
  readOthers(): Promise<ServiceNotice[]>
}

const TABLE = `${SHARED_SCHEMA}.outside_service`
const FORGOTTEN_AFTER = '1 day'
/** A process that is gone leaves nothing alone any more. */
const RESTING_IS_KNOWN_FOR = '2 minutes'

/** Shared by all processes of an installation; each writes under a name of its own. */
export function createNoticeBoard({ pool }: Database, process: string): NoticeBoard {
  return {
    async write(services) {
      if (services.length === 0) return
      await pool.query(
        `insert into ${TABLE} as kept
           (process, name, is_resting, failures_in_a_row, last_success_at, last_failure_at, last_fault)
         select $1, s."name", s."isResting", s."failuresInARow", s."lastSuccessAt", s."lastFailureAt", s."lastFault"
         from jsonb_to_recordset($2::jsonb) as s("name" text, "isResting" boolean, "failuresInARow" integer,
           "lastSuccessAt" timestamptz, "lastFailureAt" timestamptz, "lastFault" text)
         on conflict (process, name) do update set is_resting = excluded.is_resting,
           failures_in_a_row = excluded.failures_in_a_row, last_success_at = excluded.last_success_at,
           last_failure_at = excluded.last_failure_at, last_fault = excluded.last_fault, noticed_at = now()`,
        [process, JSON.stringify(services)],
      )
      await pool.query(`delete from ${TABLE} where noticed_at < now() - interval '${FORGOTTEN_AFTER}'`)
    },
    async readOthers() {
      const { rows } = await pool.query<ServiceNotice>(
        `select name, is_resting and noticed_at > now() - interval '${RESTING_IS_KNOWN_FOR}' as "isResting",
           failures_in_a_row as "failuresInARow", last_success_at as "lastSuccessAt",
           last_failure_at as "lastFailureAt", last_fault as "lastFault"
         from ${TABLE} where process <> $1 and noticed_at >= now() - interval '${FORGOTTEN_AFTER}'`,
        [process],
      )
      return rows
    },
  }
}
