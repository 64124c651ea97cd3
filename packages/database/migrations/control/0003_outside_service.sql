-- What each process noticed of the services that it asks outside, so that any of them can tell of all. Unlogged: it is
-- noticed anew within minutes.

create unlogged table signalen_shared.outside_service (
  process text not null,
  name text not null,
  is_resting boolean not null,
  failures_in_a_row integer not null,
  last_success_at timestamptz(3),
  last_failure_at timestamptz(3),
  last_fault text,
  noticed_at timestamptz(3) not null default now(),
  constraint outside_service_pk primary key (process, name)
);
create index outside_service_noticed_at_ix on signalen_shared.outside_service (noticed_at);
