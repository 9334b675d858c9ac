-- A review of a contract that runs can decide to suspend or to end it (S8, S13, S15), and a suspension can be decided while a review
-- of the contract is open. Both hold the contract at once.

-- What a decision to suspend says to the customer, and does for the people served. There is no such decision without it.
create table review.hold_by_decision (
    decision_id     uuid primary key references review.decision (id),
    customer_notice text not null check (customer_notice <> ''),
    safety          text not null check (safety <> '')
);
create trigger never_changes before update or delete on review.hold_by_decision
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.hold_by_decision
    for each statement execute function review.refuse_change();
grant select, insert on review.hold_by_decision to ${app_role};

create function review.signed_once(of_contract uuid) returns boolean language sql stable as $$
    select exists (select 1 from review.gate_confirmation g where g.contract_id = of_contract)
$$;

create function review.refuse_hold_of_unsigned() returns trigger language plpgsql as $$
begin
    if new.outcome in ('SUSPEND', 'EXIT') and not review.signed_once(new.contract_id) then
        raise exception 'a contract that was never signed can neither be suspended nor left' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger holds_only_what_runs before insert on review.decision
    for each row execute function review.refuse_hold_of_unsigned();

-- What was decided last on the services, by two people or by the vote of a review; null before.
create or replace function review.last_suspension_outcome(of_contract uuid) returns text language sql stable as $$
    select outcome from (
        select p.outcome, r.ruled_at as decided_at
        from review.suspension_review s
        join review.suspension_proposal p on p.suspension_id = s.id
        join review.suspension_ruling r on r.proposal_id = p.id and r.confirmed
        where s.contract_id = of_contract
        union all
        select d.outcome, d.decided_at from review.decision d
        where d.contract_id = of_contract
          and (d.outcome = 'EXIT'
               or d.outcome = 'SUSPEND' and exists (select 1 from review.hold_by_decision h where h.decision_id = d.id))
    ) decided order by decided_at desc limit 1
$$;

-- A measure is confirmed by two people, or by a decision that holds the contract (H17).
alter table review.interim_end add column decision_id uuid references review.decision (id);
alter table review.interim_end drop constraint interim_end_check;
alter table review.interim_end add constraint interim_end_check
    check ((result = 'EXPIRED') = (suspension_id is null and decision_id is null)
           and (decision_id is null or result = 'CONFIRMED'));

-- As before, and: a contract that was signed and is in review again is held by a ruling as well. A restriction by the chair does not
-- keep it from being reviewed; it goes on beside the review.
create or replace function review.refuse_hold_without_ruling() returns trigger language plpgsql as $$
declare
    outcome  text := review.last_suspension_outcome(new.id);
    running  boolean := exists (select 1 from review.interim_measure m where m.contract_id = new.id
                                and not exists (select 1 from review.interim_end e where e.measure_id = m.id));
    reviewed boolean := old.state not in ('SIGNED', 'RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
                        and review.signed_once(new.id);
    allowed  boolean;
begin
    if new.state = old.state then
        return new;
    end if;
    allowed := case new.state
        when 'RESTRICTED' then old.state = 'SIGNED' and running
        when 'SUSPENDED' then (old.state in ('SIGNED', 'RESTRICTED') or reviewed) and outcome in ('SUSPEND', 'KEEP')
        when 'EXITING' then (old.state in ('SIGNED', 'RESTRICTED', 'SUSPENDED') or reviewed) and outcome = 'EXIT'
        when 'EXITED' then old.state = 'EXITING' and review.exit_confirmed(new.id)
        when 'SIGNED' then case old.state
            when 'RESTRICTED' then not running
            when 'SUSPENDED' then outcome = 'LIFT'
            else old.state not in ('EXITING', 'EXITED') end
        when 'IN_REVIEW' then old.state not in ('SUSPENDED', 'EXITING', 'EXITED')
        else old.state not in ('RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
    end;
    if not coalesce(allowed, false) then
        raise exception 'contract % does not become % from % without a ruling', new.id, new.state, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- A new signature does not end a measure that still runs: at the end of the transaction the contract is restricted again (H17).
create function review.refuse_forgotten_measure() returns trigger language plpgsql as $$
begin
    if (select c.state from contract.contract c where c.id = new.id) = 'SIGNED'
       and exists (select 1 from review.interim_measure m where m.contract_id = new.id
                   and not exists (select 1 from review.interim_end e where e.measure_id = m.id)) then
        raise exception 'contract % is restricted by a measure that still runs', new.id using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger measures_outlast_signatures after update of state on contract.contract
    deferrable initially deferred for each row when (new.state = 'SIGNED')
    execute function review.refuse_forgotten_measure();
