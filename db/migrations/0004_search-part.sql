-- Programs keep what they read of a part of the search index. Its first number and size alone would
-- not tell the part of another database, or of a restored one, apart.
alter table search_part add column id uuid not null default gen_random_uuid();
