-- Names of confidential filers and original files are for nobody until an opening is granted: each gets a key of its own. What is said
-- to the second person who grants one is read by them and nobody else.
alter table concern.concern_key
    drop constraint concern_key_part_check,
    add constraint concern_key_part_check
        check (part in ('HANDLING', 'REVIEW', 'LETTER', 'IDENTITY', 'ORIGINAL', 'OPENING'));

-- Names and originals that an earlier version sealed for those who handle the concern say so until they are sealed apart.
alter table concern.identity
    add column part text not null default 'HANDLING' check (part in ('HANDLING', 'IDENTITY'));
alter table concern.attachment
    add column original_part text not null default 'HANDLING' check (original_part in ('HANDLING', 'ORIGINAL'));
grant update (name, part) on concern.identity to ${app_role};
grant update (original, original_part) on concern.attachment to ${app_role};

create function concern.seals_name_apart() returns trigger language plpgsql as $$
begin
    if new.part <> 'IDENTITY' and exists (select 1 from concern.concern c where c.id = new.concern and c.mode = 'CONFIDENTIAL') then
        raise exception 'the name of a confidential filer is sealed apart' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger identity_sealed_apart before insert on concern.identity
    for each row execute function concern.seals_name_apart();

create function concern.seals_only_apart() returns trigger language plpgsql as $$
begin
    if to_jsonb(old) ->> tg_argv[0] <> 'HANDLING' or to_jsonb(new) ->> tg_argv[0] = 'HANDLING' then
        raise exception 'what was filed is never rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger identity_only_sealed_apart before update on concern.identity
    for each row execute function concern.seals_only_apart('part');
create trigger attachment_only_sealed_apart before update on concern.attachment
    for each row execute function concern.seals_only_apart('original_part');

-- One person asks, with a reason; the filer consents, or another person confirms that there is a legal basis. It lasts seven days, the
-- day of its granting counted.
create table concern.opening (
    id         uuid  not null primary key,
    concern    uuid  not null references concern.concern (id),
    kind       text  not null check (kind in ('IDENTITY', 'ORIGINAL')),
    file       int,
    ground     text  not null check (ground in ('CONSENT', 'LEGAL_BASIS')),
    reason     bytea not null check (octet_length(reason) % 1024 = 48),
    -- which law, and whose demand; empty where the filer is asked
    basis      bytea not null check (octet_length(basis) % 1024 = 48),
    -- both again, for whoever confirms
    to_confirm bytea not null check (octet_length(to_confirm) % 1024 = 48),
    asked_by   text  not null check (length(asked_by) between 1 and 100),
    asked_on   date  not null,
    granted_by text check (granted_by <> asked_by),
    granted_on date check (granted_on >= asked_on),
    last_day   date check (last_day = granted_on + 6),
    refused_on date check (refused_on >= asked_on),
    ended_on   date check (ended_on >= asked_on),
    check ((kind = 'ORIGINAL') = (file is not null)),
    check (num_nulls(granted_on, last_day) in (0, 2)),
    -- who consented stands nowhere: it is the filer
    check (granted_on is null or (ground = 'LEGAL_BASIS') = (granted_by is not null)),
    check (granted_by is null or granted_on is not null),
    check (refused_on is null or (ground = 'CONSENT' and granted_on is null)),
    foreign key (concern, file) references concern.attachment (concern, number) on delete cascade
);
create unique index one_opening_at_a_time on concern.opening (concern, kind, coalesce(file, 0))
    where refused_on is null and ended_on is null;

-- Each time that a name was shown or an original was handed out: its filer reads how often, and on which days.
create table concern.opening_use (
    opening uuid not null references concern.opening (id) on delete cascade,
    number  int  not null check (number > 0),
    used_on date not null,
    primary key (opening, number)
);

create or replace function concern.in_conflict(of_concern uuid, of_part text, person text) returns boolean language sql stable as $$
    select exists (
        select 1 from concern.about a join review.participant p on p.contract = a.contract
        where a.concern = of_concern and p.person = in_conflict.person and (p.paid or of_part <> 'REVIEW'))
$$;

create function concern.refuses_person_of_opening(of_concern uuid, person text) returns void language plpgsql as $$
begin
    if exists (select 1 from concern.kept_from k where k.concern = of_concern and k.username = person)
        or concern.in_conflict(of_concern, 'HANDLING', person) then
        raise exception 'this concern is kept from that person' using errcode = 'restrict_violation';
    end if;
end $$;

create function concern.begins_opening() returns trigger language plpgsql as $$
begin
    perform concern.refuses_person_of_opening(new.concern, new.asked_by);
    if num_nonnulls(new.granted_on, new.refused_on, new.ended_on) > 0 then
        raise exception 'an opening begins as a request' using errcode = 'restrict_violation';
    end if;
    if new.kind = 'IDENTITY' and not exists (
        select 1 from concern.concern c join concern.identity i on i.concern = c.id
        where c.id = new.concern and c.mode = 'CONFIDENTIAL') then
        raise exception 'there is no sealed name beside this concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger opening_begins before insert on concern.opening
    for each row execute function concern.begins_opening();

create function concern.moves_opening() returns trigger language plpgsql as $$
begin
    if num_nonnulls(old.refused_on, old.ended_on) > 0 then
        raise exception 'an opening that is over stays over' using errcode = 'restrict_violation';
    end if;
    if old.granted_on is not null and (new.granted_on, new.last_day, new.granted_by)
        is distinct from (old.granted_on, old.last_day, old.granted_by) then
        raise exception 'an opening is granted once' using errcode = 'restrict_violation';
    end if;
    if old.granted_on is null and new.granted_on is not null then
        perform concern.refuses_person_of_opening(new.concern, new.asked_by);
        perform concern.refuses_person_of_opening(new.concern, new.granted_by);
        if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
            raise exception 'nothing of a withdrawn concern is opened' using errcode = 'restrict_violation';
        end if;
    end if;
    return new;
end $$;
create trigger opening_moves before update on concern.opening
    for each row execute function concern.moves_opening();

-- The key goes with the opening.
create function concern.takes_wrap_of_opening() returns trigger language plpgsql as $$
begin
    delete from concern.key_wrap w
    where w.concern = new.concern and w.part = new.kind and w.recipient = new.asked_by
      and not exists (select 1 from concern.opening o
                      where o.concern = new.concern and o.kind = new.kind and o.asked_by = new.asked_by
                        and o.granted_on is not null and o.ended_on is null);
    return new;
end $$;
create trigger opening_takes_wrap after update of ended_on on concern.opening
    for each row when (new.ended_on is not null) execute function concern.takes_wrap_of_opening();

-- No key to a name or an original without an opening that was granted to this very person.
create function concern.refuses_wrap_without_opening() returns trigger language plpgsql as $$
begin
    if new.part in ('IDENTITY', 'ORIGINAL') and not exists (
        select 1 from concern.opening o
        where o.concern = new.concern and o.kind = new.part and o.asked_by = new.recipient
          and o.granted_on is not null and o.ended_on is null) then
        raise exception 'nobody opened this to that person' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger key_wrap_needs_opening before insert or update on concern.key_wrap
    for each row execute function concern.refuses_wrap_without_opening();

create function concern.refuses_use_outside_opening() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.opening o
                   where o.id = new.opening and o.ended_on is null and new.used_on between o.granted_on and o.last_day) then
        raise exception 'this opening is not in force on that day' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger opening_use_within_opening before insert on concern.opening_use
    for each row execute function concern.refuses_use_outside_opening();

grant select, insert on concern.opening, concern.opening_use to ${app_role};
grant update (granted_by, granted_on, last_day, refused_on, ended_on) on concern.opening to ${app_role};
