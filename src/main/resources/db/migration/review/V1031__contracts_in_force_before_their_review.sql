-- A contract can be in force before anybody reviewed it, as the one of 2018 was. What is said of it here opens what is open to a contract
-- that was signed through this application: restriction, suspension, exit, incidents (S11, S13, S15). It is no signature: nothing becomes
-- SIGNED by it (H7).
create table review.in_force (
    contract_id uuid        primary key references contract.contract (id),
    since       date        not null,
    source      text        not null check (length(btrim(source)) between 1 and 4000),
    stated_by   text        not null check (stated_by <> ''),
    stated_at   timestamptz not null
);

create trigger never_changes before update or delete on review.in_force
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.in_force
    for each statement execute function review.refuse_change();
grant select, insert on review.in_force to ${app_role};

create function review.signed_here(of_contract uuid) returns boolean language sql stable as $$
    select exists (select 1 from review.gate_confirmation g where g.contract_id = of_contract)
$$;

create function review.refuse_in_force() returns trigger language plpgsql as $$
begin
    if review.interested(new.contract_id, new.stated_by) then
        raise exception 'who submitted the contract or is paid by it does not state that it is in force (H1)'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c join review.review r on r.id = c.review_id
               where r.contract_id = new.contract_id and c.person = new.stated_by) then
        raise exception 'who declared a conflict does not state that the contract is in force' using errcode = 'restrict_violation';
    end if;
    if review.signed_here(new.contract_id) then
        raise exception 'contract % was signed through this application', new.contract_id using errcode = 'restrict_violation';
    end if;
    if new.since > (new.stated_at at time zone 'UTC')::date then
        raise exception 'contract % is not in force on a day to come', new.contract_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.in_force
    for each row execute function review.refuse_in_force();

-- Whether its services run or ran, whatever became of its state since.
create or replace function review.signed_once(of_contract uuid) returns boolean language sql stable as $$
    select review.signed_here(of_contract) or exists (select 1 from review.in_force f where f.contract_id = of_contract)
$$;

-- As before, and: what was not signed through this application does not become signed by the end of its suspension. It is registered
-- again, and reviewed.
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
            when 'SUSPENDED' then outcome = 'LIFT' and review.signed_here(new.id)
            else old.state not in ('EXITING', 'EXITED') end
        when 'REGISTERED' then old.state = 'SUSPENDED' and outcome = 'LIFT' and not review.signed_here(new.id)
        when 'IN_REVIEW' then old.state not in ('SUSPENDED', 'EXITING', 'EXITED')
        else old.state not in ('RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
    end;
    if not coalesce(allowed, false) then
        raise exception 'contract % does not become % from % without a ruling', new.id, new.state, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Whether the last word of the reviews of a contract is a rejection or a legal stop. A return, or a new submission, is no other word.
create function review.refused_last(of_contract uuid) returns boolean language sql stable as $$
    select exists (select 1 from contract.contract c where c.id = of_contract and c.state in ('REJECTED', 'STOPPED'))
        or coalesce((select d.outcome = 'REJECT' from review.decision d
                     where d.contract_id = of_contract and d.outcome <> 'RETURN' order by d.decided_at desc limit 1), false)
$$;

-- A rejection or a legal stop is not undone by letting the services continue (H6): they are suspended, or the contract is ended.
create function review.refuse_continuing_what_was_refused() returns trigger language plpgsql as $$
begin
    if new.confirmed and exists (
            select 1 from review.suspension_proposal p
            join review.suspension_review s on s.id = p.suspension_id
            where p.id = new.proposal_id and p.outcome = 'CONTINUE' and review.refused_last(s.contract_id)) then
        raise exception 'the services of a contract that was rejected or stopped do not simply continue'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_against_a_rejection before insert on review.suspension_ruling
    for each row execute function review.refuse_continuing_what_was_refused();
