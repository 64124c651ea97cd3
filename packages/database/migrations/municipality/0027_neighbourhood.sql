-- Whether any report lies in a neighbourhood, which is asked of every filter that names one.
create index signal_buurt_ix on {{schema}}.signal (buurt_code) where buurt_code is not null;
