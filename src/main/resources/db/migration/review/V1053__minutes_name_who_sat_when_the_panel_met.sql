-- Who sat on the panel of a pass at a moment: drawn by then, or come in by then, and not replaced yet.
create function review.panel_seat_at(of_review uuid, of_pass int, at timestamptz)
        returns table (person text, role text, seat text) language sql stable as $$
    select m.person, m.role, m.seat
    from review.panel_member m
    join review.panel_draw d on d.review_id = m.review_id and d.pass = m.pass and d.number = m.number
    where m.review_id = of_review and m.pass = of_pass and d.drawn_at <= at
      and (m.standing = 'MEMBER' or exists (
            select 1 from review.panel_change c
            where c.review_id = m.review_id and c.pass = m.pass and c.person_in = m.person and c.changed_at <= at))
      and not exists (
            select 1 from review.panel_change c
            where c.review_id = m.review_id and c.pass = m.pass and c.person_out = m.person and c.changed_at <= at)
    order by m.seat, m.person
$$;

-- Minutes say of everybody who sat on the panels when they met whether they were there, and of nobody else.
create function review.refuse_minutes_of_others() returns trigger language plpgsql as $$
declare
    sat   text[] := array(select distinct s.person
                          from review.panel_meeting m
                          join review.panel_meeting_case c on c.meeting_id = m.id
                          cross join lateral review.panel_seat_at(c.review_id, c.pass, m.held_at) s
                          where m.id = new.meeting_id order by s.person);
    named text[] := array(select k from jsonb_object_keys(new.attendance) k order by k);
begin
    if sat is distinct from named then
        raise exception 'minutes name whoever sat on the panels when they met, and nobody else' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_who_sat before insert on review.panel_minutes
    for each row execute function review.refuse_minutes_of_others();
