-- A signed contract can be held: restricted for some days by the chair, suspended by two people, or on its way to the end.
alter table contract.contract drop constraint contract_state_check;
alter table contract.contract add constraint contract_state_check check (state in ('REGISTERED', 'IN_REVIEW', 'RETURNED',
    'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED', 'STOPPED', 'SIGNED', 'RESTRICTED', 'SUSPENDED', 'EXITING'));

-- Whether a contract is to be suspended, or a suspension lifted. One at a time for a contract, one ever for a condition.
create table review.suspension_review (
    id           uuid        primary key,
    contract_id  uuid        not null references contract.contract (id),
    purpose      text        not null check (purpose in ('SUSPEND', 'LIFT')),
    condition_id uuid        unique references review.condition (id),
    reason       text        not null check (reason <> ''),
    opened_by    text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz
);
create unique index one_open_suspension_review_of_a_contract on review.suspension_review (contract_id) where closed_at is null;
create index suspension_review_by_contract on review.suspension_review (contract_id, opened_at desc);

create table review.suspension_proposal (
    id              uuid        primary key,
    suspension_id   uuid        not null references review.suspension_review (id),
    number          int         not null check (number >= 1),
    outcome         text        not null check (outcome in ('SUSPEND', 'CONTINUE', 'EXIT', 'LIFT', 'KEEP')),
    reasons         text        not null check (reasons <> ''),
    customer_notice text        not null,
    safety          text        not null,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    unique (suspension_id, number),
    -- nobody is cut off from a service without a word to the customer and a thought for the people it serves
    check (outcome <> 'SUSPEND' or (customer_notice <> '' and safety <> ''))
);

create table review.suspension_ruling (
    proposal_id uuid        primary key references review.suspension_proposal (id),
    confirmed   boolean     not null,
    reasons     text        not null check (reasons <> ''),
    ruled_by    text        not null,
    ruled_at    timestamptz not null
);

-- An emergency restriction by the chair alone; it ends after some days unless a suspension decision confirms it (H17).
create table review.interim_measure (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    cause       text        not null check (cause ~ '^(condition:[0-9a-f-]{36}|incident:[0-9a-f-]{36}|other)$'),
    restriction text        not null check (restriction <> ''),
    reasons     text        not null check (reasons <> ''),
    imposed_by  text        not null,
    imposed_at  timestamptz not null,
    ends_at     timestamptz not null check (ends_at > imposed_at)
);
create index interim_measure_by_contract on review.interim_measure (contract_id, imposed_at desc);

create table review.interim_end (
    measure_id    uuid        primary key references review.interim_measure (id),
    result        text        not null check (result in ('EXPIRED', 'CONFIRMED', 'ENDED')),
    suspension_id uuid        references review.suspension_review (id),
    ended_at      timestamptz not null,
    check ((result = 'EXPIRED') = (suspension_id is null))
);

do $$
declare
    kept text;
begin
    foreach kept in array array['suspension_proposal', 'suspension_ruling', 'interim_measure', 'interim_end'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
create trigger never_deleted before delete on review.suspension_review
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.suspension_review
    for each statement execute function review.refuse_change();
create trigger stays_closed before update on review.suspension_review
    for each row execute function review.refuse_opening_again();

create function review.refuse_proposal_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.suspension_review s
               where s.id = new.suspension_id and review.interested(s.contract_id, new.proposed_by)) then
        raise exception 'who submitted the contract or is paid by it does not propose on its suspension'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.suspension_proposal
    for each row execute function review.refuse_proposal_by_interested();

-- Two people: nobody confirms a proposal of their own.
create function review.refuse_ruling_on_own_proposal() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.suspension_proposal p
               where p.id = new.proposal_id and p.proposed_by = new.ruled_by) then
        raise exception 'who proposed does not confirm' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.suspension_proposal p join review.suspension_review s on s.id = p.suspension_id
               where p.id = new.proposal_id and review.interested(s.contract_id, new.ruled_by)) then
        raise exception 'who submitted the contract or is paid by it does not rule on its suspension'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.suspension_ruling
    for each row execute function review.refuse_ruling_on_own_proposal();

-- H17: no chain of interim measures. One at a time, and for the same cause again only after the last was confirmed.
create function review.refuse_chain_of_interims() returns trigger language plpgsql as $$
begin
    if review.interested(new.contract_id, new.imposed_by) then
        raise exception 'who submitted the contract or is paid by it does not restrict it' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.interim_measure m where m.contract_id = new.contract_id
               and not exists (select 1 from review.interim_end e where e.measure_id = m.id)) then
        raise exception 'an interim measure is running already' using errcode = 'restrict_violation';
    end if;
    if 'CONFIRMED' <> (select e.result from review.interim_measure m join review.interim_end e on e.measure_id = m.id
                       where m.contract_id = new.contract_id and m.cause = new.cause
                       order by m.imposed_at desc limit 1) then
        raise exception 'the last interim measure for this cause was not confirmed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_chain before insert on review.interim_measure
    for each row execute function review.refuse_chain_of_interims();

-- What the two people decided last; null before.
create function review.last_suspension_outcome(of_contract uuid) returns text language sql stable as $$
    select p.outcome from review.suspension_review s
    join review.suspension_proposal p on p.suspension_id = s.id
    join review.suspension_ruling r on r.proposal_id = p.id and r.confirmed
    where s.contract_id = of_contract order by r.ruled_at desc limit 1
$$;

-- The state follows the rulings: nothing is held without one, and nothing held is set free without one.
create function review.refuse_hold_without_ruling() returns trigger language plpgsql as $$
declare
    outcome text := review.last_suspension_outcome(new.id);
    running boolean := exists (select 1 from review.interim_measure m where m.contract_id = new.id
                               and not exists (select 1 from review.interim_end e where e.measure_id = m.id));
    allowed boolean;
begin
    if new.state = old.state then
        return new;
    end if;
    allowed := case new.state
        when 'RESTRICTED' then old.state = 'SIGNED' and running
        when 'SUSPENDED' then old.state in ('SIGNED', 'RESTRICTED') and outcome in ('SUSPEND', 'KEEP')
        when 'EXITING' then old.state in ('SIGNED', 'RESTRICTED', 'SUSPENDED') and outcome = 'EXIT'
        when 'SIGNED' then case old.state
            when 'RESTRICTED' then not running
            when 'SUSPENDED' then outcome = 'LIFT'
            else old.state <> 'EXITING' end
        else old.state not in ('RESTRICTED', 'SUSPENDED', 'EXITING')
    end;
    if not coalesce(allowed, false) then
        raise exception 'contract % does not become % from % without a ruling', new.id, new.state, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger held_only_by_ruling before update of state on contract.contract
    for each row execute function review.refuse_hold_without_ruling();

create function review.refuse_held_at_birth() returns trigger language plpgsql as $$
begin
    raise exception 'only a signed contract can be held' using errcode = 'restrict_violation';
end $$;
create trigger never_held_at_birth before insert on contract.contract
    for each row when (new.state in ('RESTRICTED', 'SUSPENDED', 'EXITING')) execute function review.refuse_held_at_birth();

-- A contract that was held was signed before; going back is ruled on above and needs no second signature.
drop trigger signed_only_by_decision on contract.contract;
create trigger signed_only_by_decision before insert on contract.contract
    for each row execute function review.refuse_signature_without_decision();
create trigger becomes_signed_only_by_decision before update of state on contract.contract
    for each row when (old.state not in ('RESTRICTED', 'SUSPENDED'))
    execute function review.refuse_signature_without_decision();

grant select, insert on review.suspension_review, review.suspension_proposal, review.suspension_ruling,
    review.interim_measure, review.interim_end to ${app_role};
grant update (closed_at) on review.suspension_review to ${app_role};
