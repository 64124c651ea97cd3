-- Who has which report on the screen now. It is true for less than a minute, so it need not survive a crash.
create unlogged table {{schema}}.signal_presence (
  signal_id integer not null,
  user_id integer not null,
  seen_at timestamptz(3) not null,
  constraint signal_presence_pk primary key (signal_id, user_id)
);
create index signal_presence_seen_ix on {{schema}}.signal_presence (seen_at);
