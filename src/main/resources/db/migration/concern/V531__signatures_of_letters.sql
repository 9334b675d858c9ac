-- Signatures by which the system can know a person: in letters with names, and sealed in letters whose names only the custodian reads or
-- that are shown from a number on. The database dates each itself, so that none can be given an earlier day.
create table concern.letter_signature (
    id              uuid    not null primary key,
    letter          uuid    not null,
    version         int     not null,
    -- account name; in letters with names only
    signer          text    check (length(signer) between 1 and 100),
    -- elsewhere: a keyed hash of the account name, to tell a second signature of the same person, and the name sealed
    mark            bytea   check (octet_length(mark) = 32),
    sealed          bytea   check (octet_length(sealed) % 1024 = 48),
    -- whether the name may be shown when the number is reached
    consents        boolean not null,
    signed_on       date    not null default (now() at time zone 'UTC')::date,
    invalidated_on  date,
    invalidated_by  text    check (length(invalidated_by) between 1 and 100),
    invalid_because text    check (length(trim(invalid_because)) between 30 and 2000),
    foreign key (letter, version) references concern.letter_version (letter, number),
    unique (letter, version, signer),
    unique (letter, version, mark),
    check ((signer is null) = (mark is not null) and (signer is null) = (sealed is not null)),
    check (num_nulls(invalidated_on, invalidated_by, invalid_because) in (0, 3))
);

-- That the number of a version was reached from which its names are shown: once, and for good.
create table concern.letter_reveal (
    letter     uuid not null,
    version    int  not null,
    reached_on date not null,
    primary key (letter, version),
    foreign key (letter, version) references concern.letter_version (letter, number)
);

-- Names opened when the number was reached, of those who had agreed.
create table concern.letter_name (
    signature uuid not null primary key references concern.letter_signature (id) on delete cascade,
    username  text not null check (length(username) between 1 and 100)
);

-- Refuses a signature on what cannot be signed, and locks the letter: signatures on one letter are given one after the other.
create function concern.require_signable(wanted uuid, wanted_version int, modes text[]) returns void language plpgsql as $$
declare
    found concern.letter;
begin
    select * into found from concern.letter where id = wanted for update;
    if not found.signing = any (modes) then
        raise exception 'this letter is not signed in this way' using errcode = 'restrict_violation';
    end if;
    if found.closed_on is not null or exists (select 1 from concern.answer where concern = wanted) then
        raise exception 'this letter cannot be signed any more' using errcode = 'restrict_violation';
    end if;
    if found.version <> wanted_version then
        raise exception 'only the version in force can be signed' using errcode = 'restrict_violation';
    end if;
end $$;

create function concern.check_signature() returns trigger language plpgsql as $$
begin
    perform concern.require_signable(new.letter, new.version,
        case when new.signer is null then array ['CUSTODIAN_ONLY', 'REVEALED_AT'] else array ['NAMED'] end);
    if new.signed_on <> (now() at time zone 'UTC')::date then
        raise exception 'a signature is given on the day it is given' using errcode = 'restrict_violation';
    end if;
    if new.invalidated_on is not null then
        raise exception 'a signature is valid when it is given' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_what_can_be_signed before insert on concern.letter_signature
    for each row execute function concern.check_signature();

create function concern.only_invalidated() returns trigger language plpgsql as $$
begin
    if old.invalidated_on is not null
        or (new.id, new.letter, new.version, new.consents, new.signed_on)
            is distinct from (old.id, old.letter, old.version, old.consents, old.signed_on)
        or (new.signer, new.mark, new.sealed) is distinct from (old.signer, old.mark, old.sealed) then
        raise exception 'a signature is only declared invalid, once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_rewritten before update on concern.letter_signature
    for each row execute function concern.only_invalidated();

-- An invalid signature is not taken back: its author could sign again.
create function concern.refuse_taking_back() returns trigger language plpgsql as $$
begin
    if old.invalidated_on is not null then
        raise exception 'an invalid signature stays' using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
create trigger invalid_ones_stay before delete on concern.letter_signature
    for each row execute function concern.refuse_taking_back();

create function concern.check_name() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.letter_signature s join concern.letter_reveal r on r.letter = s.letter and r.version = s.version
                   where s.id = new.signature and s.consents and s.invalidated_on is null) then
        raise exception 'names are opened when the number is reached, of those who agreed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_when_reached before insert on concern.letter_name
    for each row execute function concern.check_name();

create function concern.check_reveal() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.letter where id = new.letter and signing = 'REVEALED_AT'
                     and reveal_at <= (select count(*) from concern.letter_signature s
                                       where s.letter = new.letter and s.version = new.version and s.invalidated_on is null)) then
        raise exception 'names stay sealed below the number' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger sealed_below_the_number before insert on concern.letter_reveal
    for each row execute function concern.check_reveal();
create trigger never_changes before update or delete on concern.letter_reveal
    for each row execute function concern.refuse_change();

-- taking a signature back leaves nothing
grant select, insert, delete on concern.letter_signature to ${app_role};
grant update (invalidated_on, invalidated_by, invalid_because) on concern.letter_signature to ${app_role};
grant select, insert on concern.letter_name, concern.letter_reveal to ${app_role};
