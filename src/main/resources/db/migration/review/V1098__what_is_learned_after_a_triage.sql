-- What was written of an agency or a country after a triage and gives a higher tier than it. Nothing of the contract goes below that tier
-- again. It names a finding or a record of `screening`.
create table review.learned_since_triage (
    review_id  uuid        not null references review.review (id),
    pass       int         not null check (pass >= 1),
    record_id  uuid        not null,
    tier       text        not null check (tier in ('T2', 'T3', 'T4')),
    learned_at timestamptz not null,
    primary key (review_id, pass, record_id)
);

create function review.refuse_learned_downwards() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.review r where r.id = new.review_id and r.pass = new.pass and r.tier < new.tier) then
        raise exception 'what is learned since a triage gives a higher tier than it' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from screening.standing_agency_finding f where f.id = new.record_id)
       and not exists (select 1 from screening.standing_country_record c where c.id = new.record_id) then
        raise exception 'what is learned since a triage stands in a register' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_upwards before insert on review.learned_since_triage
    for each row execute function review.refuse_learned_downwards();
create trigger never_changes before update or delete on review.learned_since_triage
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.learned_since_triage
    for each statement execute function review.refuse_change();
grant select, insert on review.learned_since_triage to ${app_role};

-- As before, and what was learned since a triage.
create or replace function review.tier_heard(of_contract uuid) returns text language plpgsql stable as $$
begin
    return greatest(
        (select max(e.tier) from review.concern_measure_end e where e.contract_id = of_contract),
        (select max(f.tier) from review.triage_finding f join review.review r on r.id = f.review_id
         where r.contract_id = of_contract),
        (select max(l.tier) from review.learned_since_triage l join review.review r on r.id = l.review_id
         where r.contract_id = of_contract),
        (select max(r.tier) from review.review r where r.contract_id = of_contract));
end $$;
