-- Which reports belong together: two that are linked, or one that is a duplicate of another, whose answers its reporter
-- gets as well.
create table {{schema}}.signal_relation (
  -- the duplicate; of two that are linked, the one with the lower number
  signal_id integer not null,
  other_id integer not null,
  kind text not null,
  -- the state that a duplicate had before, and the row of the history by which it was closed; null where it was closed
  -- already
  state_before text,
  closed_status_id bigint,
  created_at timestamptz(3) not null,
  created_by text,
  constraint signal_relation_pk primary key (signal_id, other_id),
  constraint signal_relation_kind_check check (kind in ('duplicate', 'linked')),
  constraint signal_relation_order_check check (
    case kind when 'linked' then signal_id < other_id else signal_id <> other_id end),
  constraint signal_relation_signal_fk foreign key (signal_id) references {{schema}}.signal (id) on delete cascade,
  constraint signal_relation_other_fk foreign key (other_id) references {{schema}}.signal (id) on delete cascade
);
create unique index signal_relation_pair_uq on {{schema}}.signal_relation
  (least(signal_id, other_id), greatest(signal_id, other_id));
-- A report is a duplicate of one other.
create unique index signal_relation_duplicate_uq on {{schema}}.signal_relation (signal_id) where kind = 'duplicate';
create index signal_relation_other_ix on {{schema}}.signal_relation (other_id);
