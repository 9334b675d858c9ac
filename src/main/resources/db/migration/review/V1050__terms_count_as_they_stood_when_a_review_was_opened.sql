-- Who may be drawn for a review stands still when it is opened: a term that is entered afterwards counts for later reviews only, and so
-- does one that is ended on that day or later. Else the chair made the panel by terms, just before the lots are drawn.
create function review.refuse_urn_beside_terms() returns trigger language plpgsql as $$
declare
    opened     timestamptz := (select r.opened_at from review.review r where r.id = new.review_id);
    opened_day date        := (opened at time zone 'UTC')::date;
    drawn_day  date        := (new.drawn_at at time zone 'UTC')::date;
begin
    if exists (select 1 from jsonb_each(new.urns) urn, jsonb_array_elements(urn.value) ticket
               where exists (select 1 from review.panel_term t where t.role = ticket ->> 'role' and t.kept_at <= opened)
                 and not exists (select 1 from review.panel_term t
                                 where t.role = ticket ->> 'role' and t.person = ticket ->> 'person' and t.kept_at <= opened
                                   and coalesce(t.ended_on, 'infinity') >= opened_day
                                   and (opened_day between t.from_day and t.until_day
                                        or drawn_day between t.from_day and t.until_day))) then
        raise exception 'only terms that were kept when the review was opened count for its lots'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_terms before insert on review.panel_draw
    for each row execute function review.refuse_urn_beside_terms();

-- A term is neither entered nor ended under a time that is past: the hour is for clocks that differ.
create function review.refuse_backdated_term() returns trigger language plpgsql as $$
begin
    if (tg_op = 'INSERT' and new.kept_at < now() - interval '1 hour')
       or (tg_op = 'UPDATE' and new.ended_on < ((now() - interval '1 hour') at time zone 'UTC')::date) then
        raise exception 'a term is entered and ended now, not in the past' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_backdated before insert or update on review.panel_term
    for each row execute function review.refuse_backdated_term();
