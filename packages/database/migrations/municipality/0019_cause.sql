-- What was behind a report, chosen from a list of the municipality: known when it was handled, and counted by it.
alter table {{schema}}.signal add column cause text;
create index signal_cause_ix on {{schema}}.signal (cause, created_at desc, id desc) where cause is not null;
