-- What all processes of an installation share for a while: reports that are being written, and how much a network
-- address has asked. Unlogged: after a crash of the database people begin again, and nothing else is lost.

create schema signalen_shared;

create unlogged table signalen_shared.draft (
  name text not null,
  content bytea not null,
  changed_at timestamptz(3) not null default now(),
  constraint draft_pk primary key (name)
);
create index draft_changed_at_ix on signalen_shared.draft (changed_at);

create unlogged table signalen_shared.allowance (
  key text not null,
  used bigint not null,
  ends_at timestamptz(3) not null,
  constraint allowance_pk primary key (key)
);
create index allowance_ends_at_ix on signalen_shared.allowance (ends_at);
