create schema policy;
grant usage on schema policy to ${app_role};

-- A numbered version: what it consists of never changes; where it stands is told by its steps.
create table policy.version (
    number       int         primary key check (number >= 1),
    id           uuid        not null unique,
    based_on     int         references policy.version (number) check (based_on < number),
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    author       text        not null check (author <> ''),
    reason       text        not null check (trim(reason) <> ''),
    effective_on date        not null,
    combinations int         not null check (combinations >= 0),
    proposed_at  timestamptz not null,
    -- only the first version comes from nothing
    check ((number = 1) = (based_on is null))
);

create table policy.version_file (
    number  int  not null references policy.version (number),
    ordinal int  not null,
    name    text not null check (name ~ '^[a-z-]+\.(dmn|csv|md)$'),
    content text not null,
    primary key (number, name),
    unique (number, ordinal)
);

-- The states a version went through, each with whoever moved it.
create table policy.version_step (
    number  int         not null references policy.version (number),
    ordinal int         not null check (ordinal >= 1),
    before  text        check (before in ('PROPOSED', 'APPROVED', 'IN_FORCE')),
    state   text        not null check (state in ('PROPOSED', 'APPROVED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN')),
    actor   text        not null check (actor <> ''),
    at      timestamptz not null,
    reason  text        not null,
    primary key (number, ordinal),
    check ((ordinal = 1) = (before is null)),
    constraint only_the_moves_of_a_version check ((coalesce(before, '-'), state) in (
        ('-', 'PROPOSED'), ('-', 'IN_FORCE'), ('PROPOSED', 'APPROVED'), ('PROPOSED', 'WITHDRAWN'),
        ('APPROVED', 'IN_FORCE'), ('APPROVED', 'WITHDRAWN'), ('IN_FORCE', 'SUPERSEDED')))
);

create view policy.version_state as
select distinct on (s.number) s.number, s.state, s.ordinal, s.at from policy.version_step s order by s.number, s.ordinal desc;

-- What staff said of a proposed version.
create table policy.comment (
    id     uuid        primary key,
    number int         not null references policy.version (number),
    author text        not null,
    at     timestamptz not null,
    text   text        not null check (trim(text) <> '' and length(text) <= 10000)
);
create index comment_by_version on policy.comment (number, at);

grant select, insert on policy.version, policy.version_file, policy.version_step, policy.comment to ${app_role};
grant select on policy.version_state to ${app_role};

create function policy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of policy.% are kept for ever and never change', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['version', 'version_file', 'version_step', 'comment'] loop
        execute format('create trigger never_changes before update or delete on policy.%I
            for each row execute function policy.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on policy.%I
            for each statement execute function policy.refuse_change()', kept);
    end loop;
end $$;

create function policy.refuse_late_file() returns trigger language plpgsql as $$
begin
    if exists (select 1 from policy.version_step s where s.number = new.number) then
        raise exception 'version % is recorded and takes no further file', new.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_before_the_first_step before insert on policy.version_file
    for each row execute function policy.refuse_late_file();

create function policy.refuse_late_comment() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from policy.version_state s where s.number = new.number and s.state in ('PROPOSED', 'APPROVED')) then
        raise exception 'version % is no longer open for comments', new.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_before_it_is_in_force before insert on policy.comment
    for each row execute function policy.refuse_late_comment();

-- Every step of any version one after the other, so that two approvals at once cannot both hold.
create function policy.refuse_wrong_step() returns trigger language plpgsql as $$
declare
    version policy.version%rowtype;
    last    policy.version_state%rowtype;
begin
    perform pg_advisory_xact_lock(hashtext('policy.version_step'));
    select * into version from policy.version v where v.number = new.number;
    select * into last from policy.version_state s where s.number = new.number;
    if last.state is distinct from new.before or new.ordinal <> coalesce(last.ordinal, 0) + 1 then
        raise exception 'version % is not %', new.number, new.before using errcode = 'restrict_violation';
    end if;
    if new.before is null and version.content_hash <> (
            select encode(sha256(string_agg(
                convert_to(f.name || E'\n', 'UTF8') || sha256(convert_to(f.content, 'UTF8')), ''::bytea
                order by f.ordinal)), 'hex')
            from policy.version_file f where f.number = new.number) then
        raise exception 'the files of version % do not have its hash', new.number using errcode = 'restrict_violation';
    end if;
    if new.before is null and new.state = 'IN_FORCE' and new.number <> 1 then
        raise exception 'only the first version begins in force' using errcode = 'restrict_violation';
    end if;
    if new.state = 'APPROVED' then
        if new.actor = version.author or new.actor = 'system' then
            raise exception 'who wrote a version does not approve it' using errcode = 'restrict_violation';
        end if;
        if exists (select 1 from policy.version_state s where s.state = 'APPROVED') then
            raise exception 'another version is approved and waits for its date' using errcode = 'restrict_violation';
        end if;
        if not exists (select 1 from policy.version_state s where s.number = version.based_on and s.state = 'IN_FORCE') then
            raise exception 'version % is based on one that is not in force', new.number using errcode = 'restrict_violation';
        end if;
    end if;
    if new.state = 'IN_FORCE' then
        if version.effective_on > (new.at at time zone 'UTC')::date and new.number <> 1 then
            raise exception 'version % is not in force before its date', new.number using errcode = 'restrict_violation';
        end if;
        if exists (select 1 from policy.version_state s where s.state = 'IN_FORCE') then
            raise exception 'another version is in force' using errcode = 'restrict_violation';
        end if;
    end if;
    return new;
end $$;
create trigger only_right_steps before insert on policy.version_step
    for each row execute function policy.refuse_wrong_step();
