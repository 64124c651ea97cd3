-- How someone likes to see things: where they begin, their columns and their order.
create table {{schema}}.user_preference (
  user_id integer not null,
  preferences jsonb not null,
  updated_at timestamptz(3) not null,
  constraint user_preference_pk primary key (user_id),
  constraint user_preference_user_fk foreign key (user_id) references {{schema}}.app_user (id) on delete cascade
);
