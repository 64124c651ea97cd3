-- The few files that may not be served, which is asked at every file that is.
create index attachment_unscanned_ix on {{schema}}.attachment (file_key)
  where scan_state in ('waiting', 'infected');
