-- S14: an actual harm is remedied. A plan with measures, each with an owner and a day; closed only when somebody else verified it.
create table review.remediation (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    cause       text        not null check (cause ~ '^(incident|concern|assessment):[0-9a-f-]{36}$'),
    involvement text        check (involvement in ('CAUSE', 'CONTRIBUTE', 'LINKED')),
    harm        text        not null check (harm <> ''),
    opened_by   text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    unique (contract_id, cause)
);
create index remediation_by_contract on review.remediation (contract_id, opened_at desc);

create table review.remedy_plan (
    id             uuid        primary key,
    remediation_id uuid        not null references review.remediation (id),
    number         int         not null check (number >= 1),
    harmed         text        not null check (harmed <> ''),
    heard          text        not null check (heard <> ''),
    forms          text[]      not null check (cardinality(forms) >= 1 and forms <@ array['APOLOGY', 'RESTITUTION',
                                   'REHABILITATION', 'COMPENSATION', 'GUARANTEE_OF_NON_REPETITION', 'OTHER']),
    agreement      text        not null check (agreement <> ''),
    -- a remedy is never the price of a right to go to court
    no_waiver      boolean     not null check (no_waiver),
    planned_by     text        not null,
    planned_at     timestamptz not null,
    unique (remediation_id, number)
);

create table review.remedy_measure (
    id      uuid primary key,
    plan_id uuid not null references review.remedy_plan (id),
    number  int  not null check (number >= 1),
    text    text not null check (text <> ''),
    owner   text not null check (owner <> ''),
    due_on  date not null,
    unique (plan_id, number)
);

create table review.remedy_plan_ruling (
    plan_id  uuid        primary key references review.remedy_plan (id),
    approved boolean     not null,
    reasons  text        not null check (reasons <> ''),
    ruled_by text        not null,
    ruled_at timestamptz not null
);

create table review.remedy_report (
    id          uuid        primary key,
    measure_id  uuid        not null references review.remedy_measure (id),
    number      int         not null check (number >= 1),
    account     text        not null check (account <> ''),
    reported_by text        not null,
    reported_at timestamptz not null,
    unique (measure_id, number)
);

create table review.remedy_verification (
    id          uuid        primary key,
    plan_id     uuid        not null references review.remedy_plan (id),
    number      int         not null check (number >= 1),
    verified    boolean     not null,
    people_say  text        not null check (people_say <> ''),
    reasons     text        not null check (reasons <> ''),
    verified_by text        not null,
    verified_at timestamptz not null,
    unique (plan_id, number)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['remedy_plan', 'remedy_measure', 'remedy_plan_ruling', 'remedy_report',
            'remedy_verification'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
create trigger never_deleted before delete on review.remediation for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.remediation
    for each statement execute function review.refuse_change();
create trigger stays_closed before update on review.remediation
    for each row execute function review.refuse_opening_again();

create function review.refuse_remedy_plan_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remediation m
               where m.id = new.remediation_id and review.interested(m.contract_id, new.planned_by)) then
        raise exception 'who submitted the contract or is paid by it does not plan the remedy'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.remedy_plan
    for each row execute function review.refuse_remedy_plan_by_interested();

create function review.refuse_ruling_on_own_remedy_plan() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_plan p join review.remediation m on m.id = p.remediation_id
               where p.id = new.plan_id
                 and (p.planned_by = new.ruled_by or review.interested(m.contract_id, new.ruled_by))) then
        raise exception 'who planned the remedy, submitted the contract or is paid by it does not approve the plan'
            using errcode = 'restrict_violation';
    end if;
    if new.approved and not exists (select 1 from review.remedy_measure e where e.plan_id = new.plan_id) then
        raise exception 'a plan without a measure is none' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.remedy_plan_ruling
    for each row execute function review.refuse_ruling_on_own_remedy_plan();

-- The owner of a measure makes it good, whoever it is; nobody reports on a plan that is not approved.
create function review.refuse_remedy_report_without_plan() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.remedy_measure e
                   join review.remedy_plan_ruling r on r.plan_id = e.plan_id and r.approved
                   where e.id = new.measure_id) then
        raise exception 'the remedy plan is not approved' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from review.remedy_measure e where e.id = new.measure_id and e.owner = new.reported_by) then
        raise exception 'only its owner reports on a measure' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_owners before insert on review.remedy_report
    for each row execute function review.refuse_remedy_report_without_plan();

create function review.refuse_verification_by_involved() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_measure e where e.plan_id = new.plan_id and e.owner = new.verified_by)
       or exists (select 1 from review.remedy_plan p join review.remediation m on m.id = p.remediation_id
                  where p.id = new.plan_id
                    and (p.planned_by = new.verified_by or review.interested(m.contract_id, new.verified_by))) then
        raise exception 'who planned or owns a measure, submitted the contract or is paid by it does not verify the remedy'
            using errcode = 'restrict_violation';
    end if;
    if new.verified and exists (select 1 from review.remedy_measure e where e.plan_id = new.plan_id
                                and not exists (select 1 from review.remedy_report t where t.measure_id = e.id)) then
        raise exception 'a measure was not reported on' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.remedy_verification
    for each row execute function review.refuse_verification_by_involved();

create function review.refuse_closing_unverified_remedy() returns trigger language plpgsql as $$
begin
    if new.closed_at is not null and not exists (
        select 1 from review.remedy_plan p
        join review.remedy_plan_ruling r on r.plan_id = p.id and r.approved
        join review.remedy_verification v on v.plan_id = p.id and v.verified
        where p.remediation_id = new.id) then
        raise exception 'a remediation is closed by a verified remedy only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger closed_only_verified before insert or update on review.remediation
    for each row execute function review.refuse_closing_unverified_remedy();

grant select, insert on review.remediation, review.remedy_plan, review.remedy_measure, review.remedy_plan_ruling,
    review.remedy_report, review.remedy_verification to ${app_role};
grant update (closed_at) on review.remediation to ${app_role};
