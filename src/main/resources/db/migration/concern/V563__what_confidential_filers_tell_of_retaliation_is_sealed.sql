-- What a filer tells of retaliation is sealed unless their concern is an open one: a kind and a day name a confidential filer as they name
-- an anonymous one. The case of a signed-in filer is a confidential one about retaliation. What confidential filers told before stands in
-- plain until it is purged or withdrawn, for nobody can seal it here; it is shown to them alone.
alter function concern.seals_told_by_anonymous() rename to seals_what_is_told;
create or replace function concern.seals_what_is_told() returns trigger language plpgsql as $$
begin
    if (new.sealed is null) <> exists (select 1 from concern.concern c where c.id = new.concern and c.mode = 'OPEN') then
        raise exception 'what a filer tells of retaliation is sealed, unless the concern is an open one' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nobody is asked about a withdrawn concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function concern.own_case_as_its_concern() returns trigger language plpgsql as $$
begin
    if new.sealed is not null and not exists (
        select 1 from concern.concern c join concern.concern o on o.id = new.own_case
        where c.id = new.concern and o.topic = 'RETALIATION'
          and o.mode = case c.mode when 'ANONYMOUS' then 'ANONYMOUS' else 'CONFIDENTIAL' end) then
        raise exception 'the case of an anonymous filer is an anonymous one about retaliation, that of another a confidential one'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- What stands in plain of a concern that was withdrawn goes at once, as the keys of what is sealed do; a legal hold keeps both.
create function concern.forget_told(of_concern uuid, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if concern.is_held(of_concern, on_day) then
        raise exception 'a legal hold keeps this concern' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'only what is told on a withdrawn concern is forgotten' using errcode = 'restrict_violation';
    end if;
    delete from concern.check_in i where i.concern = of_concern and i.sealed is null;
    delete from concern.adverse_act a where a.concern = of_concern and a.sealed is null;
end $$;
revoke execute on function concern.forget_told(uuid, date) from public;
grant execute on function concern.forget_told(uuid, date) to ${app_role};
