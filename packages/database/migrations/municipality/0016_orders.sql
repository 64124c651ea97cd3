-- Lists in the order of address, and of priority with the newest first, read only the page that they show.
create index signal_address_text_ix on {{schema}}.signal (address_text);
drop index {{schema}}.signal_priority_ix;
create index signal_priority_ix on {{schema}}.signal (priority, created_at desc, id desc);
