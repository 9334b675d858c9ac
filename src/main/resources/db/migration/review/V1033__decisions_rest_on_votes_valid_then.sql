-- H2, H3: a decision rests on the votes that are valid when it is made. Whoever declared a conflict after the vote was closed counts no
-- longer: neither to the quorum and the mandatory roles, nor to the majority. The application counts the same.
create function review.vote_holds(of_round review.vote_round, of_tier text) returns boolean language plpgsql stable as $$
declare
    allowed jsonb := review.space_in_effect(of_round);
    votes int;
    carrying int;
    panelists int;
    legal int;
    experts int;
begin
    select count(*),
           count(*) filter (where v.choice = of_round.carried),
           count(*) filter (where v.role = 'EMPLOYEE_PANELIST'),
           count(*) filter (where v.role = 'LEGAL_REVIEWER'),
           count(*) filter (where v.role = 'EXTERNAL_EXPERT')
    into votes, carrying, panelists, legal, experts
    from review.vote v
    where v.review_id = of_round.review_id and v.round = of_round.round and v.choice <> 'ABSTAIN'
      and not review.has_conflict(v.review_id, v.voter);
    if votes < greatest(coalesce((allowed ->> 'quorum')::int, 0),
                        case when of_round.panel then 5 when of_tier = 'T1' then 1 else 2 end) then
        return false;
    end if;
    if of_round.panel and (legal < 1 or panelists < case when of_tier = 'T4' then 2 else 1 end
                           or experts < case when of_tier = 'T4' then 1 else 0 end) then
        return false;
    end if;
    return case when not of_round.panel then carrying = votes
                when allowed ->> 'majority' = 'TWO_THIRDS' then carrying * 3 >= votes * 2
                else carrying * 2 > votes end;
end $$;

-- As before, and: what the votes that are valid by now carry no longer is returned instead, and nothing else.
create or replace function review.refuse_uncarried_decision() returns trigger language plpgsql as $$
begin
    -- whoever declares a conflict at this moment is either counted out below, or waits for the decision
    perform 1 from review.review r where r.id = new.review_id for no key update;
    if not exists (
        select 1 from review.vote_round r
        where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null
          and (jsonb_exists(review.space_in_effect(r) -> 'allowed', new.outcome)
               and (r.carried = new.outcome and review.vote_holds(r, new.tier) or exists (
                   select 1 from review.appeal a
                   join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
                   join review.decision first on first.id = a.decision_id
                   where first.review_id = new.review_id and first.pass = new.pass))
               or new.outcome = 'RETURN' and r.carried in ('APPROVE', 'CONDITIONAL')
                  and new.tier < review.tier_heard(new.contract_id)
               or new.outcome = 'RETURN' and not jsonb_exists(review.space_in_effect(r) -> 'allowed', r.carried)
               or new.outcome = 'RETURN' and r.carried is not null and not review.vote_holds(r, new.tier))) then
        raise exception 'the vote did not carry this outcome, or the votes that are valid by now carry it no longer'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d where d.review_id = new.review_id and d.pass = new.pass)
       and not exists (
           select 1 from review.appeal a
           join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
           join review.decision first on first.id = a.decision_id
           where first.review_id = new.review_id and first.pass = new.pass) then
        raise exception 'this pass is decided' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function review.hold_review() returns trigger language plpgsql as $$
begin
    perform 1 from review.review r where r.id = new.review_id for no key update;
    return new;
end $$;
create trigger beside_no_decision before insert on review.recusal
    for each row execute function review.hold_review();
