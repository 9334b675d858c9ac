-- Whether a legal hold keeps the concern on this day. The caller says which day it is: the zone of a session has no say in it.
create function concern.is_held(of_concern uuid, on_day date) returns boolean language sql stable as $$
    select exists (select 1 from concern.legal_hold h where h.concern = of_concern and h.lifted_on is null
                   and (h.confirmed_on is not null or h.asked_on + 14 >= on_day))
$$;

-- A concern is purged after its answer, or after its filer took it back: what an outcome says has to have happened.
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
    -- tables that refer to others come first: an appeal's ruling before the appeal
    delete from concern.appeal_ruling r where r.concern = of_concern;
    for referring in
        select c.conrelid::regclass as in_table, a.attname as by_column
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'concern.concern'::regclass
        order by c.conrelid::regclass::text <> 'concern.appeal'
    loop
        execute format('delete from %s where %I = $1', referring.in_table, referring.by_column) using of_concern;
    end loop;
    delete from concern.untold u where u.concern = of_concern;
    delete from concern.concern c where c.id = of_concern;
end $$;

drop function concern.is_held(uuid);
