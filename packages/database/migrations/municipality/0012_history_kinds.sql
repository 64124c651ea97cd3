-- More that can happen to a report: it is linked to another, its cause is found, a photo of it is altered.
alter table {{schema}}.signal_history drop constraint signal_history_kind_check;
alter table {{schema}}.signal_history add constraint signal_history_kind_check check (kind in (
  'status', 'location', 'category', 'priority', 'type', 'note', 'user', 'routing', 'directing', 'feedback', 'sla', 'child', 'reporter', 'session_received', 'session_not_received', 'relation', 'cause', 'attachment')) not valid;
