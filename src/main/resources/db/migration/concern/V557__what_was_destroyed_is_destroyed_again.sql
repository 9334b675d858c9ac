-- A restored backup can be older than the answer to a concern that was purged since, or to a letter whose names were destroyed since. The
-- application then destroys the keys first, by a list outside of the database, and what nobody can open any more may go without an answer.
-- A legal hold stops both as before.
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
    if what_became <> 'WITHDRAWN' and not exists (select 1 from concern.answer a where a.concern = of_concern)
        and exists (select 1 from concern.concern_key k where k.concern = of_concern and k.part = 'HANDLING') then
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

create or replace function concern.destroy_names(of_letter uuid, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from concern.concern c where c.id = of_letter for update;
    if concern.is_held(of_letter, on_day) then
        raise exception 'a legal hold keeps this concern' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.concern_key k where k.concern = of_letter and k.part = 'LETTER')
        and (not exists (select 1 from concern.concern c join concern.answer a on a.concern = c.id
                         where c.id = of_letter and c.mode = 'COLLECTIVE' and c.answered_on + 60 < on_day)
             or exists (select 1 from concern.appeal p where p.concern = of_letter
                        and not exists (select 1 from concern.appeal_ruling r where r.concern = of_letter))) then
        raise exception 'names of a letter are kept until its answer stands' using errcode = 'restrict_violation';
    end if;
    update concern.letter set names_destroyed_on = on_day where id = of_letter and signing <> 'NAMED' and names_destroyed_on is null;
    update concern.letter_signature set forgotten = true, mark = null, sealed = null where letter = of_letter and sealed is not null;
    delete from concern.letter_issue where letter = of_letter;
end $$;
