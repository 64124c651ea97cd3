-- How good the suggestions were when that was last looked at, which takes seconds: made by a job, and read at
-- once. Categories stand in it by their slugs, so that a later change of name does not make it wrong.
create table {{schema}}.suggestion_report (
  id smallint not null default 1,
  made_at timestamptz(3) not null,
  -- the version of the municipality's own; null for the model that comes with the product or a service outside
  model_version integer,
  model_kind text not null,
  report jsonb not null,
  constraint suggestion_report_pk primary key (id),
  constraint suggestion_report_one check (id = 1),
  constraint suggestion_report_kind check (model_kind in (
'shipped', 'own', 'outside'))
);
