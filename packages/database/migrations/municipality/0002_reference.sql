-- What changes seldom and is read at every request (settings, categories, areas, rules) is kept in memory by
-- each process. This row says which state of it counts: it gets another value in the transaction of every
-- change, whoever makes it, so a process that finds the value it knows may use what it has.

create table {{schema}}.reference_version (
  name text not null,
  version uuid not null,
  constraint reference_version_pk primary key (name)
);

-- Runs before the statement, so that those who change these tables wait for each other here, at the first
-- change, and not later on each other's rows.
create function {{schema}}.note_reference_change() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into %I.reference_version as kept (name, version) values (''reference'', gen_random_uuid())
     on conflict (name) do update set version = excluded.version', tg_table_schema);
  return null;
end
$$;

create trigger setting_changes before insert or update or delete on {{schema}}.setting
  for each statement execute function {{schema}}.note_reference_change();
create trigger department_changes before insert or update or delete on {{schema}}.department
  for each statement execute function {{schema}}.note_reference_change();
create trigger category_changes before insert or update or delete on {{schema}}.category
  for each statement execute function {{schema}}.note_reference_change();
create trigger category_department_changes before insert or update or delete on {{schema}}.category_department
  for each statement execute function {{schema}}.note_reference_change();
create trigger service_level_objective_changes before insert or update or delete on {{schema}}.service_level_objective
  for each statement execute function {{schema}}.note_reference_change();
create trigger question_changes before insert or update or delete on {{schema}}.question
  for each statement execute function {{schema}}.note_reference_change();
create trigger category_question_changes before insert or update or delete on {{schema}}.category_question
  for each statement execute function {{schema}}.note_reference_change();
create trigger source_changes before insert or update or delete on {{schema}}.source
  for each statement execute function {{schema}}.note_reference_change();
create trigger area_type_changes before insert or update or delete on {{schema}}.area_type
  for each statement execute function {{schema}}.note_reference_change();
create trigger area_changes before insert or update or delete on {{schema}}.area
  for each statement execute function {{schema}}.note_reference_change();
create trigger expression_changes before insert or update or delete on {{schema}}.expression
  for each statement execute function {{schema}}.note_reference_change();
create trigger routing_expression_changes before insert or update or delete on {{schema}}.routing_expression
  for each statement execute function {{schema}}.note_reference_change();

-- A code names one department, in filters, routing rules and configuration files.
create unique index department_code_uq on {{schema}}.department (lower(code));

-- Words inside a standard text are found with a slip of the pen in them.
create index status_message_trigram_ix on {{schema}}.status_message
  using gin ((title || ' ' || text) public.gin_trgm_ops);
