-- How often a report was sent to CityControl: each time is a case there, under a number that is never given again.
create table {{schema}}.city_control_case (
  signal_id integer not null,
  sequence smallint not null,
  -- the status by which it was sent; null for a case of which only an answer was ever seen here
  status_history_id bigint,
  created_at timestamptz(3) not null,
  constraint city_control_case_pk primary key (signal_id, sequence),
  constraint city_control_case_sequence_check check (sequence between 1 and 99),
  constraint city_control_case_signal_fk foreign key (signal_id) references {{schema}}.signal (id) on delete cascade
);
