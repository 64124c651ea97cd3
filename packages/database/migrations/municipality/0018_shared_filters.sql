-- A filter of one person that a whole department has in its list.
alter table {{schema}}.stored_filter add column shared_department_id integer;
alter table {{schema}}.stored_filter add constraint stored_filter_department_fk
  foreign key (shared_department_id) references {{schema}}.department (id) on delete set null;
create index stored_filter_shared_ix on {{schema}}.stored_filter (shared_department_id)
  where shared_department_id is not null;
