import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'
import type { Chunk } from './seed-reports.ts'

/**
 * The temporary table `draft`: one row for each report with all that is drawn for it. Ids follow the time of
 * creation, as they do in life.
 */
export async function draftReports(
  db: MunicipalityHandle,
  { size, offset, options }: Chunk,
  historyStride: number,
): Promise<void> {
  const after = (table: 'signal' | 'reporter' | 'signal_history') =>
    sql`(select coalesce(max(id), 0) from ${db.table(table)})`
  await sql`
    create temporary table draft as
    with drawn as materialized (
      select n, n - ${offset}::integer as place, random() as age_draw, power(random(), 3) as category_draw,
        random() as x, random() as y, random() as contact_draw, power(random(), 3) as reporter_draw,
        random() as state_draw, random() as open_draw, random() as work_draw, random() as priority_draw, random() as note_draw,
        random() as feedback_draw, random() as street_draw, random() as photo_draw
      from generate_series(${offset}::integer + 1, ${offset}::integer + ${size}::integer) n
    ), category as materialized (
      select sub.id, sub.name, sub.handling_message, coalesce(objective.n_days, 5) as days,
        (row_number() over (order by md5(sub.slug)) - 1)::integer as place, (count(*) over ())::integer as total
      from ${db.table('category')} sub
      left join lateral (select n_days from ${db.table('service_level_objective')} where category_id = sub.id
        order by created_at desc, id desc limit 1) objective on true
      where sub.parent_id is not null and sub.is_active
    ), handler as materialized (
      select id, email, (row_number() over (order by id) - 1)::integer as place, (count(*) over ())::integer as total
      from ${db.table('app_user')} where is_active and not is_superuser
    ), box as materialized (
      select public.ST_XMin(e) as west, public.ST_XMax(e) - public.ST_XMin(e) as width,
        public.ST_YMin(e) as south, public.ST_YMax(e) - public.ST_YMin(e) as height
      from (select public.ST_Extent(geometry) as e from ${db.table('area')}) extent
    ), timed as (
      select drawn.*,
        date_trunc('milliseconds', ${options.now}::timestamptz
          - make_interval(secs => 3 * 365 * 86400 * power(1 - (n - age_draw) / ${options.count}::float8, 1.2))) as made_at
      from drawn
    ), stated as (
      select timed.*,
        case
          when made_at < ${options.now}::timestamptz - interval '3 weeks' and state_draw < 0.95
            then case when state_draw < 0.9 then 'o' else 'a' end
          when open_draw < 0.35 then 'm' when open_draw < 0.55 then 'i' when open_draw < 0.78 then 'b'
          when open_draw < 0.84 then 'o' when open_draw < 0.95 then 'ingepland' when open_draw < 0.98 then 'h'
          else 'reopened' end as state
      from timed
    ), worked as (
      select stated.*,
        case when state = 'm' then made_at else least(${options.now}::timestamptz,
          date_trunc('milliseconds', made_at + make_interval(hours => 1 + (power(work_draw, 2) * 400)::integer))) end as changed_at,
        (array['Linden', 'Eiken', 'Beuken', 'Kastanje', 'Wilgen', 'Populieren', 'Esdoorn', 'Iepen', 'Meidoorn', 'Rozen',
          'Tulpen', 'Molen', 'Kerk', 'School', 'Stations', 'Haven', 'Dijk', 'Polder', 'Markt', 'Burgemeester'])
          [1 + floor(power(street_draw, 2) * 20)::integer]
        || (array['straat', 'laan', 'weg', 'plein', 'kade', 'hof', 'singel', 'pad', 'dreef', 'gracht'])[1 + n % 10] as street
      from stated
    )
    select
      ${after('signal')} + worked.place as id, ${after('reporter')} + worked.place as reporter_id,
      ${after('signal_history')} + 1 + (worked.place - 1) * ${historyStride}::integer as history_id,
      made_at, changed_at, state,
      case when state = 'o' then 'Het is opgelost. Bedankt voor uw melding.' end as status_text,
      case when state <> 'm' then handler.email end as handler,
      case when contact_draw < 0.7 then 'online' when contact_draw < 0.8 then 'App'
        when contact_draw < 0.95 then 'Telefoon' else 'E-mail' end as source,
      (array['Er ligt afval naast de container', 'De lantaarnpaal doet het niet', 'Er ligt een losse stoeptegel',
        'De ondergrondse container is vol', 'De buren maken elke avond veel lawaai', 'Er zit een gat in het wegdek',
        'Een boom is omgevallen en ligt op het fietspad', 'Er lopen ratten bij de vijver',
        'Iemand heeft een bank op straat gezet', 'Het verkeerslicht staat op knipperen'])[1 + n % 10]
        || (array[' aan de ', ' op de ', ' bij de ', ' in de '])[1 + n % 4] || street
        || (array['.', '. Het is al dagen zo.', '. Kunt u dit zo snel mogelijk oplossen? Kinderen spelen hier.',
          '. Ik heb dit eerder gemeld en toen kwam er niemand.'])[1 + n % 4] || ' (' || n || ')' as text,
      public.ST_SetSRID(point.geometry, 4326) as place,
      case when area.code is not null then 'district' end as area_type_code, area.code as area_code, area.name as area_name,
      jsonb_build_object('openbare_ruimte', street, 'huisnummer', 1 + n % 199, 'huisletter', '', 'huisnummer_toevoeging', '',
        'postcode', postcode.postcode, 'woonplaats', 'Waterveste') as address,
      street || ' ' || 1 + n % 199 || ' ' || postcode.postcode || ' Waterveste' as address_text, postcode.postcode,
      category.id as category_id, category.name as category_name, category.handling_message,
      made_at + make_interval(days => category.days) as deadline,
      made_at + make_interval(days => category.days * 3) as deadline_factor_3,
      case when contact_draw < 0.6 then 'melder' || floor(reporter_draw * 20000) || '@inwoner.example' end as email,
      case when contact_draw < 0.2 then '0600000000' end as phone,
      case when priority_draw < 0.05 then 'high' when priority_draw < 0.1 then 'low' else 'normal' end as priority,
      case when state in ('b', 'ingepland') and work_draw < 0.6 then handler.id end as assigned_id,
      case when state in ('b', 'ingepland') and work_draw < 0.6 then handler.email end as assigned_email,
      case when contact_draw < 0.6 then 'Automatische e-mail bij registratie van de melding is verzonden aan de melder.' end
        as mail_note,
      case when note_draw < 0.3 and state <> 'm' then 'Doorgegeven aan de ploeg van ' || street || '.' end as staff_note,
      case when state = 'o' and contact_draw < 0.6 then case when feedback_draw < 0.8 then 'not_received'
        when feedback_draw < 0.95 then 'satisfied' else 'not_satisfied' end end as feedback_state,
      photo_draw < 0.25 as has_photo
    from worked
    join category on category.place = least(floor(category_draw * category.total)::integer, category.total - 1)
    join handler on handler.place = least(floor(work_draw * handler.total)::integer, handler.total - 1)
    cross join box
    cross join lateral (select public.ST_SetSRID(public.ST_MakePoint(
      box.west + box.width * (0.5 + (x - 0.5) * abs(x - 0.5) * 2),
      box.south + box.height * (0.5 + (y - 0.5) * abs(y - 0.5) * 2)), 4326) as geometry) point
    cross join lateral (select 2600 + n % 90 || (array['AB', 'CD', 'EK', 'GR', 'LW'])[1 + n % 5] as postcode) postcode
    left join lateral (
      select area.code, area.name from ${db.table('area')} area
      join ${db.table('area_type')} area_type on area_type.id = area.area_type_id and area_type.code = 'district'
      where public.ST_Contains(area.geometry, point.geometry) order by area.id limit 1) area on true
    order by n`.execute(db.kysely)
}
