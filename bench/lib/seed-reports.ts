import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'

export interface SeedOptions {
  readonly count: number
  /** Reports lie in the three years before this. */
  readonly now: Date
  progress?(done: number): void
}

const CHUNK = 10_000

/**
 * Believable reports in bulk, by the database itself: three years, more of them lately, a few categories and
 * areas holding most, most of them handled. The same seed gives the same reports.
 */
export async function seedReports(db: MunicipalityHandle, options: SeedOptions): Promise<void> {
  await sql`select setseed(0.42)`.execute(db.kysely)
  for (let done = 0; done < options.count; done += CHUNK) {
    const size = Math.min(CHUNK, options.count - done)
    await db.transaction((trx) => seedChunk(trx, { size, offset: done, options }))
    options.progress?.(done + size)
  }
  await sql`analyze ${db.table('signal')}`.execute(db.kysely)
  await sql`analyze ${db.table('signal_history')}`.execute(db.kysely)
}

interface Chunk {
  readonly size: number
  readonly offset: number
  readonly options: SeedOptions
}

async function seedChunk(db: MunicipalityHandle, chunk: Chunk): Promise<void> {
  const { rows } = await insertSignals(db, chunk)
  const first = rows[0]?.first
  const last = rows[0]?.last
  if (first === undefined || last === undefined) throw new Error('no reports were made')
  await insertReporters(db, first, last)
  await insertHistory(db, first, last)
  await linkHistory(db, first, last)
}

function insertSignals(db: MunicipalityHandle, { size, offset, options }: Chunk) {
  return sql<{ first: number; last: number }>`
    with category as (
      select id, handling_message, (row_number() over (order by id) - 1)::int as place, (count(*) over ())::int as total
      from ${db.table('category')} where parent_id is not null
    ), draft as (
      select n, power(random(), 3) as category_draw, power(random(), 2) as age_draw, random() as state_draw,
        random() as x_draw, random() as y_draw, random() as contact_draw, random() as priority_draw
      from generate_series(${offset}::int + 1, ${offset}::int + ${size}::int) n
    ), placed as (
      select draft.*, category.id as category_id, category.handling_message,
        ${options.now}::timestamptz - make_interval(secs => age_draw * 3 * 365 * 86400) as made_at,
        public.ST_SetSRID(public.ST_MakePoint(
          box.west + (box.east - box.west) * (0.5 + (x_draw - 0.5) * abs(x_draw - 0.5) * 2),
          box.south + (box.north - box.south) * (0.5 + (y_draw - 0.5) * abs(y_draw - 0.5) * 2)), 4326) as place_point
      from draft
      join category on category.place = least(floor(category_draw * category.total)::int, category.total - 1)
      cross join (select public.ST_XMin(e) as west, public.ST_XMax(e) as east, public.ST_YMin(e) as south, public.ST_YMax(e) as north
        from (select public.ST_Extent(geometry) as e from ${db.table('area')}) extent) box
    ), made as (
      insert into ${db.table('signal')} (
        uuid, created_at, updated_at, source, text, incident_date_start, status_state, status_text, status_created_at,
        geometry, area_type_code, area_code, area_name, address, address_text, postcode,
        category_id, category_assigned_at, handling_message, deadline, deadline_factor_3,
        reporter_email, reporter_phone, priority, type_created_at)
      select gen_random_uuid(), made_at, made_at, case when contact_draw < 0.8 then 'online' else 'Telefoon' end,
        'Melding nummer ' || n || ': ' || (array['er ligt afval op straat', 'de lamp is stuk', 'een losse stoeptegel',
          'de container is vol', 'geluidsoverlast van buren', 'een gat in de weg', 'een omgevallen boom', 'ratten bij de vijver'])[1 + n % 8],
        made_at, state, case when state = 'o' then 'Het is opgelost.' end, made_at,
        place_point, 'district', area.code, area.name,
        jsonb_build_object('openbare_ruimte', 'Proefstraat ' || n % 400, 'huisnummer', 1 + n % 199, 'woonplaats', 'Proefstad', 'postcode', '1234AB'),
        'Proefstraat ' || n % 400 || ' ' || 1 + n % 199 || ' 1234AB Proefstad', '1234AB',
        category_id, made_at, handling_message, made_at + interval '5 days', made_at + interval '15 days',
        case when contact_draw < 0.6 then 'melder' || n % 20000 || '@inwoner.example' end,
        case when contact_draw < 0.2 then '0600000000' end,
        case when priority_draw < 0.05 then 'high' when priority_draw < 0.1 then 'low' else 'normal' end, made_at
      from (select placed.*, case
          when age_draw > 0.02 and state_draw < 0.9 then 'o' when state_draw < 0.93 then 'a' when state_draw < 0.96 then 'b'
          when state_draw < 0.98 then 'i' else 'm' end as state from placed) drawn
      left join lateral (select code, name from ${db.table('area')} area
        join ${db.table('area_type')} area_type on area_type.id = area.area_type_id and area_type.code = 'district'
        where public.ST_Contains(area.geometry, place_point) limit 1) area on true
      returning id
    ) select min(id) as first, max(id) as last from made`.execute(db.kysely)
}

async function insertReporters(db: MunicipalityHandle, first: number, last: number): Promise<void> {
  await sql`
    with made as (
      insert into ${db.table('reporter')} (signal_id, email, phone, state, created_at, updated_at)
      select id, reporter_email, reporter_phone, 'approved', created_at, created_at
      from ${db.table('signal')} where id between ${first} and ${last} returning id, signal_id
    ) update ${db.table('signal')} signal set reporter_id = made.id from made where made.signal_id = signal.id`.execute(
    db.kysely,
  )
}

async function insertHistory(db: MunicipalityHandle, first: number, last: number): Promise<void> {
  await sql`
    insert into ${db.table('signal_history')} (signal_id, kind, created_at, text, data)
    select signal.id, kind, created_at, case when kind = 'status' then status_text end,
      case kind when 'status' then jsonb_build_object('state', status_state)
        when 'category' then jsonb_build_object('categoryId', category_id)
        when 'priority' then jsonb_build_object('priority', priority)
        when 'type' then jsonb_build_object('code', type_code)
        else '{}' end
    from ${db.table('signal')} signal
    cross join unnest(array['location', 'status', 'category', 'priority', 'type']) kind
    where signal.id between ${first} and ${last} order by signal.id`.execute(db.kysely)
}

async function linkHistory(db: MunicipalityHandle, first: number, last: number): Promise<void> {
  await sql`
    update ${db.table('signal')} signal set status_id = linked.status_id, location_id = linked.location_id
    from (select signal_id, max(id) filter (where kind = 'status') as status_id, max(id) filter (where kind = 'location') as location_id
      from ${db.table('signal_history')} where signal_id between ${first} and ${last} group by signal_id) linked
    where linked.signal_id = signal.id`.execute(db.kysely)
}
