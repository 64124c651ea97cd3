-- What a list was counted to stays in memory and is brought up to date by what changed since. For that, the
-- state that reports had before each change is kept for an hour or two: only what lists filter by, and of
-- contact details only whether they were there. Nothing is lost with it, so it need not survive a crash.
create unlogged table {{schema}}.signal_before (
  seq bigint generated always as identity,
  -- transactions are numbered per server: what another one noted, before a backup was restored, says nothing here
  era timestamptz not null default pg_postmaster_start_time(),
  -- the transaction that made the change: a count knows by it whether it saw the change
  xid xid8 not null default pg_current_xact_id(),
  noted_at timestamptz(3) not null default now(),
  id integer not null,
  -- false: the report was made by this change, and the rest is null
  existed boolean not null,
  created_at timestamptz(3),
  updated_at timestamptz(3),
  incident_date_start timestamptz(3),
  source text,
  parent_id integer,
  child_count integer,
  status_state text,
  stadsdeel text,
  buurt_code text,
  area_type_code text,
  area_code text,
  address_text text,
  category_id integer,
  reporter_email text,
  reporter_phone text,
  priority text,
  type_code text,
  assigned_user_id integer,
  assigned_user_email text,
  routing_department_ids integer[],
  directing_department_ids integer[],
  feedback_state text,
  constraint signal_before_pk primary key (seq)
);
create index signal_before_xid_ix on {{schema}}.signal_before (xid);

-- The last transaction whose changes are not kept any more: counts that did not see it are made anew.
create unlogged table {{schema}}.signal_before_horizon (
  only_one boolean not null default true,
  era timestamptz not null,
  xid xid8 not null,
  constraint signal_before_horizon_pk primary key (only_one),
  constraint signal_before_horizon_only_one check (only_one)
);

create function {{schema}}.note_signals_made() returns trigger language plpgsql as $$
begin
  insert into {{schema}}.signal_before (id, existed) select id, false from made;
  return null;
end
$$;

create function {{schema}}.note_signals_before() returns trigger language plpgsql as $$
begin
  insert into {{schema}}.signal_before (
    id, existed, created_at, updated_at, incident_date_start, source, parent_id, child_count, status_state, stadsdeel,
    buurt_code, area_type_code, area_code, address_text, category_id, reporter_email, reporter_phone, priority,
    type_code, assigned_user_id, assigned_user_email, routing_department_ids, directing_department_ids, feedback_state)
  select
    id, true, created_at, updated_at, incident_date_start, source, parent_id, child_count, status_state, stadsdeel,
    buurt_code, area_type_code, area_code, address_text, category_id,
    case when reporter_email is not null then '' end, case when reporter_phone is not null then '' end, priority,
    type_code, assigned_user_id, assigned_user_email, routing_department_ids, directing_department_ids, feedback_state
  from before_change;
  return null;
end
$$;

create function {{schema}}.forget_signals_before() returns trigger language plpgsql as $$
begin
  insert into {{schema}}.signal_before_horizon (era, xid) values (pg_postmaster_start_time(), pg_current_xact_id())
    on conflict (only_one) do update set era = excluded.era, xid = excluded.xid;
  return null;
end
$$;

create trigger signals_made after insert on {{schema}}.signal
  referencing new table as made for each statement execute function {{schema}}.note_signals_made();
create trigger signals_changed after update on {{schema}}.signal
  referencing old table as before_change for each statement execute function {{schema}}.note_signals_before();
create trigger signals_deleted after delete on {{schema}}.signal
  referencing old table as before_change for each statement execute function {{schema}}.note_signals_before();
create trigger signals_emptied after truncate on {{schema}}.signal
  for each statement execute function {{schema}}.forget_signals_before();

-- All that lists filter by most and what maps show, in the order of lists, so that counts and pages of any
-- combination of it need not read the wide rows.
create index signal_facets_ix on {{schema}}.signal (created_at desc, id desc) include (
  status_state, category_id, source, priority, type_code, area_code, stadsdeel, buurt_code, parent_id, child_count,
  assigned_user_id, assigned_user_email, feedback_state, routing_department_ids, geometry);
create index signal_assignee_ix on {{schema}}.signal (lower(assigned_user_email), created_at desc, id desc)
  where assigned_user_email is not null;

-- Indexes answer alone only for pages that were tidied since they changed.
alter table {{schema}}.signal set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02);
