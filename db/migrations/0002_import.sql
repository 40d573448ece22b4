-- What bringing an archive in remembers: enough that it may be stopped at any moment and begun again,
-- and that a second run changes only what the archive has changed since.

-- The version an import wrote; a higher one on the article means that the newsroom has worked on it.
alter table article add column import_version integer;

create table import_run (
  id uuid primary key,
  source text not null,
  kind text not null check (kind in ('wordpress', 'page', 'feed')),
  path text not null,
  phase text not null default 'articles',
  counts jsonb not null default '{}',
  started_at timestamptz not null,
  changed_at timestamptz not null,
  finished_at timestamptz
);
create index import_run_newest on import_run (started_at desc);

-- What an archive calls an author, a section or a tag, and who that became here.
create table import_name (
  source text not null,
  kind text not null check (kind in ('author', 'section', 'tag')),
  key text not null,
  target_id uuid not null,
  primary key (source, kind, key)
);

-- The archive's list of its pictures and files.
create table import_media (
  source text not null,
  key text not null,
  url text not null,
  type text not null default '',
  alt text not null default '',
  caption text not null default '',
  credit text not null default '',
  primary key (source, key)
);
create index import_media_url on import_media (url);

-- The lead picture an article waits for: named by the archive's key or by its address.
create table import_lead (
  article_id uuid primary key references article on delete cascade,
  source text not null,
  media_key text,
  url text,
  alt text not null default '',
  caption text not null default '',
  credit text not null default ''
);

-- What became of a picture's address: here, or why not.
create table import_picture (
  url text primary key,
  media_id uuid references media on delete cascade,
  reason text not null default '',
  tried_at timestamptz not null
);

-- Articles that have arrived but still wait for a later phase.
create table import_todo (
  task text not null check (task in ('index', 'relate', 'pictures')),
  article_id uuid not null references article on delete cascade,
  primary key (task, article_id)
);
