-- What has to be kept although its time is over: asked for by one person with a reason, confirmed by another. It holds from the
-- moment it is asked for; unconfirmed it ends after 14 days. Lifting it takes somebody else than who asked.
create table concern.legal_hold (
    id           uuid not null primary key,
    concern      uuid not null references concern.concern (id),
    reason       text not null check (length(trim(reason)) between 30 and 2000),
    asked_by     text not null check (asked_by <> ''),
    asked_on     date not null,
    confirmed_by text check (confirmed_by <> asked_by),
    confirmed_on date,
    lifted_by    text check (lifted_by <> asked_by),
    lifted_on    date,
    check (num_nulls(confirmed_by, confirmed_on) in (0, 2)),
    check (num_nulls(lifted_by, lifted_on) in (0, 2))
);
create unique index one_legal_hold_of_a_concern on concern.legal_hold (concern) where lifted_on is null;

-- All that is left of a concern: what became of it, and when it was purged. Its id stands in the record.
create table concern.purged (
    concern   uuid not null primary key,
    outcome   text not null check (outcome in ('ANSWERED', 'CONFIRMED', 'CHANGED', 'WITHDRAWN')),
    purged_on date not null
);

create function concern.is_held(of_concern uuid) returns boolean language sql stable as $$
    select exists (select 1 from concern.legal_hold h where h.concern = of_concern and h.lifted_on is null
                   and (h.confirmed_on is not null or h.asked_on + 14 >= current_date))
$$;

-- Removes every row that refers to the concern, in whatever table a later migration adds, and the concern itself. The only way to
-- delete anything of a concern that was answered; the application may call it and nothing else.
create function concern.purge(of_concern uuid, what_became text, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    referring record;
begin
    if concern.is_held(of_concern) then
        raise exception 'a legal hold keeps this concern' using errcode = 'restrict_violation';
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
revoke all on function concern.purge(uuid, text, date) from public;
grant execute on function concern.purge(uuid, text, date) to ${app_role};

grant select, insert on concern.legal_hold to ${app_role};
grant update (confirmed_by, confirmed_on, lifted_by, lifted_on) on concern.legal_hold to ${app_role};
grant select on concern.purged to ${app_role};
