-- Whoever submitted a contract, owns its account or is paid by it (H1).
create function review.interested(of_contract uuid, person text) returns boolean language sql stable as $$
    select exists (select 1 from review.review r where r.contract_id = of_contract
                   and (r.submitter = person or person = any (r.account_team)))
        or exists (select 1 from contract.contract c where c.id = of_contract and c.submitter = person)
$$;

-- A condition of a contract that was signed; closed when it is met or waived.
create table review.condition_follow_up (
    condition_id uuid        primary key references review.condition (id),
    contract_id  uuid        not null references contract.contract (id),
    review_id    uuid        not null references review.review (id),
    started_at   timestamptz not null,
    closed_at    timestamptz
);
create index condition_follow_up_by_contract on review.condition_follow_up (contract_id);
create index condition_follow_up_open on review.condition_follow_up (condition_id) where closed_at is null;

-- What is said to show that the condition is met.
create table review.condition_report (
    id               uuid        primary key,
    condition_id     uuid        not null references review.condition_follow_up (condition_id),
    number           int         not null check (number >= 1),
    evidence         text        not null check (evidence <> ''),
    document_version uuid,
    reported_by      text        not null,
    reported_at      timestamptz not null,
    unique (condition_id, number)
);

-- Each report is ruled on once; a waiver needs no report.
create table review.condition_ruling (
    id           uuid        primary key,
    condition_id uuid        not null references review.condition_follow_up (condition_id),
    report_id    uuid        unique references review.condition_report (id),
    result       text        not null check (result in ('MET', 'NOT_MET', 'WAIVED')),
    reasons      text        not null check (reasons <> ''),
    ruled_by     text        not null,
    ruled_as     text        not null,
    ruled_at     timestamptz not null,
    check ((result = 'WAIVED') = (report_id is null)),
    check (case when result = 'WAIVED' then ruled_as in ('PANEL_CHAIR', 'BOARD_COMMITTEE') else ruled_as = 'MONITOR' end)
);
create index condition_ruling_by_condition on review.condition_ruling (condition_id, ruled_at);
create unique index one_last_ruling_of_a_condition on review.condition_ruling (condition_id) where result <> 'NOT_MET';

do $$
declare
    kept text;
begin
    foreach kept in array array['condition_report', 'condition_ruling'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
create trigger never_deleted before delete on review.condition_follow_up
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.condition_follow_up
    for each statement execute function review.refuse_change();

create function review.refuse_opening_again() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'what was closed is not opened again' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_closed before update on review.condition_follow_up
    for each row execute function review.refuse_opening_again();

-- Nobody says of a condition that it is met, not met or waived who has to meet it, who reported it or who gains by it (H1).
create function review.refuse_ruling_on_own_condition() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.condition c where c.id = new.condition_id and c.owner = new.ruled_by)
       or exists (select 1 from review.condition_report r
                  where r.condition_id = new.condition_id and r.reported_by = new.ruled_by) then
        raise exception 'who owns or reported the condition does not rule on it' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.condition_follow_up f
               where f.condition_id = new.condition_id and review.interested(f.contract_id, new.ruled_by)) then
        raise exception 'who submitted the contract or is paid by it does not rule on its conditions'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.condition_follow_up f
               where f.condition_id = new.condition_id and f.closed_at is not null) then
        raise exception 'the condition is closed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.condition_ruling
    for each row execute function review.refuse_ruling_on_own_condition();

grant select, insert on review.condition_follow_up, review.condition_report, review.condition_ruling to ${app_role};
grant update (closed_at) on review.condition_follow_up to ${app_role};
