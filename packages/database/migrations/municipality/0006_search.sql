-- The words that reports are written in, as the search index has them: to find what was meant when a word is
-- mistyped. Only words that several reports have in common, so that it tells nothing of any of them.
create table {{schema}}.search_word (
  word text not null,
  constraint search_word_pk primary key (word)
);
create index search_word_trigram_ix on {{schema}}.search_word using gin (word public.gin_trgm_ops);

-- A telephone number by its last nine digits, however it was typed.
create index signal_reporter_phone_ix on {{schema}}.signal
  (right(regexp_replace(reporter_phone, '\D', '', 'g'), 9)) where reporter_phone is not null;
