create schema screening;
grant usage on schema screening to ${app_role};

create function screening.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'lists, what was found of them and what was said of it are append-only' using errcode = 'restrict_violation';
end $$;

-- Where a list comes from, under which licence, and when a copy of it is too old to rest on.
create table screening.source (
    id               uuid        primary key,
    name             text        not null check (length(name) between 2 and 200 and name !~ '[[:cntrl:]]'),
    format           text        not null check (format ~ '^[A-Z_]{2,30}$'),
    licence          text        not null check (length(licence) between 2 and 300 and licence !~ '[[:cntrl:]]'),
    attribution      text        not null check (length(attribution) between 2 and 500 and attribution !~ '[[:cntrl:]]'),
    stale_after_days int         not null check (stale_after_days between 1 and 400),
    added_by         text        not null check (length(added_by) between 1 and 100),
    added_at         timestamptz not null
);
create unique index source_is_named_once on screening.source (lower(name));

-- The newest version of a source is in force.
create table screening.list_version (
    id        uuid        primary key,
    source_id uuid        not null references screening.source (id),
    number    int         not null check (number > 0),
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    files     text[]      not null check (cardinality(files) between 1 and 10),
    entries   int         not null check (entries > 0),
    names     int         not null check (names >= entries),
    stated_on date        not null check (stated_on between date '1990-01-01' and date '2200-12-31'),
    loaded_by text        not null check (length(loaded_by) between 1 and 100),
    loaded_at timestamptz not null,
    unique (source_id, number)
);

-- An entry as some version says it; versions that say the same share it.
create table screening.list_entry (
    source_id uuid  not null references screening.source (id),
    entry_id  text  not null check (length(entry_id) between 1 and 1000),
    hash      text  not null check (hash ~ '^[0-9a-f]{64}$'),
    body      jsonb not null,
    primary key (source_id, entry_id, hash)
);

create table screening.version_entry (
    version_id uuid not null references screening.list_version (id),
    source_id  uuid not null,
    entry_id   text not null,
    hash       text not null,
    primary key (version_id, entry_id),
    foreign key (source_id, entry_id, hash) references screening.list_entry (source_id, entry_id, hash)
);

-- Somebody brought the list once more and it was still the same: it is as fresh as the day they say it is of.
create table screening.retrieval (
    id           bigint      generated always as identity primary key,
    version_id   uuid        not null references screening.list_version (id),
    stated_on    date        not null check (stated_on between date '1990-01-01' and date '2200-12-31'),
    retrieved_by text        not null check (length(retrieved_by) between 1 and 100),
    retrieved_at timestamptz not null
);
create index retrieval_of_version on screening.retrieval (version_id);

-- A list that was not taken: the version before it stays in force.
create table screening.refused_list (
    id        uuid        primary key,
    source_id uuid        not null references screening.source (id),
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    why       text        not null check (length(why) between 1 and 1000),
    sent_by   text        not null check (length(sent_by) between 1 and 100),
    sent_at   timestamptz not null
);
create index refused_list_of_source on screening.refused_list (source_id, sent_at);

-- The guard holds for every path to a version: a list that lost more than a fifth of its entries was cut off somewhere.
create function screening.refuse_version() returns trigger language plpgsql as $$
declare
    before screening.list_version;
begin
    select * into before from screening.list_version v where v.source_id = new.source_id order by v.number desc limit 1;
    if new.number <> coalesce(before.number, 0) + 1 then
        raise exception 'versions of a list are numbered one after the other' using errcode = 'restrict_violation';
    end if;
    if new.entries * 5 < before.entries * 4 then
        raise exception 'a list that is more than a fifth smaller than the one in force does not take its place'
            using errcode = 'restrict_violation';
    end if;
    if new.stated_on < before.stated_on then
        raise exception 'an older list does not take the place of a newer one' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guarded before insert on screening.list_version
    for each row execute function screening.refuse_version();

do $$
declare name text;
begin
    foreach name in array array['source', 'list_version', 'list_entry', 'version_entry', 'retrieval', 'refused_list'] loop
        execute format('create trigger never_changes before update or delete on screening.%I
                        for each row execute function screening.refuse_change()', name);
        execute format('create trigger never_emptied before truncate on screening.%I
                        for each statement execute function screening.refuse_change()', name);
        execute format('grant select, insert on screening.%I to ${app_role}', name);
    end loop;
end $$;
