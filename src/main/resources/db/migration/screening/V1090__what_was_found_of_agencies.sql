-- What courts, inquiries and others found of an agency, with the source. It counts at triage from the moment it is cited, because it can
-- only raise; it stops counting when one person asks for that and another one agrees.
create schema if not exists screening;
grant usage on schema screening to ${app_role};

create function screening.refuse_change_of_findings() returns trigger language plpgsql as $$
begin
    raise exception 'what is cited of agencies is append-only' using errcode = 'restrict_violation';
end $$;

create table screening.agency_finding (
    id            uuid        primary key,
    agency        text        not null check (length(agency) between 2 and 200),
    level         text        not null check (level in ('ALLEGATIONS', 'DOCUMENTED', 'SYSTEMATIC')),
    international boolean     not null,
    source        text        not null check (length(source) between 2 and 200),
    title         text        not null check (length(title) between 3 and 300),
    address       text        check (length(address) <= 500 and address ~ '^https?://'),
    found_on      date        not null,
    summary       text        not null check (length(summary) between 30 and 4000),
    steps         text        check (length(steps) between 1 and 4000),
    cited_by      text        not null check (length(cited_by) between 1 and 100),
    cited_at      timestamptz not null,
    check (not international or level <> 'ALLEGATIONS'),
    check (found_on <= (cited_at at time zone 'UTC')::date + 1)
);
create index finding_of_agency on screening.agency_finding (lower(agency));

create table screening.finding_withdrawal (
    id          uuid        primary key,
    finding_id  uuid        not null references screening.agency_finding (id),
    reason      text        not null check (length(reason) between 30 and 2000),
    proposed_by text        not null check (length(proposed_by) between 1 and 100),
    proposed_at timestamptz not null
);
create index withdrawal_of_finding on screening.finding_withdrawal (finding_id);

create table screening.withdrawal_ruling (
    withdrawal_id uuid        primary key references screening.finding_withdrawal (id),
    accepted      boolean     not null,
    reason        text        not null check (length(reason) between 1 and 2000),
    ruled_by      text        not null check (length(ruled_by) between 1 and 100),
    ruled_at      timestamptz not null
);

-- Those that count: nobody agreed that they be taken back.
create view screening.standing_agency_finding as
select f.*
  from screening.agency_finding f
 where not exists (select 1 from screening.finding_withdrawal w
                     join screening.withdrawal_ruling r on r.withdrawal_id = w.id and r.accepted
                    where w.finding_id = f.id);
grant select on screening.standing_agency_finding to ${app_role};

-- One withdrawal at a time, and none of what is withdrawn.
create function screening.refuse_second_withdrawal() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7091090);
    if exists (select 1 from screening.finding_withdrawal w
                 left join screening.withdrawal_ruling r on r.withdrawal_id = w.id
                where w.finding_id = new.finding_id and (r.withdrawal_id is null or r.accepted)) then
        raise exception 'a withdrawal of this finding waits already, or it is withdrawn' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger one_at_a_time before insert on screening.finding_withdrawal
    for each row execute function screening.refuse_second_withdrawal();

-- Four eyes, for every path to this table.
create function screening.refuse_own_withdrawal() returns trigger language plpgsql as $$
begin
    if exists (select 1 from screening.finding_withdrawal w
                where w.id = new.withdrawal_id and w.proposed_by = new.ruled_by) then
        raise exception 'nobody rules on a withdrawal that they proposed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ruled_by_somebody_else before insert on screening.withdrawal_ruling
    for each row execute function screening.refuse_own_withdrawal();

do $$
declare name text;
begin
    foreach name in array array['agency_finding', 'finding_withdrawal', 'withdrawal_ruling'] loop
        execute format('create trigger never_changes before update or delete on screening.%I
                        for each row execute function screening.refuse_change_of_findings()', name);
        execute format('create trigger never_emptied before truncate on screening.%I
                        for each statement execute function screening.refuse_change_of_findings()', name);
        execute format('grant select, insert on screening.%I to ${app_role}', name);
    end loop;
end $$;
