-- The band of a country, from two or more indices and a human reading. A record counts from the moment it is written where it is worse than
-- what counted before; a milder one counts when somebody else of the board committee confirmed it.
create table screening.country_record (
    id        uuid        primary key,
    number    bigint      generated always as identity unique,
    country   text        not null check (country ~ '^[A-Z]{2}$'),
    band      text        not null check (band in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    conflict  boolean     not null,
    indices   text[]      not null check (cardinality(indices) between 2 and 20),
    reading   text        not null check (length(reading) between 30 and 4000),
    stated_by text        not null check (length(stated_by) between 1 and 100),
    stated_at timestamptz not null
);
create index country_record_of_country on screening.country_record (country, number);

create table screening.country_ruling (
    record_id uuid        primary key references screening.country_record (id),
    confirmed boolean     not null,
    reason    text        not null check (length(reason) between 1 and 2000),
    ruled_by  text        not null check (length(ruled_by) between 1 and 100),
    ruled_at  timestamptz not null
);

-- What counts of a country: the last that was confirmed, and everything later that nobody refused. Where several stand, the worst counts.
create view screening.standing_country_record as
select c.*, r.confirmed is not null as ruled
  from screening.country_record c
  left join screening.country_ruling r on r.record_id = c.id
 where r.confirmed is distinct from false
   and not exists (select 1 from screening.country_record later
                     join screening.country_ruling lr on lr.record_id = later.id and lr.confirmed
                    where later.country = c.country and later.number > c.number);
grant select on screening.standing_country_record to ${app_role};

-- Four eyes, for every path to this table, and nothing is confirmed that a later confirmation has replaced.
create function screening.refuse_own_country_record() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7091091);
    if exists (select 1 from screening.country_record c where c.id = new.record_id and c.stated_by = new.ruled_by) then
        raise exception 'nobody rules on a record of a country that they wrote' using errcode = 'restrict_violation';
    end if;
    if new.confirmed and not exists (select 1 from screening.standing_country_record c where c.id = new.record_id) then
        raise exception 'a later record of this country was confirmed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ruled_by_somebody_else before insert on screening.country_ruling
    for each row execute function screening.refuse_own_country_record();

do $$
declare name text;
begin
    foreach name in array array['country_record', 'country_ruling'] loop
        execute format('create trigger never_changes before update or delete on screening.%I
                        for each row execute function screening.refuse_change_of_findings()', name);
        execute format('create trigger never_emptied before truncate on screening.%I
                        for each statement execute function screening.refuse_change_of_findings()', name);
        execute format('grant select, insert on screening.%I to ${app_role}', name);
    end loop;
end $$;
