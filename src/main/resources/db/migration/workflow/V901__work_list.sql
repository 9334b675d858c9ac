-- The work list: one row for each user task. The engine's own tables would need one join per process variable to answer
-- "my groups, overdue, tier T3, about ICE"; this one answers from an index.
create schema workflow;
grant usage on schema workflow to ${app_role};

create table workflow.inbox_item (
    task_id            text        primary key,
    subject_kind       text        not null check (subject_kind in ('REVIEW', 'CONCERN')),
    subject_id         uuid        not null,
    task_key           text        not null,
    label              text        not null,
    roles              text[]      not null check (cardinality(roles) > 0),
    shared             boolean     not null,
    contract_id        uuid,
    contract_reference text,
    contract_title     text,
    agency             text,
    tier               text        check (tier in ('T1', 'T2', 'T3', 'T4')),
    created_at         timestamptz not null,
    due_at             timestamptz,
    assignee           text,
    claimed_at         timestamptz,
    completed_at       timestamptz,
    completed_by       text,
    constraint a_shared_task_is_held_by_nobody check (not shared or assignee is null),
    constraint only_done_work_was_done_by_somebody check (completed_by is null or completed_at is not null),
    constraint a_claim_has_its_time check ((assignee is null) = (claimed_at is null)),
    constraint a_contract_is_named_whole check (
        (contract_id is null) = (contract_reference is null)
        and (contract_id is null) = (contract_title is null)
        and (contract_id is null) = (agency is null))
);
create unique index inbox_item_open_once on workflow.inbox_item (subject_id, task_key) where completed_at is null;
create index inbox_item_open_by_due on workflow.inbox_item (due_at, created_at, task_id) where completed_at is null;
create index inbox_item_open_by_role on workflow.inbox_item using gin (roles) where completed_at is null;
create index inbox_item_open_by_assignee on workflow.inbox_item (assignee, due_at) where completed_at is null;
create index inbox_item_open_by_contract on workflow.inbox_item (contract_id) where completed_at is null;
create index inbox_item_done on workflow.inbox_item (completed_by, completed_at desc) where completed_at is not null;
create index inbox_item_by_subject on workflow.inbox_item (subject_id, created_at);

-- Who is offered no task of a case: its account owner (H1), and whoever declared a conflict (H2).
create table workflow.inbox_exclusion (
    subject_id uuid not null,
    username   text not null,
    primary key (subject_id, username)
);

grant select, insert, update, delete on workflow.inbox_item to ${app_role};
grant select, insert on workflow.inbox_exclusion to ${app_role};
