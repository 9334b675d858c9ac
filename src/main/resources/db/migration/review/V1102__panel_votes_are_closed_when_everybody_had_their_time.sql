-- H4, H5: who closes the vote of a panel sees by name who is still to come, so they could shut out a dissent that they expect. A vote in which
-- somebody voted is closed when every member who may vote did, or had the time that the vote has: as long after they came in as the first
-- ones had. A vote whose task is not known, or whose clock stands still, waits for everybody.
create function review.vote_awaits_members(of_round review.vote_round) returns boolean language plpgsql stable as $$
begin
    return exists (
        select 1 from review.panel_seat s
        join review.panel_member m using (review_id, pass, person)
        join review.panel_draw w using (review_id, pass, number)
        left join review.panel_change c on c.review_id = s.review_id and c.pass = s.pass and c.person_in = s.person
        left join workflow.inbox_item i on i.subject_id = s.review_id and i.task_key = 'vote' and i.completed_at is null
        where s.review_id = of_round.review_id and s.pass = of_round.pass
          and not exists (select 1 from review.vote v
                          where v.review_id = of_round.review_id and v.round = of_round.round and v.voter = s.person)
          and not review.has_conflict(s.review_id, s.person)
          and coalesce(case when i.stopped_at is null then i.due_at + greatest(interval '0',
                  greatest(of_round.opened_at, w.drawn_at, c.changed_at) - i.created_at) end, 'infinity') > now());
end $$;

create function review.refuse_closing_too_early() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.vote v where v.review_id = new.review_id and v.round = new.round)
       and review.vote_awaits_members(old) then
        raise exception 'a member of the panel has not voted yet, and the time for it is not over' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger when_everybody_had_their_time before update of closed_at on review.vote_round
    for each row when ((old.panel or new.panel) and old.closed_at is null and new.closed_at is not null)
    execute function review.refuse_closing_too_early();
