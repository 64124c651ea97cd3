-- Files of rows that are gone. They are written down in the transaction that removes the rows and deleted
-- after it, so that no file stays behind when a process ends between the two.
create table {{schema}}.file_to_delete (
  file_key text not null,
  created_at timestamptz(3) not null,
  constraint file_to_delete_pk primary key (file_key)
);
