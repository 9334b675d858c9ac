-- After the discussion of a review (V926): whoever took part in it does not review the contract a second time.
-- The audit sample: a decision of T1, which one person may reach in one sitting, can be reviewed a second time by somebody else.
create table review.sample_review (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    review_id   uuid        not null references review.review (id),
    decision_id uuid        not null unique references review.decision (id),
    begun_at    timestamptz not null
);
create index sample_review_by_contract on review.sample_review (contract_id, begun_at desc);

-- The lot, drawn once from the leaf hash that the entry of the decision has in the record: nobody knew it before, everybody can draw it again.
create table review.sample_lot (
    sample_review_id uuid        primary key references review.sample_review (id),
    decision_id      uuid        not null,
    entry            bigint      not null check (entry >= 0),
    leaf_hash        text        not null check (leaf_hash ~ '^[0-9a-f]{64}$'),
    lot              text        not null,
    percent          int         not null check (percent between 0 and 100),
    drawn            boolean     not null,
    drawn_at         timestamptz not null,
    constraint lot_is_of_decision_and_leaf_hash check (
        lot = encode(sha256(convert_to(decision_id::text || E'\n' || leaf_hash, 'UTF8')), 'hex')),
    constraint drawn_by_its_lot check (
        drawn = (('x' || lpad(substr(lot, 1, 8), 16, '0'))::bit(64)::bigint * 100 < percent::bigint * 4294967296))
);

create table review.sample_result (
    sample_review_id uuid        primary key references review.sample_review (id),
    tier             text        not null check (tier in ('T1', 'T2', 'T3', 'T4')),
    outcome          text        not null
        check (outcome in ('APPROVE', 'CONDITIONAL', 'REJECT', 'RETURN', 'SUSPEND', 'EXIT')),
    rights           text[]      not null,
    reasons          text        not null check (reasons <> ''),
    knew_first       boolean     not null,
    same_basis       boolean     not null,
    done_by          text        not null,
    done_at          timestamptz not null
);

create table review.sample_ruling (
    sample_review_id uuid        primary key references review.sample_review (id),
    result           text        not null check (result in ('REOPEN', 'UPHOLD')),
    reasons          text        not null check (reasons <> ''),
    new_review_id    uuid        references review.review (id),
    ruled_by         text        not null,
    ruled_at         timestamptz not null,
    check (new_review_id is null or result = 'REOPEN')
);

do $$
declare
    kept text;
begin
    foreach kept in array array['sample_review', 'sample_lot', 'sample_result', 'sample_ruling'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

-- Lots are drawn over decisions of T1 that settle something, and a sample is of the contract and the review of its decision.
create function review.refuse_sample_of_other_decisions() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.decision d
                   where d.id = new.decision_id and d.review_id = new.review_id and d.contract_id = new.contract_id
                     and d.tier = 'T1' and d.outcome <> 'RETURN') then
        raise exception 'the audit sample is of decisions of T1' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_decisions_of_t1 before insert on review.sample_review
    for each row execute function review.refuse_sample_of_other_decisions();

create function review.refuse_lot_of_another() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.sample_review s
                   where s.id = new.sample_review_id and s.decision_id = new.decision_id) then
        raise exception 'a lot is drawn over the decision of its sample' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_its_decision before insert on review.sample_lot
    for each row execute function review.refuse_lot_of_another();

-- Everybody who judged the contract, and everybody who wrote something that its reviews rest on.
create or replace view review.participant as
    select id as contract, true as paid, submitter as person from contract.contract where submitter is not null
    union
    select contract_id, true, submitter from review.review
    union
    select r.contract_id, true, member from review.review r cross join unnest(r.account_team) as member
    union
    select r.contract_id, false, s.actor from review.stage_result s join review.review r on r.id = s.review_id
    union
    select r.contract_id, false, v.voter from review.vote v join review.review r on r.id = v.review_id
    union
    select contract_id, false, decided_by from review.decision
    union
    select d.contract_id, false, r.decided_by from review.appeal_ruling r
        join review.appeal a on a.id = r.appeal_id join review.decision d on d.id = a.decision_id
    union
    select d.contract_id, false, v.voter from review.appeal_vote v
        join review.appeal a on a.id = v.appeal_id join review.decision d on d.id = a.decision_id
    union
    select contract_id, false, confirmed_by from review.gate_confirmation
    union
    select s.contract_id, false, r.done_by from review.sample_result r
        join review.sample_review s on s.id = r.sample_review_id
    union
    select s.contract_id, false, r.ruled_by from review.sample_ruling r
        join review.sample_review s on s.id = r.sample_review_id;

create view review.had_part as
    select contract, person from review.participant
    union
    select r.contract_id, c.person from review.recusal c join review.review r on r.id = c.review_id
    union
    select r.contract_id, a.author from review.advice a join review.review r on r.id = a.review_id
    union
    select r.contract_id, c.person from review.countersignature c
        join review.advice a on a.id = c.advice_id join review.review r on r.id = a.review_id
    union
    select r.contract_id, c.author from review.comment c join review.review r on r.id = c.review_id
    union
    select r.contract_id, s.added_by from review.source s join review.review r on r.id = s.review_id
    union
    select r.contract_id, c.logged_by from review.consultation c join review.review r on r.id = c.review_id
    union
    select r.contract_id, q.asked_by from review.question q join review.review r on r.id = q.review_id;

create function review.refuse_second_result() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.sample_lot l where l.sample_review_id = new.sample_review_id and l.drawn) then
        raise exception 'the decision is not in the audit sample' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.sample_review s join review.had_part p on p.contract = s.contract_id
               where s.id = new.sample_review_id and p.person = new.done_by) then
        raise exception 'who had a part in the contract does not review it a second time'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.sample_result
    for each row execute function review.refuse_second_result();

-- The stricter an outcome, the higher its number.
create function review.strictness(outcome text) returns int language sql immutable as $$
    select array_position(array['APPROVE', 'CONDITIONAL', 'RETURN', 'REJECT', 'SUSPEND', 'EXIT'], outcome)
$$;

create function review.refuse_ruling_on_sample() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.sample_result r
                   join review.sample_review s on s.id = r.sample_review_id
                   join review.decision d on d.id = s.decision_id
                   where r.sample_review_id = new.sample_review_id
                     and (r.tier > d.tier or review.strictness(r.outcome) > review.strictness(d.outcome))) then
        raise exception 'no second result is stricter than the first, so there is nothing to rule on'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.sample_review s join review.had_part p on p.contract = s.contract_id
               where s.id = new.sample_review_id and p.person = new.ruled_by) then
        raise exception 'who had a part in either review does not rule on their difference'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.sample_ruling
    for each row execute function review.refuse_ruling_on_sample();

grant select, insert on review.sample_review, review.sample_lot, review.sample_result, review.sample_ruling to ${app_role};
grant select on review.had_part to ${app_role};
