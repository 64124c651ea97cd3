-- In which language people hear back: the one in which they reported, or asked for mail. Null is Dutch.
alter table {{schema}}.signal add column reporter_language text;
alter table {{schema}}.subscription add column language text;

-- With which one press in a mail program ends what the mail belongs to; null where it is about one's own report.
alter table {{schema}}.mail add column unsubscribe_url text;

-- What goes out in the place of the Dutch text of a mail, to who reads that language.
create table {{schema}}.mail_template_translation (
  key text not null,
  language text not null,
  title text not null,
  body text not null,
  created_by text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint mail_template_translation_pk primary key (key, language)
);
