import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'
import { draftReports } from './draft-reports.ts'

export interface SeedOptions {
  readonly count: number
  /** Reports lie in the three years before this. */
  readonly now: Date
  progress?(done: number): void
}

const CHUNK = 10_000

/** Numbers of history that each report may use; the gaps that stay between them do no harm. */
const HISTORY_STRIDE = 11

const TABLES = ['signal', 'reporter', 'signal_history', 'attachment', 'feedback'] as const

/**
 * Believable reports in bulk, made by the database itself: three years, more of them lately, a few categories,
 * places and reporters holding most, the older ones handled. The same count gives the same reports. Written as
 * the services write them, except that mails that were sent long ago are told by their note only.
 */
export async function seedReports(db: MunicipalityHandle, options: SeedOptions): Promise<void> {
  await sql`select setseed(0.42)`.execute(db.kysely)
  for (let done = 0; done < options.count; done += CHUNK) {
    const size = Math.min(CHUNK, options.count - done)
    await db.transaction((trx) => seedChunk(trx, { size, offset: done, options }))
    options.progress?.(done + size)
  }
  // Nothing counted them before.
  await sql`truncate ${db.table('signal_before')}`.execute(db.kysely)
  for (const table of TABLES) await sql`vacuum analyze ${db.table(table)}`.execute(db.kysely)
}

export interface Chunk {
  readonly size: number
  readonly offset: number
  readonly options: SeedOptions
}

/** Numbers are given out here, so that each row is written once and no dead ones stay behind. */
async function seedChunk(db: MunicipalityHandle, chunk: Chunk): Promise<void> {
  await draftReports(db, chunk, HISTORY_STRIDE)
  await insertSignals(db)
  await insertReporters(db)
  await insertHistory(db)
  await insertAttachments(db)
  await insertFeedback(db)
  for (const table of ['signal', 'reporter', 'signal_history'] as const) await moveSequence(db, table)
  await sql`drop table draft`.execute(db.kysely)
}

async function insertSignals(db: MunicipalityHandle): Promise<void> {
  await sql`
    insert into ${db.table('signal')} (
      id, uuid, version, created_at, updated_at, source, text, incident_date_start,
      status_id, status_state, status_text, status_user, status_send_email, status_created_at,
      location_id, geometry, area_type_code, area_code, area_name, address, address_text, postcode,
      category_id, category_assigned_at, handling_message, deadline, deadline_factor_3,
      reporter_id, reporter_email, reporter_phone, priority, type_created_at,
      assigned_user_id, assigned_user_email, feedback_state, attachment_count)
    select id, gen_random_uuid(), case when state = 'm' then 1 else 2 end, made_at, changed_at, source, text, made_at,
      case when state = 'm' then history_id + 1 else history_id + 8 end, state, status_text, handler,
      status_text is not null, changed_at,
      history_id, place, area_type_code, area_code, area_name, address, address_text, postcode,
      category_id, made_at, handling_message, deadline, deadline_factor_3,
      reporter_id, email, phone, priority, made_at,
      assigned_id, assigned_email, feedback_state, has_photo::integer
    from draft order by id`.execute(db.kysely)
}

async function insertReporters(db: MunicipalityHandle): Promise<void> {
  await sql`
    insert into ${db.table('reporter')} (id, signal_id, email, phone, state, created_at, updated_at)
    select reporter_id, id, email, phone, 'approved', made_at, made_at from draft order by id`.execute(
    db.kysely,
  )
}

async function insertHistory(db: MunicipalityHandle): Promise<void> {
  await sql`
    insert into ${db.table('signal_history')} (id, signal_id, kind, created_at, created_by, text, data)
    select history_id + step.place, draft.id, step.kind, step.at, step.by, step.text, step.data
    from draft cross join lateral (values
      (0, 'location', made_at, null, null, jsonb_build_object('district', null, 'address', address,
        'position', jsonb_build_array(public.ST_X(draft.place), public.ST_Y(draft.place)), 'neighbourhoodCode', null,
        'areaTypeCode', area_type_code, 'areaCode', area_code, 'areaName', area_name, 'extraProperties', null)),
      (1, 'status', made_at, null, null, '{"state": "m", "sendEmail": false}'),
      (2, 'sla', made_at, null, null, jsonb_build_object('handlingMessage', handling_message)),
      (3, 'category', made_at, null, null, jsonb_build_object('name', category_name, 'categoryId', category_id,
        'reason', null, 'handlingMessage', handling_message, 'deadline', deadline, 'deadlineFactor3', deadline_factor_3)),
      (4, 'priority', made_at, null, null, jsonb_build_object('priority', priority)),
      (5, 'type', made_at, null, null, '{"code": "SIG"}'),
      (6, 'note', made_at, null, mail_note, '{}'),
      (7, 'user', changed_at, handler, null, jsonb_build_object('email', assigned_email)),
      (8, 'status', changed_at, handler, status_text, jsonb_build_object('state', state, 'sendEmail', status_text is not null)),
      (9, 'note', changed_at, handler, staff_note, '{}'),
      (10, 'feedback', changed_at + interval '1 day', null, null, jsonb_build_object('isSatisfied',
        feedback_state = 'satisfied', 'allowsContact', false, 'textList', null, 'textExtra', null))
    ) step (place, kind, at, by, text, data)
    where case step.place when 6 then mail_note is not null when 7 then assigned_email is not null
      when 8 then state <> 'm' when 9 then staff_note is not null when 10 then feedback_state <> 'not_received' else true end
    order by 1`.execute(db.kysely)
}

async function insertAttachments(db: MunicipalityHandle): Promise<void> {
  await sql`
    insert into ${db.table('attachment')} (signal_id, file_key, file_name, mimetype, size, is_image, created_at, updated_at)
    select id, 'bench/' || id || '.jpg', 'foto.jpg', 'image/jpeg', 250000, true, made_at, made_at
    from draft where has_photo order by id`.execute(db.kysely)
}

async function insertFeedback(db: MunicipalityHandle): Promise<void> {
  await sql`
    insert into ${db.table('feedback')} (token_hash, signal_id, created_at, submitted_at, is_satisfied, allows_contact)
    select sha256(convert_to('bench ' || id, 'UTF8')), id, changed_at,
      case when feedback_state <> 'not_received' then changed_at + interval '1 day' end,
      case when feedback_state <> 'not_received' then feedback_state = 'satisfied' end, false
    from draft where feedback_state is not null order by id`.execute(db.kysely)
}

async function moveSequence(db: MunicipalityHandle, table: 'signal' | 'reporter' | 'signal_history') {
  await sql`
    select setval(${`${db.schema}.${table}_id_seq`}, (select max(id) from ${db.table(table)}))`.execute(
    db.kysely,
  )
}
