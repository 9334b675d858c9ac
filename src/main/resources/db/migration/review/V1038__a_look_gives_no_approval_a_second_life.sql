-- S11: a re-review says how long an approval goes on to hold, apart from when it is looked at again. Rows of before said both with one day.
alter table review.re_review_result add column valid_until date;
alter table review.re_review_result add constraint only_what_is_valid_holds_on
    check (valid_until is null or result = 'STILL_VALID');

-- The last day on which the approval holds, for the guards, the timer and the application alike.
create or replace function review.last_day_of(approval uuid) returns date language sql stable as $$
    select greatest(d.expires_on, (
        select max(coalesce(x.valid_until, x.next_on)) from review.re_review r
        join review.re_review_result x on x.re_review_id = r.id
        where r.contract_id = d.contract_id and r.review_id = d.review_id and x.result = 'STILL_VALID'))
    from review.decision d where d.id = approval
$$;

-- Whether it stands on that day: it approves, nothing made it lapse, nothing was decided of the contract since, and it did not run out.
create function review.approval_stands(approval uuid, on_day date) returns boolean language sql stable as $$
    select exists (select 1 from review.decision d
                   where d.id = approval and d.outcome in ('APPROVE', 'CONDITIONAL') and review.last_day_of(d.id) >= on_day
                     and not exists (select 1 from review.decision_lapse l where l.decision_id = d.id)
                     and not exists (select 1 from review.decision later
                                     where later.contract_id = d.contract_id and later.decided_at > d.decided_at))
$$;

-- How long a look can let it hold: as long as the decision did that was voted on, and never longer than the interval of its tier.
create function review.longest_look(approval uuid, on_day date) returns date language sql stable as $$
    select least(on_day + (d.expires_on - (d.decided_at at time zone 'UTC')::date),
                 (on_day + case d.tier when 'T1' then interval '24 months' when 'T2' then interval '12 months'
                                       when 'T3' then interval '6 months' else interval '3 months' end)::date)
    from review.decision d where d.id = approval
$$;

create function review.refuse_second_life() returns trigger language plpgsql as $$
declare
    looked   date := (new.done_at at time zone 'UTC')::date;
    approval uuid := (select d.id from review.re_review r join review.decision d on d.review_id = r.review_id
                      where r.id = new.re_review_id order by d.decided_at desc, d.pass desc limit 1);
begin
    if not coalesce(review.approval_stands(approval, greatest(looked, (now() at time zone 'UTC')::date)), false) then
        raise exception 'the approval stands no longer, so a re-review does not find it still valid' using errcode = 'restrict_violation';
    end if;
    if new.valid_until is null or new.valid_until > review.longest_look(approval, looked) then
        raise exception 'a re-review lets an approval hold no longer than it was given, nor longer than the interval of its tier'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger valid_only_while_it_stands before insert on review.re_review_result
    for each row when (new.result = 'STILL_VALID')
    execute function review.refuse_second_life();
