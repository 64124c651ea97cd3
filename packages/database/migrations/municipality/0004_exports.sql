-- What users of business intelligence ask the database, under the names and columns of the released server, so
-- that their reports survive another way of keeping things. Read only; times in UTC, geometry in EPSG:4326.
-- The nightly export reads them too, so that a file and a query never tell different things.

create function {{schema}}.address_text_of(address jsonb) returns text language sql stable as $$
  select left(concat_ws(' ',
    nullif(trim(concat(trim(address->>'openbare_ruimte'), ' ',
      case when address->'huisnummer' = '0'::jsonb then '' else trim(address->>'huisnummer') end,
      trim(address->>'huisletter'), '-' || nullif(trim(address->>'huisnummer_toevoeging'), ''))), ''),
    nullif(trim(address->>'postcode'), ''),
    nullif(trim(address->>'woonplaats'), '')), 256)
$$;

-- A part that has no row of its own is told by the newest row of its history.
create view {{schema}}.signals_signal as
select
  s.id, s.created_at, s.updated_at, s.uuid, s.source, s.text, s.text_extra, s.incident_date_start,
  s.incident_date_end, s.operational_date, s.expire_date, s.extra_properties, s.parent_id, s.location_id,
  s.status_id,
  (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'category' order by h.id desc limit 1) as category_assignment_id,
  s.reporter_id,
  (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'priority' order by h.id desc limit 1) as priority_id,
  (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'type' order by h.id desc limit 1) as type_assignment_id,
  case when s.directing_department_ids is not null then (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'directing' order by h.id desc limit 1) end
    as directing_departments_assignment_id,
  -- a change of category takes these two away without a word in the history
  case when s.routing_department_ids is not null then (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'routing' order by h.id desc limit 1) end as routing_assignment_id,
  case when s.assigned_user_email is not null then (select h.id from {{schema}}.signal_history h
    where h.signal_id = s.id and h.kind = 'user' order by h.id desc limit 1) end as user_assignment_id
from {{schema}}.signal s;

-- The place in force stands on the report, where a later check of the address may have completed it.
create view {{schema}}.signals_location as
select
  h.id, h.created_at, h.created_at as updated_at, h.signal_id as _signal_id,
  case when s.location_id = h.id then s.geometry
    else public.ST_SetSRID(public.ST_MakePoint(
      (h.data->'position'->>0)::float8, (h.data->'position'->>1)::float8), 4326) end as geometrie,
  case when s.location_id = h.id then s.stadsdeel else h.data->>'district' end as stadsdeel,
  case when s.location_id = h.id then s.area_type_code else h.data->>'areaTypeCode' end as area_type_code,
  case when s.location_id = h.id then s.area_code else h.data->>'areaCode' end as area_code,
  case when s.location_id = h.id then s.area_name else h.data->>'areaName' end as area_name,
  case when s.location_id = h.id then s.buurt_code else h.data->>'neighbourhoodCode' end as buurt_code,
  case when s.location_id = h.id then s.address else nullif(h.data->'address', 'null') end as address,
  case when s.location_id = h.id then s.address_text
    else {{schema}}.address_text_of(nullif(h.data->'address', 'null')) end as address_text,
  case when s.location_id = h.id then s.postcode else h.data->'address'->>'postcode' end as postcode,
  h.created_by,
  case when s.location_id = h.id then s.location_extra_properties
    else nullif(h.data->'extraProperties', 'null') end as extra_properties,
  s.location_id = h.id and s.bag_validated as bag_validated
from {{schema}}.signal_history h join {{schema}}.signal s on s.id = h.signal_id
where h.kind = 'location';

create view {{schema}}.signals_status as
select
  h.id, h.created_at, h.created_at as updated_at, h.signal_id as _signal_id, h.text, h.created_by as "user",
  h.data->>'targetApi' as target_api, h.data->>'state' as state, false as extern,
  case when s.status_id = h.id then s.status_extra_properties
    else nullif(h.data->'extraProperties', 'null') end as extra_properties,
  coalesce((h.data->>'sendEmail')::boolean, false) as send_email,
  h.data->>'emailOverride' as email_override
from {{schema}}.signal_history h join {{schema}}.signal s on s.id = h.signal_id
where h.kind = 'status';

create view {{schema}}.signals_categoryassignment as
select
  h.id, h.created_at, h.created_at as updated_at, h.signal_id as _signal_id,
  (h.data->>'categoryId')::integer as category_id, h.created_by, h.data->>'reason' as text,
  null::jsonb as extra_properties,
  case when is_current then s.deadline else (h.data->>'deadline')::timestamptz(3) end as deadline,
  case when is_current then s.deadline_factor_3
    else (h.data->>'deadlineFactor3')::timestamptz(3) end as deadline_factor_3,
  case when is_current then s.handling_message else h.data->>'handlingMessage' end as stored_handling_message
from {{schema}}.signal_history h
join {{schema}}.signal s on s.id = h.signal_id
cross join lateral (
  select not exists (select from {{schema}}.signal_history later
    where later.signal_id = h.signal_id and later.kind = 'category' and later.id > h.id) as is_current) place
where h.kind = 'category';

create view {{schema}}.signals_reporter as
select
  id, created_at, updated_at, signal_id as _signal_id, email, phone, email_anonymized, phone_anonymized,
  sharing_allowed, state, email_verified
from {{schema}}.reporter;

create view {{schema}}.signals_priority as
select id, created_at, created_at as updated_at, signal_id as _signal_id, data->>'priority' as priority, created_by
from {{schema}}.signal_history where kind = 'priority';

create view {{schema}}.signals_note as
select id, created_at, created_at as updated_at, signal_id as _signal_id, text, created_by
from {{schema}}.signal_history where kind = 'note';

create view {{schema}}.signals_type as
select id, created_at, signal_id as _signal_id, data->>'code' as name, created_by
from {{schema}}.signal_history where kind = 'type';

create view {{schema}}.signals_signaldepartments as
select id, created_at, created_at as updated_at, signal_id as _signal_id, created_by, kind as relation_type
from {{schema}}.signal_history where kind in ('directing', 'routing');

create view {{schema}}.signals_signaldepartments_departments as
select h.id * 1000 + named.place as id, h.id as signaldepartments_id, department.id as department_id
from {{schema}}.signal_history h
cross join lateral jsonb_array_elements_text(h.data->'departmentCodes') with ordinality as named (code, place)
join {{schema}}.department on lower(department.code) = lower(named.code)
where h.kind in ('directing', 'routing');

create view {{schema}}.signals_signaluser as
select
  id, created_at, created_at as updated_at, signal_id as _signal_id,
  (select min(app_user.id) from {{schema}}.app_user where lower(app_user.email) = lower(data->>'email')) as user_id,
  created_by
from {{schema}}.signal_history where kind = 'user';

create view {{schema}}.signals_attachment as
select
  id, created_at, updated_at, signal_id as _signal_id, created_by, file_key as file, mimetype, is_image, public,
  caption
from {{schema}}.attachment;

create view {{schema}}.signals_category as
select
  id, parent_id, slug, name, public_name, is_public_accessible, is_active, handling, handling_message, description,
  note, configuration, icon
from {{schema}}.category;

create view {{schema}}.signals_categorydepartment as
select id, category_id, department_id, is_responsible, can_view from {{schema}}.category_department;

create view {{schema}}.signals_department as
select id, code, name, is_intern, can_direct from {{schema}}.department;

create view {{schema}}.signals_servicelevelobjective as
select id, category_id, n_days, use_calendar_days, created_at, created_by
from {{schema}}.service_level_objective;

create view {{schema}}.signals_source as
select id, name, description, "order", is_active, can_be_selected, is_public from {{schema}}.source;

create view {{schema}}.signals_areatype as
select id, name, code, description from {{schema}}.area_type;

create view {{schema}}.signals_area as
select id, name, code, area_type_id as _type_id, geometry from {{schema}}.area;

create view {{schema}}.signals_question as
select id, key, field_type, meta, required from {{schema}}.question;

create view {{schema}}.signals_categoryquestion as
select id, category_id, question_id, "order" from {{schema}}.category_question;

create view {{schema}}.signals_deletedsignal as
select
  id, signal_id, signal_uuid, parent_signal_id, category_id, signal_state, signal_state_set_at, signal_created_at,
  deleted_by, deleted_at, batch_uuid, action, note
from {{schema}}.deleted_signal;

-- The token is kept as its hash: it tells forms apart and opens none.
create view {{schema}}.feedback_feedback as
select
  encode(token_hash, 'hex') as token, signal_id as _signal_id, created_at, submitted_at, is_satisfied,
  allows_contact, null::text as text, text_list, text_extra
from {{schema}}.feedback;

create view {{schema}}.auth_user as
select id, username, email, first_name, last_name, is_active, is_staff, is_superuser, created_at as date_joined
from {{schema}}.app_user;
