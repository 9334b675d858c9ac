-- Letters are kept and purged like every concern, and who signed is destroyed before: names and marks that were sealed, and the log of
-- who had a blind signature made, go when the answer stands. How many had signed stays until the purge.
alter table concern.letter add column names_destroyed_on date;
alter table concern.letter_signature
    add column forgotten boolean not null default false,
    drop constraint letter_signature_check,
    add constraint letter_signature_signer check (case when forgotten then num_nonnulls(signer, mark, sealed) = 0
        else (signer is null) = (mark is not null) and (signer is null) = (sealed is not null) end);

create or replace function concern.check_signature() returns trigger language plpgsql as $$
begin
    perform concern.require_signable(new.letter, new.version,
        case when new.signer is null then array ['CUSTODIAN_ONLY', 'REVEALED_AT'] else array ['NAMED'] end);
    if new.signed_on <> (now() at time zone 'UTC')::date then
        raise exception 'a signature is given on the day it is given' using errcode = 'restrict_violation';
    end if;
    if new.invalidated_on is not null or new.forgotten then
        raise exception 'a signature is valid when it is given' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function concern.only_invalidated() returns trigger language plpgsql as $$
begin
    if (new.id, new.letter, new.version, new.consents, new.signed_on)
        is distinct from (old.id, old.letter, old.version, old.consents, old.signed_on) then
        raise exception 'a signature is only declared invalid, once' using errcode = 'restrict_violation';
    end if;
    -- the application may not write these columns: only concern.destroy_names does
    if new.forgotten and not old.forgotten then
        return new;
    end if;
    if old.invalidated_on is not null or (new.signer, new.mark, new.sealed) is distinct from (old.signer, old.mark, old.sealed) then
        raise exception 'a signature is only declared invalid, once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Whether everything of a letter goes now: its concern was purged in this transaction.
create function concern.is_purged(of_concern uuid) returns boolean language sql stable as $$
    select exists (select 1 from concern.purged p where p.concern = of_concern)
$$;

create or replace function concern.refuse_change() returns trigger language plpgsql as $$
declare
    of_letter uuid := to_jsonb(old) ->> 'letter';
begin
    if tg_op = 'DELETE' and of_letter is not null then
        if concern.is_purged(of_letter) or tg_table_name = 'letter_issue'
            and exists (select 1 from concern.letter l where l.id = of_letter and l.names_destroyed_on is not null) then
            return old;
        end if;
    end if;
    raise exception 'rows of concern.% never change', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace function concern.refuse_taking_back() returns trigger language plpgsql as $$
begin
    if old.invalidated_on is not null and not concern.is_purged(old.letter) then
        raise exception 'an invalid signature stays' using errcode = 'restrict_violation';
    end if;
    return old;
end $$;

-- Destroys who signed, where nobody needs it any more: the letter was answered, the 60 days of an appeal are over or an appeal was ruled
-- on, and no legal hold keeps it. Names that every employee reads stay with the letter until its purge. The only way to write these columns.
create function concern.destroy_names(of_letter uuid, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from concern.concern c where c.id = of_letter for update;
    if concern.is_held(of_letter, on_day) then
        raise exception 'a legal hold keeps this concern' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from concern.concern c join concern.answer a on a.concern = c.id
                   where c.id = of_letter and c.mode = 'COLLECTIVE' and c.answered_on + 60 < on_day)
        or exists (select 1 from concern.appeal p where p.concern = of_letter
                   and not exists (select 1 from concern.appeal_ruling r where r.concern = of_letter)) then
        raise exception 'names of a letter are kept until its answer stands' using errcode = 'restrict_violation';
    end if;
    update concern.letter set names_destroyed_on = on_day where id = of_letter and signing <> 'NAMED' and names_destroyed_on is null;
    update concern.letter_signature set forgotten = true, mark = null, sealed = null where letter = of_letter and sealed is not null;
    delete from concern.letter_issue where letter = of_letter;
end $$;
revoke all on function concern.destroy_names(uuid, date) from public;
grant execute on function concern.destroy_names(uuid, date) to ${app_role};

create or replace function concern.purge(of_concern uuid, what_became text, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    referring record;
begin
    if concern.is_held(of_concern, on_day) then
        raise exception 'a legal hold keeps this concern' using errcode = 'restrict_violation';
    end if;
    if what_became = 'WITHDRAWN' and not exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'a concern that was not withdrawn is not purged as withdrawn' using errcode = 'restrict_violation';
    end if;
    if what_became <> 'WITHDRAWN' and not exists (select 1 from concern.answer a where a.concern = of_concern) then
        raise exception 'a concern without an answer is not purged' using errcode = 'restrict_violation';
    end if;
    insert into concern.purged (concern, outcome, purged_on) values (of_concern, what_became, on_day);
    -- tables that refer to others come first: an appeal's ruling before the appeal, what refers to a version of a letter before the version
    delete from concern.appeal_ruling r where r.concern = of_concern;
    for referring in
        select distinct c.conrelid::regclass as in_table, a.attname as by_column,
               case c.confrelid::regclass::text when 'concern.letter_version' then 1 when 'concern.letter' then 2 else 3 end as turn,
               c.conrelid::regclass::text <> 'concern.appeal' as later
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f'
          and c.confrelid in ('concern.letter_version'::regclass, 'concern.letter'::regclass, 'concern.concern'::regclass)
        order by turn, later
    loop
        execute format('delete from %s where %I = $1', referring.in_table, referring.by_column) using of_concern;
    end loop;
    delete from concern.untold u where u.concern = of_concern;
    delete from concern.concern c where c.id = of_concern;
end $$;
