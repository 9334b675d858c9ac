-- What was written of an agency or a country, once for each contract of it that was triaged by then. A row waits from the transaction that
-- writes it until this contract was held against it, in a transaction of its own. While one waits, nothing of the contract is approved or
-- signed: what tier it gives, the tables say, and PostgreSQL cannot ask them (H16).
create table review.record_weighing (
    number       bigint      generated always as identity primary key,
    contract_id  uuid        not null references contract.contract (id),
    record_id    uuid        not null,
    source       text        not null check (source <> ''),
    words        text        not null check (words <> ''),
    written_at   timestamptz not null,
    -- the last triage of the contract, which did not know it; null where none was kept
    since_review uuid        references review.review (id),
    since_pass   int,
    tried_at     timestamptz,
    weighed_at   timestamptz,
    -- ASKED: the tables were asked with it. UNASKED: it counts no more, or what the triage took is not known.
    outcome      text        check (outcome in ('ASKED', 'UNASKED')),
    tier_before  text        check (tier_before in ('T1', 'T2', 'T3', 'T4')),
    tier         text        check (tier in ('T1', 'T2', 'T3', 'T4')),
    unique (contract_id, record_id),
    check ((weighed_at is null) = (outcome is null)),
    check ((outcome is not distinct from 'ASKED') = (tier is not null and tier_before is not null)),
    check (tier >= tier_before)
);
create index record_weighing_due on review.record_weighing (tried_at nulls first, number) where weighed_at is null;
create index record_weighing_due_of_contract on review.record_weighing (contract_id) where weighed_at is null;

create function review.refuse_weighing_of_nothing() returns trigger language plpgsql as $$
begin
    if new.weighed_at is not null or new.tried_at is not null then
        raise exception 'what was written waits before it is held against a contract' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from screening.agency_finding f where f.id = new.record_id)
       and not exists (select 1 from screening.country_record c where c.id = new.record_id) then
        raise exception 'what is held against a contract stands in a register' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger of_a_register before insert on review.record_weighing
    for each row execute function review.refuse_weighing_of_nothing();

-- It was tried, or it was done; once, and nothing else of it changes.
create function review.refuse_other_weighing() returns trigger language plpgsql as $$
begin
    if old.weighed_at is not null
       or (to_jsonb(new) - array['tried_at', 'weighed_at', 'outcome', 'tier_before', 'tier'])
          is distinct from (to_jsonb(old) - array['tried_at', 'weighed_at', 'outcome', 'tier_before', 'tier']) then
        raise exception 'what was held against a contract stays as it was' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger done_once before update on review.record_weighing
    for each row execute function review.refuse_other_weighing();
create trigger never_removed before delete on review.record_weighing
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.record_weighing
    for each statement execute function review.refuse_change();
grant select, insert, update (tried_at, weighed_at, outcome, tier_before, tier) on review.record_weighing to ${app_role};

create function review.refuse_beside_waiting_record() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.record_weighing w where w.contract_id = new.contract_id and w.weighed_at is null) then
        raise exception 'what was written of the agency or a country of contract % is not held against its triage yet', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_beside_waiting_record before insert on review.decision
    for each row when (new.outcome in ('APPROVE', 'CONDITIONAL')) execute function review.refuse_beside_waiting_record();
create trigger never_beside_waiting_record before insert on review.gate_confirmation
    for each row execute function review.refuse_beside_waiting_record();
