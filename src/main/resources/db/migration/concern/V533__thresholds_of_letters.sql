-- From how many signatories on something follows. A row is never changed: the one with the highest number is in force, the others are the
-- history. To the day only, like everything here.
create table concern.letter_threshold (
    consequence text not null check (consequence in ('HEARING', 'HOLD', 'REOPENING', 'BOARD')),
    number      int  not null check (number > 0),
    -- both given: whichever is reached first
    signatures  int     check (signatures between 5 and 1000000),
    per_mille   numeric(5, 1) check (per_mille > 0 and per_mille <= 1000),
    changed_on  date not null,
    changed_by  text not null check (length(changed_by) between 1 and 100),
    reason      text not null check (length(btrim(reason)) between 10 and 2000),
    primary key (consequence, number),
    check (num_nonnulls(signatures, per_mille) > 0)
);

create table concern.headcount (
    number     int  not null primary key check (number > 0),
    people     int  not null check (people between 1 and 10000000),
    changed_on date not null,
    changed_by text not null check (length(changed_by) between 1 and 100),
    reason     text not null check (length(btrim(reason)) between 10 and 2000)
);

-- What followed from a letter: once, and for good, whatever becomes of the number afterwards.
create table concern.letter_consequence (
    letter      uuid not null,
    consequence text not null check (consequence in ('HEARING', 'HOLD', 'REOPENING', 'BOARD')),
    version     int  not null,
    threshold   int  not null check (threshold > 0),
    reached_on  date not null,
    primary key (letter, consequence),
    foreign key (letter, version) references concern.letter_version (letter, number)
);

create trigger never_changes before update or delete on concern.letter_threshold
    for each row execute function concern.refuse_change();
create trigger never_changes before update or delete on concern.headcount
    for each row execute function concern.refuse_change();
create trigger never_changes before update or delete on concern.letter_consequence
    for each row execute function concern.refuse_change();

-- How many valid signatures a version has: the one place that counts.
create function concern.signatures_of(wanted uuid, wanted_version int) returns bigint language sql stable as $$
    select (select count(*) from concern.letter_signature
            where letter = wanted and version = wanted_version and invalidated_on is null)
         + (select count(*) from concern.letter_token where letter = wanted and version = wanted_version)
$$;

create function concern.check_consequence() returns trigger language plpgsql as $$
begin
    if concern.signatures_of(new.letter, new.version) < new.threshold then
        raise exception 'nothing follows below the threshold' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_when_reached before insert on concern.letter_consequence
    for each row execute function concern.check_consequence();

grant select, insert on concern.letter_threshold, concern.headcount, concern.letter_consequence to ${app_role};
