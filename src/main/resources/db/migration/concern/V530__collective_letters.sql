-- A collective letter is a concern of many: the same id, acknowledged and answered like every other. Whether and how its signatories
-- are known is fixed when it is opened. What is signed is one version of its text: another text is another version, without signatures.
create table concern.letter (
    id              uuid not null primary key references concern.concern (id),
    title           text not null check (length(trim(title)) between 1 and 200),
    signing         text not null check (signing in ('NAMED', 'CUSTODIAN_ONLY', 'REVEALED_AT', 'COUNT_ONLY')),
    -- from how many signatories on the names are shown; below five a name would be guessed
    reveal_at       int check (reveal_at between 5 and 1000000),
    version         int  not null default 1 check (version > 0),
    opened_on       date not null,
    closed_on       date check (closed_on >= opened_on),
    check ((signing = 'REVEALED_AT') = (reveal_at is not null))
);

create table concern.letter_version (
    letter             uuid   not null references concern.letter (id),
    number             int    not null check (number > 0),
    text               text   not null check (length(trim(text)) > 0 and length(text) <= 10000),
    demands            text[] not null check (cardinality(demands) between 1 and 20),
    written_on         date   not null,
    -- for letters that are only counted: blind signatures are made and checked with a key of this version alone
    issuing_key        bytea,
    sealed_issuing_key bytea check (octet_length(sealed_issuing_key) % 1024 = 48),
    primary key (letter, number),
    check (num_nulls(issuing_key, sealed_issuing_key) in (0, 2))
);

create table concern.letter_contract (
    letter   uuid not null references concern.letter (id),
    contract uuid not null,
    primary key (letter, contract)
);
create index letter_contract_by_contract on concern.letter_contract (contract);

create function concern.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of concern.% never change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changes before update or delete on concern.letter_version
    for each row execute function concern.refuse_change();
create trigger never_changes before update or delete on concern.letter_contract
    for each row execute function concern.refuse_change();

create function concern.check_letter() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select 1 from concern.concern where id = new.id and mode = 'COLLECTIVE') then
            raise exception 'a letter is a collective concern' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if (new.id, new.title, new.signing, new.opened_on) is distinct from (old.id, old.title, old.signing, old.opened_on)
        or new.reveal_at is distinct from old.reveal_at then
        raise exception 'how a letter is signed is fixed when it is opened' using errcode = 'restrict_violation';
    end if;
    if old.closed_on is not null and (new.closed_on is distinct from old.closed_on or new.version <> old.version) then
        raise exception 'a closed letter stays closed' using errcode = 'restrict_violation';
    end if;
    if new.version not in (old.version, old.version + 1)
        or not exists (select 1 from concern.letter_version where letter = new.id and number = new.version) then
        raise exception 'a letter goes on to its next version only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_as_opened before insert or update on concern.letter
    for each row execute function concern.check_letter();

create function concern.check_letter_version() returns trigger language plpgsql as $$
declare
    mode text;
begin
    select signing into mode from concern.letter where id = new.letter;
    if (mode = 'COUNT_ONLY') <> (new.issuing_key is not null) then
        raise exception 'letters that are only counted have a key in each version, others have none' using errcode = 'restrict_violation';
    end if;
    if new.number <> (select coalesce(max(number), 0) + 1 from concern.letter_version where letter = new.letter) then
        raise exception 'versions of a letter are numbered from 1' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger follows_the_last before insert on concern.letter_version
    for each row execute function concern.check_letter_version();

grant select, insert on concern.letter, concern.letter_version, concern.letter_contract to ${app_role};
grant update (version, closed_on) on concern.letter to ${app_role};

-- a letter has a key pair of its own beside the one of those who handle it
alter table concern.concern_key
    drop constraint concern_key_part_check,
    add constraint concern_key_part_check check (part in ('HANDLING', 'REVIEW', 'LETTER'));

-- The answer, for every employee: not sealed, because it is given to all at once.
create table concern.letter_answer (
    letter      uuid not null primary key references concern.letter (id),
    officer     text not null check (length(officer) between 1 and 100),
    answered_on date not null,
    considered  text not null check (length(trim(considered)) > 0),
    decision    text not null check (length(trim(decision)) > 0),
    article     text not null check (length(trim(article)) > 0),
    effect      text not null check (length(trim(effect)) > 0),
    appeal      text not null check (length(trim(appeal)) > 0)
);
create trigger never_changes before update or delete on concern.letter_answer
    for each row execute function concern.refuse_change();
grant select, insert on concern.letter_answer to ${app_role};
