-- What was done stays as it was told: the histories and the register of what was done grow, and nothing in them
-- changes, whoever asks. Two things go before that, and both are the law of privacy: what leaves with its report,
-- and what is taken out of it on purpose, in a transaction that says so.
create function {{schema}}.keep_as_told() returns trigger language plpgsql as $$
begin
  -- With its report: the reference deletes it, no statement of its own.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('signalen.redacting', true) = 'on' then
    return new;
  end if;
  raise exception '% is only added to: % is refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;

create trigger signal_history_append_only before update or delete on {{schema}}.signal_history
  for each row execute function {{schema}}.keep_as_told();
create trigger object_history_append_only before update or delete on {{schema}}.object_history
  for each row execute function {{schema}}.keep_as_told();
create trigger audit_log_append_only before update or delete on {{schema}}.audit_log
  for each row execute function {{schema}}.keep_as_told();
