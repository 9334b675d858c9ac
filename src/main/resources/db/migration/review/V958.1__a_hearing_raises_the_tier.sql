-- The higher tier that a hearing of those who signed found; null where the tier stays.
alter table review.concern_measure_end
    add column tier text check (tier in ('T1', 'T2', 'T3', 'T4')),
    add check (tier is null or measure = 'HEARING');

-- The highest that hearings found for a contract; null where none found one.
create function review.tier_heard(of_contract uuid) returns text language sql stable as $$
    select max(e.tier) from review.concern_measure_end e where e.contract_id = of_contract
$$;

create function review.refuse_tier_below_hearing() returns trigger language plpgsql as $$
begin
    if new.tier is distinct from old.tier and new.tier < review.tier_heard(new.contract_id) then
        raise exception 'a hearing found a higher tier' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_below_hearing before update on review.review
    for each row execute function review.refuse_tier_below_hearing();

create function review.refuse_approval_below_hearing() returns trigger language plpgsql as $$
begin
    if new.outcome in ('APPROVE', 'CONDITIONAL') and new.tier < review.tier_heard(new.contract_id) then
        raise exception 'a hearing found a higher tier: nothing is approved below it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_below_hearing before insert on review.decision
    for each row execute function review.refuse_approval_below_hearing();

-- As before, and: what was carried on the way of a lower tier than a hearing found, and approves, is returned instead.
create or replace function review.refuse_uncarried_decision() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from review.vote_round r
        where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null
          and (jsonb_exists(r.space -> 'allowed', new.outcome)
               and (r.carried = new.outcome or exists (
                   select 1 from review.appeal a
                   join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
                   join review.decision first on first.id = a.decision_id
                   where first.review_id = new.review_id and first.pass = new.pass))
               or new.outcome = 'RETURN' and r.carried in ('APPROVE', 'CONDITIONAL')
                  and new.tier < review.tier_heard(new.contract_id))) then
        raise exception 'the vote did not carry this outcome' using errcode = 'restrict_violation';
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
