import { DISTRICTS, STATUS_LABELS } from '@signalen/domain'
import { sql } from 'kysely'
import { type ColumnText, json, labelOf, moment, plain, trueOrFalse } from './column-text.ts'
import { type ExportFile, view } from './export-file.ts'

/** Parts of reports are rows of the history, which an index has by kind and time. */
const IN_ORDER_OF_TIME = { madeAt: sql`part.created_at`, order: [sql`part.created_at`, sql`part.id`] }

const WHEN = { created_at: moment('part.created_at'), updated_at: moment('part.updated_at') }
const OF_SIGNAL = { _signal_id: plain('part._signal_id') }
const NULL_AS_JSON: ColumnText = sql`'null'`

/** `lat` holds the longitude and `lng` the latitude: whoever reads these files reckons with it. */
export const LOCATIONS: ExportFile = {
  name: 'locations.csv',
  columns: withoutQuotesAround({
    id: plain('part.id'),
    lat: sql`public.ST_X(part.geometrie)::text`,
    lng: sql`public.ST_Y(part.geometrie)::text`,
    stadsdeel: sql`coalesce(${labelOf('part.stadsdeel', DISTRICTS)}, part.area_code)`,
    buurt_code: plain('part.buurt_code'),
    address: json('part.address'),
    address_text: plain('part.address_text'),
    ...WHEN,
    extra_properties: json('part.extra_properties'),
    ...OF_SIGNAL,
    address_street: sql`part.address->>'openbare_ruimte'`,
    address_number: sql`part.address->>'huisnummer'`,
    address_postalcode: sql`part.address->>'postcode'`,
    address_city: sql`part.address->>'woonplaats'`,
    area_code: plain('part.area_code'),
    area_name: plain('part.area_name'),
  }),
  from: (db) => sql`${view(db, 'signals_location')} part`,
  ...IN_ORDER_OF_TIME,
}

function withoutQuotesAround(columns: Readonly<Record<string, ColumnText>>): Record<string, ColumnText> {
  return Object.fromEntries(
    Object.entries(columns).map(([heading, text]) => [heading, sql<string | null>`btrim(${text}, '"')`]),
  )
}

/** Contact details as they are: whoever gets these files answers for them. */
export const REPORTERS: ExportFile = {
  name: 'reporters.csv',
  columns: {
    id: plain('part.id'),
    email: plain('part.email'),
    phone: plain('part.phone'),
    is_anonymized: trueOrFalse(sql`(part.email_anonymized or part.phone_anonymized)`),
    ...WHEN,
    extra_properties: NULL_AS_JSON,
    ...OF_SIGNAL,
  },
  from: (db) => sql`${view(db, 'signals_reporter')} part`,
  madeAt: sql`part.created_at`,
  order: [sql`part.id`],
}

export const CATEGORIES: ExportFile = {
  name: 'categories.csv',
  columns: {
    id: plain('part.id'),
    main: plain('main.name'),
    sub: plain('sub.name'),
    departments: plain('responsible.names'),
    ...WHEN,
    extra_properties: NULL_AS_JSON,
    ...OF_SIGNAL,
    deadline: moment('part.deadline'),
    deadline_factor_3: moment('part.deadline_factor_3'),
  },
  from: (db) => sql`${view(db, 'signals_categoryassignment')} part
    left join ${db.table('category')} sub on sub.id = part.category_id
    left join ${db.table('category')} main on main.id = sub.parent_id
    cross join lateral (
      select string_agg(department.name, ', ' order by department.name) as names
      from ${db.table('category_department')} link
      join ${db.table('department')} department on department.id = link.department_id
      where link.is_responsible and link.category_id = sub.id) responsible`,
  ...IN_ORDER_OF_TIME,
}

export const STATUSES: ExportFile = {
  name: 'statuses.csv',
  columns: {
    id: plain('part.id'),
    text: plain('part.text'),
    user: plain('part.user'),
    target_api: plain('part.target_api'),
    state_display: labelOf('part.state', STATUS_LABELS),
    extern: trueOrFalse(sql`part.extern`),
    ...WHEN,
    extra_properties: json('part.extra_properties'),
    ...OF_SIGNAL,
    state: plain('part.state'),
  },
  from: (db) => sql`${view(db, 'signals_status')} part`,
  ...IN_ORDER_OF_TIME,
}

export const DIRECTING_DEPARTMENTS = departmentsFile('directing')
export const ROUTING_DEPARTMENTS = departmentsFile('routing')

function departmentsFile(relation: 'directing' | 'routing'): ExportFile {
  return {
    name: `${relation}_departments.csv`,
    columns: { id: plain('part.id'), ...WHEN, ...OF_SIGNAL, departments: plain('named.names') },
    from: (db) => sql`${view(db, 'signals_signaldepartments')} part
      cross join lateral (
        select string_agg(department.name, ', ' order by department.name) as names
        from ${view(db, 'signals_signaldepartments_departments')} link
        join ${db.table('department')} department on department.id = link.department_id
        where link.signaldepartments_id = part.id) named`,
    where: sql`part.relation_type = ${sql.lit(relation)}`,
    ...IN_ORDER_OF_TIME,
  }
}

export const NOTES: ExportFile = {
  name: 'notes.csv',
  columns: { id: plain('part.id'), ...WHEN, ...OF_SIGNAL, text: plain('part.text') },
  from: (db) => sql`${view(db, 'signals_note')} part`,
  ...IN_ORDER_OF_TIME,
}

export function feedbackFile(environment: string): ExportFile {
  return {
    name: `kto-feedback-${environment}.csv`,
    columns: {
      _signal_id: plain('part.signal_id'),
      is_satisfied: trueOrFalse(sql`part.is_satisfied`),
      allows_contact: trueOrFalse(sql`part.allows_contact`),
      text: sql`coalesce(part.text_list[1], '')`,
      text_extra: plain('part.text_extra'),
      created_at: moment('part.created_at'),
      submitted_at: moment('part.submitted_at'),
      text_list: plain('part.text_list'),
    },
    from: (db) => sql`${db.table('feedback')} part`,
    where: sql`part.submitted_at is not null`,
    madeAt: sql`part.submitted_at`,
    order: [sql`part.id`],
  }
}

/** By category, the newest promise first. */
export const SERVICE_LEVELS: ExportFile = {
  name: 'sla.csv',
  columns: {
    id: plain('promise.id'),
    main: plain('main.name'),
    sub: plain('sub.name'),
    n_days: plain('promise.n_days'),
    use_calendar_days: sql`case when promise.use_calendar_days then 't' else 'f' end`,
    created_at: moment('promise.created_at'),
  },
  from: (db) => sql`${view(db, 'signals_servicelevelobjective')} promise
    join ${db.table('category')} sub on sub.id = promise.category_id
    left join ${db.table('category')} main on main.id = sub.parent_id`,
  madeAt: sql`promise.created_at`,
  order: [
    sql`sub.name`,
    sql`sub.id`,
    sql`-extract(epoch from promise.created_at)::numeric`,
    sql`-promise.id`,
  ],
}
