-- Which municipalities this database serves, and the host names by which a request finds its own.

create table signalen.municipality (
  key text not null,
  schema_name text not null,
  created_at timestamptz(3) not null default now(),
  constraint municipality_pk primary key (key),
  constraint municipality_schema_name_uq unique (schema_name)
);

create table signalen.host_name (
  name text not null,
  municipality_key text not null,
  constraint host_name_pk primary key (name),
  constraint host_name_lower_case check (name = lower(name)),
  constraint host_name_municipality_fk foreign key (municipality_key)
    references signalen.municipality (key) on delete cascade
);
create index host_name_municipality_ix on signalen.host_name (municipality_key);
