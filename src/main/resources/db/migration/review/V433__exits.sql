-- S15: the end of a contract is planned, approved, carried out and confirmed. Only a confirmed report ends it.
alter table contract.contract drop constraint contract_state_check;
alter table contract.contract add constraint contract_state_check check (state in ('REGISTERED', 'IN_REVIEW', 'RETURNED',
    'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED', 'STOPPED', 'SIGNED', 'RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED'));

create table review.contract_exit (
    id          uuid        primary key,
    contract_id uuid        not null unique references contract.contract (id),
    reason      text        not null check (reason <> ''),
    opened_by   text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);

create table review.exit_plan (
    id               uuid        primary key,
    exit_id          uuid        not null references review.contract_exit (id),
    number           int         not null check (number >= 1),
    -- UNGP 19: what ending does to people is assessed before it ends
    leverage         text        not null check (leverage <> ''),
    affected         text        not null check (affected <> ''),
    adverse_impacts  text        not null check (adverse_impacts <> ''),
    prevention       text        not null check (prevention <> ''),
    heard            text        not null check (heard <> ''),
    data_return      text        not null check (data_return <> ''),
    hand_over        text        not null check (hand_over <> ''),
    public_note      text        not null check (public_note <> ''),
    services_end_on  date        not null,
    data_gone_by     date        not null,
    planned_by       text        not null,
    planned_at       timestamptz not null,
    unique (exit_id, number),
    check (data_gone_by >= services_end_on)
);

create table review.exit_plan_ruling (
    plan_id   uuid        primary key references review.exit_plan (id),
    approved  boolean     not null,
    reasons   text        not null check (reasons <> ''),
    ruled_by  text        not null,
    ruled_at  timestamptz not null
);

create table review.exit_report (
    id             uuid        primary key,
    plan_id        uuid        not null references review.exit_plan (id),
    number         int         not null check (number >= 1),
    services_ended_on date     not null,
    data_proof     text        not null check (data_proof <> ''),
    people         text        not null check (people <> ''),
    reported_by    text        not null,
    reported_at    timestamptz not null,
    unique (plan_id, number)
);

create table review.exit_report_ruling (
    report_id uuid        primary key references review.exit_report (id),
    confirmed boolean     not null,
    reasons   text        not null check (reasons <> ''),
    ruled_by  text        not null,
    ruled_at  timestamptz not null
);

do $$
declare
    kept text;
begin
    foreach kept in array array['exit_plan', 'exit_plan_ruling', 'exit_report', 'exit_report_ruling'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
create trigger never_deleted before delete on review.contract_exit for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.contract_exit
    for each statement execute function review.refuse_change();
create trigger stays_closed before update on review.contract_exit
    for each row execute function review.refuse_opening_again();

-- An exit begins only where two people decided that the contract is to be ended.
create function review.refuse_exit_without_ruling() returns trigger language plpgsql as $$
begin
    if (select c.state from contract.contract c where c.id = new.contract_id) is distinct from 'EXITING' then
        raise exception 'contract % is not to be ended', new.contract_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_ruling before insert on review.contract_exit
    for each row execute function review.refuse_exit_without_ruling();

-- H1: no part in the exit for who submitted the contract or is paid by it; nobody rules on what is their own.
create function review.refuse_exit_plan_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.contract_exit e
               where e.id = new.exit_id and review.interested(e.contract_id, new.planned_by)) then
        raise exception 'who submitted the contract or is paid by it does not plan its exit'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.exit_plan
    for each row execute function review.refuse_exit_plan_by_interested();

create function review.refuse_ruling_on_own_exit_plan() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.exit_plan p join review.contract_exit e on e.id = p.exit_id
               where p.id = new.plan_id
                 and (p.planned_by = new.ruled_by or review.interested(e.contract_id, new.ruled_by))) then
        raise exception 'who planned the exit, submitted the contract or is paid by it does not approve the plan'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.exit_plan_ruling
    for each row execute function review.refuse_ruling_on_own_exit_plan();

create function review.refuse_exit_report_without_plan() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.exit_plan_ruling r where r.plan_id = new.plan_id and r.approved) then
        raise exception 'the exit plan is not approved' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.exit_plan p join review.contract_exit e on e.id = p.exit_id
               where p.id = new.plan_id and review.interested(e.contract_id, new.reported_by)) then
        raise exception 'who submitted the contract or is paid by it does not report on its exit'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_on_approved_plans before insert on review.exit_report
    for each row execute function review.refuse_exit_report_without_plan();

create function review.refuse_ruling_on_own_exit_report() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.exit_report t
               join review.exit_plan p on p.id = t.plan_id
               join review.contract_exit e on e.id = p.exit_id
               where t.id = new.report_id
                 and (t.reported_by = new.ruled_by or review.interested(e.contract_id, new.ruled_by))) then
        raise exception 'who reported, submitted the contract or is paid by it does not confirm its end'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.exit_report_ruling
    for each row execute function review.refuse_ruling_on_own_exit_report();

-- The report that the board committee confirmed.
create function review.exit_confirmed(of_contract uuid) returns boolean language sql stable as $$
    select exists (
        select 1 from review.contract_exit e
        join review.exit_plan p on p.exit_id = e.id
        join review.exit_report t on t.plan_id = p.id
        join review.exit_report_ruling r on r.report_id = t.id and r.confirmed
        where e.contract_id = of_contract)
$$;

create function review.refuse_closing_unconfirmed_exit() returns trigger language plpgsql as $$
begin
    if new.closed_at is not null and not review.exit_confirmed(new.contract_id) then
        raise exception 'an exit is closed by a confirmed report only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger closed_only_confirmed before insert or update on review.contract_exit
    for each row execute function review.refuse_closing_unconfirmed_exit();

-- As before, and: a contract is ended by a confirmed report on its exit only, and an ended one stays ended.
create or replace function review.refuse_hold_without_ruling() returns trigger language plpgsql as $$
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
        when 'EXITED' then old.state = 'EXITING' and review.exit_confirmed(new.id)
        when 'SIGNED' then case old.state
            when 'RESTRICTED' then not running
            when 'SUSPENDED' then outcome = 'LIFT'
            else old.state not in ('EXITING', 'EXITED') end
        else old.state not in ('RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
    end;
    if not coalesce(allowed, false) then
        raise exception 'contract % does not become % from % without a ruling', new.id, new.state, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
drop trigger never_held_at_birth on contract.contract;
create trigger never_held_at_birth before insert on contract.contract
    for each row when (new.state in ('RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED'))
    execute function review.refuse_held_at_birth();

grant select, insert on review.contract_exit, review.exit_plan, review.exit_plan_ruling, review.exit_report,
    review.exit_report_ruling to ${app_role};
grant update (closed_at) on review.contract_exit to ${app_role};
