-- Whoever had a hand in the contract, was excluded by the filer or stepped back acts on nothing of the concern: no answer, no message, no
-- meeting and no legal hold carries their name, as no opening, finding or question does.
create function concern.refuses_officer() returns trigger language plpgsql as $$
begin
    if new.officer is not null then
        perform concern.refuses_person_of_opening(new.concern, new.officer);
    end if;
    return new;
end $$;
create trigger answer_by_handlers before insert on concern.answer
    for each row execute function concern.refuses_officer();
create trigger message_by_handlers before insert on concern.message
    for each row execute function concern.refuses_officer();
create trigger meeting_act_by_handlers before insert on concern.meeting_act
    for each row execute function concern.refuses_officer();

create function concern.refuses_answer_to_withdrawn() returns trigger language plpgsql as $$
begin
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nobody answers a withdrawn concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger answer_only_while_it_stands before insert on concern.answer
    for each row execute function concern.refuses_answer_to_withdrawn();

create function concern.refuses_person_of_hold() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform concern.refuses_person_of_opening(new.concern, new.asked_by);
    elsif new.confirmed_by is distinct from old.confirmed_by then
        perform concern.refuses_person_of_opening(new.concern, new.confirmed_by);
    end if;
    if new.lifted_by is not null and (tg_op = 'INSERT' or new.lifted_by is distinct from old.lifted_by) then
        perform concern.refuses_person_of_opening(new.concern, new.lifted_by);
    end if;
    return new;
end $$;
create trigger legal_hold_by_handlers before insert or update on concern.legal_hold
    for each row execute function concern.refuses_person_of_hold();

-- An appeal comes within 60 days, and not about what its filer took back.
create or replace function concern.refuses_appeal() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.answer where concern = new.concern) then
        raise exception 'an appeal is against an answer' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.concern c where c.id = new.concern and c.answered_on + 60 < new.filed_on) then
        raise exception 'the time to appeal is over' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nobody appeals about a withdrawn concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- What waits for a ruling is kept until it has one, as the names of a letter are; of what nobody can open any more nothing waits.
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
    if what_became <> 'WITHDRAWN' and exists (select 1 from concern.appeal p where p.concern = of_concern)
        and not exists (select 1 from concern.appeal_ruling r where r.concern = of_concern)
        and exists (select 1 from concern.concern_key k where k.concern = of_concern and k.part = 'HANDLING') then
        raise exception 'a concern whose appeal waits for its ruling is not purged' using errcode = 'restrict_violation';
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
