-- A day of the archive is a day in the paper's zone: with another zone, the days are counted anew.
create function retally_for_zone() returns trigger language plpgsql as $$
begin
  perform retally();
  return null;
end $$;
create trigger paper_zone_set after insert on paper for each row execute function retally_for_zone();
create trigger paper_zone_changed after update of settings on paper for each row
  when (old.settings ->> 'zone' is distinct from new.settings ->> 'zone') execute function retally_for_zone();
