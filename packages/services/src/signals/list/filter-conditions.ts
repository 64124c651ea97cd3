import type { MunicipalityHandle } from '@signalen/database'
import { type KindFilter, type OneOf, ringOf, type SignalFilter } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { CategoryReference, Reference } from '../reference.ts'
import { anyText, containing, either, isEmpty } from './sql-parts.ts'
import { wherePunctual } from './where-punctual.ts'

export interface FilterScope {
  readonly db: MunicipalityHandle
  readonly reference: Reference
  readonly timeZone: string
  readonly now: Date
  /** Whether the one who asks may know whose report it is. */
  readonly seesContactDetails: boolean
}

type Condition = RawBuilder<boolean>
type Conditions = {
  [Name in keyof SignalFilter]-?: (value: NonNullable<SignalFilter[Name]>, scope: FilterScope) => Condition
}

/** Each filter as a condition on `signal as s`. */
const CONDITIONS: Omit<Conditions, 'assignedUserEmail' | 'cause'> = {
  id: (id) => sql`s.id = ${id}`,
  addressText: (text) => sql`s.address_text ilike ${containing(text)}`,
  areaCode: (wanted) => whereOneOf('s.area_code', wanted),
  areaTypeCode: (wanted) => whereOneOf('s.area_type_code', wanted),
  neighbourhoodCode: (wanted) => whereOneOf('s.buurt_code', wanted),
  district: (wanted) => whereOneOf('s.stadsdeel', wanted),
  within: (polygon) => whereWithin(polygon),
  categoryIds: (ids, { reference }) =>
    whereCategory(findSubIds(reference, ({ id, main }) => ids.includes(id) || ids.includes(main.id))),
  categorySlugs: ({ main, sub }, { reference }) =>
    whereCategory(
      findSubIds(reference, (category) => sub.includes(category.slug) || main.includes(category.main.slug)),
    ),
  contactDetails: (details) => either(details.map((detail) => CONTACT[detail])),
  createdUntil: (moment) => sql`s.created_at <= ${moment}::timestamptz`,
  createdFrom: (moment) => sql`s.created_at >= ${moment}::timestamptz`,
  updatedUntil: (moment) => sql`s.updated_at <= ${moment}::timestamptz`,
  updatedFrom: (moment) => sql`s.updated_at >= ${moment}::timestamptz`,
  incidentDate: (date, scope) => sql`${incidentDay(scope)} = ${date}::date`,
  incidentFrom: (date, scope) => sql`${incidentDay(scope)} >= ${date}::date`,
  incidentUntil: (date, scope) => sql`${incidentDay(scope)} <= ${date}::date`,
  directingDepartment: (wanted, { reference }) =>
    sql`(s.child_count > 0 and ${whereDepartment('s.directing_department_ids', wanted, reference)})`,
  routingDepartment: (wanted, { reference }) =>
    whereDepartment('s.routing_department_ids', wanted, reference),
  feedback: (state) => sql`s.feedback_state = ${state}`,
  changedChildren: (wanted, { db }) => whereChildrenChanged(wanted, db),
  kinds: (kinds) => either(kinds.map((kind) => KINDS[kind])),
  noteKeyword: (word, { db }) => sql`s.id in (
    select note.signal_id from ${db.table('signal_history')} note
    where note.kind = 'note' and note.text ilike ${containing(word)})`,
  priorities: (values) => anyText('s.priority', values),
  sources: (values) => anyText('s.source', values),
  statuses: (values) => anyText('s.status_state', values),
  types: (values) => anyText('s.type_code', values),
  // Else anyone could find out by trying who sent a report.
  reporterEmail: (email, { seesContactDetails }) =>
    seesContactDetails ? sql`lower(s.reporter_email) = lower(${email})` : sql`false`,
  punctuality: (wanted, { now }) => wherePunctual(wanted, now),
}

export function listFilterConditions(filter: SignalFilter, scope: FilterScope): Condition[] {
  const { assignedUserEmail, cause, ...others } = filter
  const conditions = Object.entries(others).map(([name, value]) => {
    const condition = CONDITIONS[name as keyof typeof CONDITIONS] as (
      value: unknown,
      scope: FilterScope,
    ) => Condition
    return condition(value, scope)
  })
  return [
    ...conditions,
    ...(assignedUserEmail === undefined ? [] : [whereAssigned(assignedUserEmail)]),
    ...(cause === undefined ? [] : [whereCause(cause)]),
  ]
}

const CONTACT = {
  none: sql<boolean>`(s.reporter_email is null and s.reporter_phone is null)`,
  email: sql<boolean>`s.reporter_email is not null`,
  phone: sql<boolean>`s.reporter_phone is not null`,
}

const KINDS: Readonly<Record<KindFilter, Condition>> = {
  signal: sql<boolean>`(s.parent_id is null and s.child_count = 0)`,
  parent_signal: sql<boolean>`s.child_count > 0`,
  child_signal: sql<boolean>`s.parent_id is not null`,
  exclude_parent_signal: sql<boolean>`s.child_count = 0`,
}

function whereOneOf(column: string, { values, orNone }: OneOf): Condition {
  const none = orNone ? [sql<boolean>`${sql.ref(column)} is null`] : []
  return either([anyText(column, values), ...none])
}

function whereDepartment(column: string, { values, orNone }: OneOf, { departments }: Reference): Condition {
  const ids = departments.filter(({ code }) => values.includes(code)).map(({ id }) => id)
  const shared = sql<boolean>`${sql.ref(column)} && ${ids}::integer[]`
  return either([shared, ...(orNone ? [isEmpty(column)] : [])])
}

/** By the index first, and then exactly. A line that crosses itself is an area too. */
function whereWithin(polygon: string): Condition {
  const shape = JSON.stringify({ type: 'Polygon', coordinates: [ringOf(polygon)] })
  const area = sql`public.ST_MakeValid(public.ST_SetSRID(public.ST_GeomFromGeoJSON(${shape}), 4326))`
  return sql`(s.geometry OPERATOR(public.&&) ${area} and public.ST_Intersects(s.geometry, ${area}))`
}

function whereCategory(ids: readonly number[]): Condition {
  return sql<boolean>`s.category_id = any(${[...ids]}::integer[])`
}

function findSubIds(reference: Reference, isWanted: (category: CategoryReference) => boolean): number[] {
  return [...reference.categories.values()].filter(isWanted).map(({ id }) => id)
}

function incidentDay({ timeZone }: FilterScope) {
  return sql`(s.incident_date_start at time zone ${timeZone})::date`
}

function whereChildrenChanged(wanted: 'yes' | 'no' | 'either', db: MunicipalityHandle): Condition {
  const changed = sql<boolean>`exists (
    select from ${db.table('signal')} child where child.parent_id = s.id and child.updated_at > s.updated_at)`
  switch (wanted) {
    case 'yes':
      return sql`(s.child_count > 0 and ${changed})`
    case 'no':
      return sql`(s.child_count > 0 and not ${changed})`
    case 'either':
      return sql`s.child_count > 0`
  }
}

function whereCause(cause: string | null): Condition {
  return cause === null ? sql`s.cause is null` : sql`s.cause = ${cause}`
}

function whereAssigned(email: string | null): Condition {
  return email === null
    ? sql`s.assigned_user_id is null`
    : sql`lower(s.assigned_user_email) = lower(${email})`
}
