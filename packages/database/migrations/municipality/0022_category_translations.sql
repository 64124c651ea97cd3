-- What residents read of a category in other languages than Dutch, by language; null where nothing was translated.
alter table {{schema}}.category add column translations jsonb;
