-- What was solved lately in categories that anyone may see, made with the map of what is open. A table of its own, so
-- that whoever reads the map of open reports does not take it for one.
create table {{schema}}.public_map_solved (
  signal_id integer not null,
  category_id integer not null,
  created_at timestamptz(3) not null,
  solved_at timestamptz(3) not null,
  geometry public.geometry(Point, 4326) not null,
  constraint public_map_solved_pk primary key (signal_id),
  constraint public_map_solved_signal_fk foreign key (signal_id) references {{schema}}.signal (id) on delete cascade
);

-- How many reports, how fast and how satisfied, counted once a day and without small counts: nothing in it leads to a
-- report.
create table {{schema}}.public_figures (
  only_one boolean not null default true,
  made_at timestamptz(3) not null,
  figures jsonb not null,
  constraint public_figures_pk primary key (only_one),
  constraint public_figures_only_one check (only_one)
);
