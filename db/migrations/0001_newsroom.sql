-- The newsroom's memory. Forward only: never change this file once it has been released.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Settings of the paper (name, language, zone, colours…): one row, validated by platform/paper.ts.
create table paper (
  singleton boolean primary key default true check (singleton),
  settings jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null default now()
);

create table section (
  id uuid primary key,
  parent_id uuid references section,
  slug text not null unique,
  title text not null,
  description text not null default '',
  language text not null,
  position integer not null default 0,
  created_at timestamptz not null default now()
);

create table tag (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  description text not null default '',
  created_at timestamptz not null default now()
);

create table author (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  role text not null default '',
  biography text not null default '',
  email text,
  portrait_id uuid,
  created_at timestamptz not null default now()
);

create table media (
  id uuid primary key,
  kind text not null check (kind in ('picture', 'audio', 'video', 'file')),
  storage_key text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null unique,
  width integer,
  height integer,
  alt text not null default '',
  caption text not null default '',
  credit text not null default '',
  licence text not null default '',
  focal_x real not null default 0.5 check (focal_x between 0 and 1),
  focal_y real not null default 0.5 check (focal_y between 0 and 1),
  colour text not null default '#cccccc',
  source_url text,
  created_at timestamptz not null default now()
);
create index media_source on media (source_url) where source_url is not null;
alter table author add foreign key (portrait_id) references media;

create table article (
  id uuid primary key,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')),
  access text not null default 'open' check (access in ('open', 'premium')),
  section_id uuid references section,
  slug text not null,
  language text not null,
  kicker text not null default '',
  headline text not null,
  standfirst text not null default '',
  summary text not null default '',
  dateline text not null default '',
  body text not null default '',
  lead_media_id uuid references media,
  lead_caption text not null default '',
  lead_credit text not null default '',
  lead_alt text not null default '',
  search_title text not null default '',
  search_description text not null default '',
  canonical_url text,
  sensitive boolean not null default false,
  published_at timestamptz,
  updated_at timestamptz,
  embargo_until timestamptz,
  scheduled_for timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  word_count integer not null default 0,
  version integer not null default 1,
  import_source text,
  import_key text,
  import_hash text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check (state <> 'published' or (published_at is not null and section_id is not null)),
  check (state <> 'scheduled' or scheduled_for is not null),
  unique (import_source, import_key)
);
-- An address belongs to one article that readers can (or could) see; drafts may share a slug until they go out.
create unique index article_address on article (section_id, slug) where state in ('published', 'withdrawn', 'scheduled');
create index article_newest on article (published_at desc, id desc) where state = 'published';
create index article_section_newest on article (section_id, published_at desc, id desc) where state = 'published';
create index article_state on article (state, changed_at desc);
create index article_due on article (scheduled_for) where state = 'scheduled';

create table byline (
  article_id uuid not null references article on delete cascade,
  position integer not null,
  author_id uuid not null references author,
  role text not null default 'writer',
  primary key (article_id, position)
);
create index byline_author on byline (author_id, article_id);

create table article_tag (
  article_id uuid not null references article on delete cascade,
  position integer not null,
  tag_id uuid not null references tag,
  primary key (article_id, position),
  unique (article_id, tag_id)
);
create index article_tag_tag on article_tag (tag_id, article_id);

create table correction (
  id uuid primary key,
  article_id uuid not null references article on delete cascade,
  text text not null,
  made_at timestamptz not null
);
create index correction_article on correction (article_id, made_at);

-- Every change of an article is a revision: who, when, what changed, and the whole content to restore.
create table revision (
  article_id uuid not null references article on delete cascade,
  number integer not null,
  made_at timestamptz not null,
  made_by text not null,
  action text not null,
  changed text[] not null default '{}',
  content jsonb not null,
  primary key (article_id, number)
);

-- Old addresses: a path that once worked, and what stands there now (301), or nothing for ever (410).
create table old_address (
  path text primary key,
  article_id uuid references article on delete cascade,
  section_id uuid references section on delete cascade,
  tag_id uuid references tag on delete cascade,
  author_id uuid references author on delete cascade,
  target text,
  created_at timestamptz not null default now()
);
create index old_address_article on old_address (article_id);

create table breaking_item (
  id uuid primary key,
  headline text not null,
  language text not null,
  link text,
  article_id uuid references article on delete cascade,
  at timestamptz not null,
  expires_at timestamptz not null,
  removed_at timestamptz,
  made_by text not null
);
create index breaking_newest on breaking_item (at desc) where removed_at is null;

-- A front is a curated page: home, or a section's. Each publication of it is kept.
create table front (
  id uuid primary key,
  section_id uuid unique references section on delete cascade,
  created_at timestamptz not null default now()
);
create unique index front_home on front ((true)) where section_id is null;
create table front_version (
  front_id uuid not null references front on delete cascade,
  number integer not null,
  containers jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  published_at timestamptz,
  primary key (front_id, number)
);
create index front_version_live on front_version (front_id, published_at desc) where published_at is not null;

-- Related Content, computed when an article changes; an editor can pin and ban.
create table related (
  article_id uuid not null references article on delete cascade,
  position integer not null,
  related_id uuid not null references article on delete cascade,
  score real not null,
  primary key (article_id, position)
);
create index related_back on related (related_id);
create table related_choice (
  article_id uuid not null references article on delete cascade,
  related_id uuid not null references article on delete cascade,
  choice text not null check (choice in ('pin', 'ban')),
  position integer not null default 0,
  primary key (article_id, related_id)
);

-- Facts a room announces, written in the transaction that made them true. Delivered at least once.
create table outbox (
  id bigint generated always as identity primary key,
  type text not null,
  payload jsonb not null,
  at timestamptz not null default now()
);
