-- Two requests at the same moment see nothing of each other. Whoever adds days of a person waits for the lock of that person, then looks.
create function review.refuse_overlapping_absence() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('review.days:' || named, 0))
    from (select distinct unnest(array_remove(array[new.person, new.delegate], null)) as named order by 1) people;
    if exists (select 1 from review.absence a where a.person in (new.person, new.delegate) and a.withdrawn_at is null
               and a.from_day <= new.until_day and a.until_day >= new.from_day) then
        raise exception 'the person or the delegate is absent on some of these days already' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_overlap before insert on review.absence
    for each row execute function review.refuse_overlapping_absence();

create function review.refuse_overlapping_term() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('review.days:' || new.person, 0));
    if exists (select 1 from review.panel_term t where t.person = new.person and t.role = new.role
               and t.from_day <= new.until_day and least(t.until_day, t.ended_on - 1) >= new.from_day) then
        raise exception 'a term of this person in this role covers some of these days already' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_overlap before insert on review.panel_term
    for each row execute function review.refuse_overlapping_term();

-- A year typed wrong is no day: a term until 9999 never ends. What was kept before stays, and such a term is ended early.
alter table review.panel_term add constraint term_is_likely check (
    ended_on is not null
    or (from_day <= ((kept_at at time zone 'UTC')::date + interval '10 years')::date
        and until_day <= (from_day + interval '10 years')::date)) not valid;
alter table review.panel_meeting add constraint meeting_is_likely check (
    held_at <= called_at + interval '2 years 1 day' and length(place) <= 500) not valid;
