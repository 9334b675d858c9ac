-- Letters that are only counted (RFC 9474). Who had a blind signature made is known, to the day; which token came of it is not, not
-- even with the issuing key. The two tables have no value in common.
create table concern.letter_issue (
    letter    uuid  not null,
    version   int   not null,
    username  text  not null check (length(username) between 1 and 100),
    -- hash of what was signed, so that a lost answer can be asked for again
    blinded   bytea not null check (octet_length(blinded) = 32),
    issued_on date  not null default (now() at time zone 'UTC')::date,
    primary key (letter, version, username),
    foreign key (letter, version) references concern.letter_version (letter, number)
);

create table concern.letter_token (
    letter    uuid  not null,
    version   int   not null,
    -- hash of the message that was signed unseen
    token     bytea not null check (octet_length(token) = 32),
    signed_on date  not null default (now() at time zone 'UTC')::date,
    primary key (letter, version, token),
    foreign key (letter, version) references concern.letter_version (letter, number)
);

create function concern.check_issue() returns trigger language plpgsql as $$
begin
    perform concern.require_signable(new.letter, new.version, array ['COUNT_ONLY']);
    if new.issued_on <> (now() at time zone 'UTC')::date then
        raise exception 'a token is issued on the day it is issued' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_what_can_be_signed before insert on concern.letter_issue
    for each row execute function concern.check_issue();

-- Once for a whole statement: the tokens of a day are laid down anew with each that comes, in the order of their hashes, because the order
-- in which they came would show beside the order of the issue log whose they are.
create function concern.check_tokens() returns trigger language plpgsql as $$
declare
    added record;
begin
    for added in select distinct letter, version from tokens loop
        perform concern.require_signable(added.letter, added.version, array ['COUNT_ONLY']);
        if (select count(*) from concern.letter_token where letter = added.letter and version = added.version)
            > (select count(*) from concern.letter_issue where letter = added.letter and version = added.version) then
            raise exception 'no more signatures than were issued' using errcode = 'restrict_violation';
        end if;
    end loop;
    if exists (select 1 from tokens where signed_on <> (now() at time zone 'UTC')::date) then
        raise exception 'a signature is given on the day it is given' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger only_what_was_issued after insert on concern.letter_token
    referencing new table as tokens for each statement execute function concern.check_tokens();

create trigger never_changes before update or delete on concern.letter_issue
    for each row execute function concern.refuse_change();
create trigger never_changes before update on concern.letter_token
    for each row execute function concern.refuse_change();

grant select, insert on concern.letter_issue to ${app_role};
grant select, insert, delete on concern.letter_token to ${app_role};
