-- S4: a tier may be raised, never lowered: no later triage of a contract goes below what an earlier one confirmed, in the same review after a return or
-- in a later one. As before, what hearings and findings against a triage found counts as well.
create or replace function review.tier_heard(of_contract uuid) returns text language plpgsql stable as $$
begin
    return greatest(
        (select max(e.tier) from review.concern_measure_end e where e.contract_id = of_contract),
        (select max(f.tier) from review.triage_finding f join review.review r on r.id = f.review_id
         where r.contract_id = of_contract),
        (select max(r.tier) from review.review r where r.contract_id = of_contract));
end $$;

create or replace function review.refuse_tier_below_hearing() returns trigger language plpgsql as $$
begin
    if new.tier is distinct from old.tier
       and (new.tier < review.tier_heard(new.contract_id) or (new.tier is null and old.tier is not null)) then
        raise exception 'the contract was triaged higher before, a hearing found a higher tier, or a finding against an earlier triage gives one'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
