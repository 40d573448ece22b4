-- What lists of articles need to stay fast in an archive of millions.

-- Pages of the site (about, contact) have an address like any article but stand in no list.
alter table article add column listed boolean not null default true;
-- When it was first open to everyone: such an article stays readable at its address for those who had the link.
alter table article add column opened_at timestamptz;

alter table media add column name text not null default '';
alter table media add column animated boolean not null default false;

drop index article_newest;
drop index article_section_newest;
create index article_newest on article (published_at desc, id desc) where state = 'published' and listed;
create index article_section_newest on article (section_id, published_at desc, id desc)
  where state = 'published' and listed;
create index article_lead_media on article (lead_media_id) where lead_media_id is not null;
create index section_parent on section (parent_id);

-- A tag's and an author's list carry the time of publication themselves, null while not in lists:
-- otherwise the newest 25 of a tag with 100,000 articles would mean sorting all of them.
alter table article_tag add column listed_at timestamptz;
alter table byline add column listed_at timestamptz;
create index article_tag_newest on article_tag (tag_id, listed_at desc, article_id desc) where listed_at is not null;
create index byline_newest on byline (author_id, listed_at desc, article_id desc) where listed_at is not null;

create function article_listed_at(a article) returns timestamptz language sql immutable
  return case when a.state = 'published' and a.listed then a.published_at end;

create function carry_listed_at() returns trigger language plpgsql as $$
begin
  select article_listed_at(a) into new.listed_at from article a where a.id = new.article_id;
  return new;
end $$;
create trigger article_tag_listed before insert on article_tag for each row execute function carry_listed_at();
create trigger byline_listed before insert on byline for each row execute function carry_listed_at();

create function spread_listed_at() returns trigger language plpgsql as $$
begin
  update article_tag set listed_at = article_listed_at(new) where article_id = new.id;
  update byline set listed_at = article_listed_at(new) where article_id = new.id;
  return null;
end $$;
create trigger article_spread_listed after update of state, listed, published_at on article for each row
  when (article_listed_at(old) is distinct from article_listed_at(new)) execute function spread_listed_at();

-- How many articles stand in the lists of a day (in the paper's zone), of the whole paper (section_id
-- null) and of each section. Rows are only ever added, so two publishers never wait for each other;
-- a job sums them up now and then. Numbered pages and the archive's calendar are read from here.
create table article_tally (
  section_id uuid references section on delete cascade,
  day date not null,
  articles integer not null
);
create index article_tally_day on article_tally (section_id, day) include (articles);

create function paper_zone() returns text language sql stable
  return coalesce((select settings ->> 'zone' from paper), 'UTC');

create function tally_added() returns trigger language plpgsql as $$
declare zone text := paper_zone();
begin
  insert into article_tally (section_id, day, articles)
    select place.id, (a.published_at at time zone zone)::date, count(*)
    from added a, lateral (values (a.section_id), (null::uuid)) as place (id)
    where a.state = 'published' and a.listed group by 1, 2;
  return null;
end $$;
create function tally_removed() returns trigger language plpgsql as $$
declare zone text := paper_zone();
begin
  insert into article_tally (section_id, day, articles)
    select place.id, (a.published_at at time zone zone)::date, -count(*)
    from removed a, lateral (values (a.section_id), (null::uuid)) as place (id)
    where a.state = 'published' and a.listed group by 1, 2;
  return null;
end $$;
create function tally_changed() returns trigger language plpgsql as $$
declare zone text := paper_zone();
begin
  insert into article_tally (section_id, day, articles)
    select id, day, sum(articles) from (
      select place.id, (a.published_at at time zone zone)::date as day, 1 as articles
      from added a, lateral (values (a.section_id), (null::uuid)) as place (id)
      where a.state = 'published' and a.listed
      union all
      select place.id, (a.published_at at time zone zone)::date, -1
      from removed a, lateral (values (a.section_id), (null::uuid)) as place (id)
      where a.state = 'published' and a.listed
    ) as change group by id, day having sum(articles) <> 0;
  return null;
end $$;
create trigger article_tally_added after insert on article
  referencing new table as added for each statement execute function tally_added();
create trigger article_tally_removed after delete on article
  referencing old table as removed for each statement execute function tally_removed();
create trigger article_tally_changed after update on article
  referencing old table as removed new table as added for each statement execute function tally_changed();

-- Sums up the rows that have gathered. Rows that come meanwhile stay for the next time.
create function compact_tally() returns void language sql
begin atomic
  with gathered as (delete from article_tally returning section_id, day, articles)
  insert into article_tally (section_id, day, articles)
    select section_id, day, sum(articles) from gathered group by 1, 2 having sum(articles) <> 0;
end;

-- Counts everything anew: when the paper's zone has changed.
create function retally() returns void language plpgsql as $$
declare zone text := paper_zone();
begin
  lock table article_tally in exclusive mode;
  delete from article_tally;
  insert into article_tally (section_id, day, articles)
    select section_id, (published_at at time zone zone)::date, count(*)
    from article where state = 'published' and listed group by 1, 2;
  insert into article_tally (section_id, day, articles)
    select null, day, sum(articles) from article_tally group by day;
end $$;
