-- Questions of a category are written as a draft beside those that residents see, and published in versions.

create table {{schema}}.question_draft (
  category_id integer not null,
  questions jsonb not null,
  -- counts the times that it was saved, so that of two who write in it the second one is told
  revision integer not null default 1,
  updated_at timestamptz(3) not null,
  updated_by text,
  constraint question_draft_pk primary key (category_id),
  constraint question_draft_category_fk foreign key (category_id) references {{schema}}.category (id) on delete cascade
);

create table {{schema}}.question_version (
  category_id integer not null,
  number integer not null,
  questions jsonb not null,
  published_at timestamptz(3) not null,
  -- null for what came by a configuration file
  published_by text,
  constraint question_version_pk primary key (category_id, number),
  constraint question_version_category_fk foreign key (category_id) references {{schema}}.category (id) on delete cascade
);
