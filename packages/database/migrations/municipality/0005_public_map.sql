-- What the public map shows: open reports of categories that anyone may see, as they were when the map was made
-- last. Nobody can see from it what was reported a minute ago, and many people may look at it at once.
create table {{schema}}.public_map_signal (
  signal_id integer not null,
  category_id integer not null,
  created_at timestamptz(3) not null,
  geometry public.geometry(Point, 4326) not null,
  constraint public_map_signal_pk primary key (signal_id),
  constraint public_map_signal_signal_fk foreign key (signal_id) references {{schema}}.signal (id) on delete cascade
);
create index public_map_signal_geometry_ix on {{schema}}.public_map_signal using gist (geometry);
