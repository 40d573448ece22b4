-- The search index: our own postings (see src/newsroom/search-index.ts for how they are laid out).

-- Each searchable article has a document number; a changed article gets a new one and the old number dies.
create table search_doc (
  article_id uuid primary key references article on delete cascade,
  doc integer not null unique,
  -- Its words in order, 4 bytes each (hashOf the folded word), 0 between fields: what phrases are checked in.
  words bytea not null
);
alter table search_doc alter column words set storage external;

-- The next document number. Whoever writes the index holds this row; readers never wait.
create table search_state (
  singleton boolean primary key default true check (singleton),
  next integer not null default 0
);
insert into search_state default values;

-- A part is a run of document numbers inside one block of 65,536. Never changed, only merged with its neighbours.
create table search_part (
  first integer primary key,
  docs integer not null,
  -- All words of all its documents, for the average length.
  words bigint not null,
  -- By document: its length in words (2 bytes) and when it was published (minutes since 1970, 4 bytes).
  lengths bytea not null,
  published bytea not null,
  languages text[] not null
);
alter table search_part alter column lengths set storage external;
alter table search_part alter column published set storage external;

-- Which documents hold a term and how often: 3 bytes each (number inside the block, weighted count).
create table search_posting (
  part integer not null,
  term integer not null,
  data bytea not null,
  primary key (part, term)
);
alter table search_posting alter column data set storage external;

-- Every word as readers may type it, with about how many articles have it: what typing errors are corrected to.
create table search_word (
  word text collate "C" primary key,
  docs integer not null
) with (fillfactor = 80);
create index search_word_alike on search_word using gin (word gin_trgm_ops) where length(word) > 3;
