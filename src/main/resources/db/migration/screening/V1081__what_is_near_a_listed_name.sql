-- One look at the named parties of a contract: which lists, in which version, at what time.
create table screening.run (
    id            uuid        primary key,
    contract_id   uuid        not null,
    facts_version int         not null check (facts_version >= 0),
    parties       int         not null check (parties > 0),
    run_at        timestamptz not null
);
create index run_of_contract on screening.run (contract_id, run_at);

-- A source without a version was not screened against: that is no "no hit".
create table screening.run_list (
    run_id     uuid not null references screening.run (id),
    source_id  uuid not null references screening.source (id),
    version_id uuid references screening.list_version (id),
    primary key (run_id, source_id)
);

-- The last run of each contract: what is due is found by it. It moves on, the runs stay.
create table screening.screened (
    contract_id   uuid        primary key,
    run_id        uuid        not null references screening.run (id),
    facts_version int         not null,
    lists         text        not null,
    run_at        timestamptz not null
);
grant select, insert, update on screening.screened to ${app_role};

-- A party of a contract whose name is near one of a list. The same party and entry are the same hit in every later run.
create table screening.hit (
    id          uuid        primary key,
    contract_id uuid        not null,
    role        text        not null check (role ~ '^[A-Z_]{3,40}$'),
    party       text        not null check (length(party) between 1 and 400),
    kind        text        not null check (kind ~ '^[A-Z]{3,20}$'),
    countries   text[]      not null,
    party_hash  text        not null check (party_hash ~ '^[0-9a-f]{64}$'),
    source_id   uuid        not null references screening.source (id),
    entry_id    text        not null,
    run_id      uuid        not null references screening.run (id),
    opened_at   timestamptz not null
);
create index hit_of_contract on screening.hit (contract_id);

-- What speaks for it; a further row where the entry, the name or the band is another than before. From it the score can be worked out again.
create table screening.evidence (
    hit_id       uuid             not null references screening.hit (id),
    number       int              not null check (number > 0),
    version_id   uuid             not null references screening.list_version (id),
    source_id    uuid             not null,
    entry_id     text             not null,
    entry_hash   text             not null,
    matched_name text             not null check (matched_name <> ''),
    strength     text             not null check (strength in ('STRONG', 'WEAK', 'ORIGINAL_SCRIPT')),
    score        double precision not null check (score between 0 and 1),
    adjustment   double precision not null,
    band         text             not null check (band in ('STRONG', 'REVIEW')),
    tokens       jsonb            not null check (jsonb_typeof(tokens) = 'array'),
    qualifiers   text[]           not null,
    seen_at      timestamptz      not null,
    primary key (hit_id, number),
    foreign key (source_id, entry_id, entry_hash) references screening.list_entry (source_id, entry_id, hash)
);

create table screening.closing (
    hit_id    uuid        primary key references screening.hit (id),
    why       text        not null check (why in ('ENTRY_GONE', 'PARTY_GONE', 'NO_LONGER_NEAR')),
    run_id    uuid        not null references screening.run (id),
    closed_at timestamptz not null
);

-- Strong hits that legal reviewers were told of.
create table screening.told (
    hit_id  uuid        not null,
    number  int         not null,
    told_at timestamptz not null,
    primary key (hit_id, number),
    foreign key (hit_id, number) references screening.evidence (hit_id, number)
);

create function screening.refuse_second_hit() returns trigger language plpgsql as $$
begin
    if exists (select 1 from screening.hit h where h.contract_id = new.contract_id and h.party_hash = new.party_hash
               and h.source_id = new.source_id and h.entry_id = new.entry_id
               and not exists (select 1 from screening.closing c where c.hit_id = h.id)) then
        raise exception 'this party and this entry are a hit already' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger once before insert on screening.hit for each row execute function screening.refuse_second_hit();

do $$
declare name text;
begin
    foreach name in array array['run', 'run_list', 'hit', 'evidence', 'closing', 'told'] loop
        execute format('create trigger never_changes before update or delete on screening.%I
                        for each row execute function screening.refuse_change()', name);
        execute format('create trigger never_emptied before truncate on screening.%I
                        for each statement execute function screening.refuse_change()', name);
        execute format('grant select, insert on screening.%I to ${app_role}', name);
    end loop;
end $$;
