create schema review;
grant usage on schema review to ${app_role};

-- One review of one contract; a return for clarification begins a new pass of the same review.
create table review.review (
    id                uuid primary key,
    contract_id       uuid        not null references contract.contract (id),
    submitter         text        not null,
    account_team      text[]      not null default '{}',
    opened_at         timestamptz not null,
    pass              int         not null default 1 check (pass >= 1),
    document_set_hash text        not null check (document_set_hash ~ '^[0-9a-f]{64}$'),
    contract_version  int         not null,
    intake            jsonb       not null,
    table_tier        text check (table_tier in ('T1', 'T2', 'T3', 'T4')),
    tier              text check (tier in ('T1', 'T2', 'T3', 'T4')),
    outcome           text check (outcome in ('APPROVE', 'CONDITIONAL', 'REJECT', 'RETURN', 'SUSPEND', 'EXIT', 'STOP')),
    closed_at         timestamptz,
    -- a person may raise what the table gave, never lower it
    check (tier >= table_tier)
);
create unique index one_open_review_of_a_contract on review.review (contract_id) where closed_at is null;
create index review_by_contract on review.review (contract_id, opened_at desc);

-- Each stage worked off, with its form as it was sent.
create table review.stage_result (
    id           uuid primary key,
    review_id    uuid        not null references review.review (id),
    pass         int         not null,
    stage        text        not null,
    actor        text        not null,
    started_at   timestamptz not null,
    due_at       timestamptz,
    completed_at timestamptz not null,
    form         jsonb       not null,
    unique (review_id, pass, stage)
);

-- Why a review went back, asked of the account owner; the answer is the stage result of the clarification.
create table review.clarification (
    id        uuid primary key,
    review_id uuid        not null references review.review (id),
    pass      int         not null,
    asked_by  text        not null,
    asked_at  timestamptz not null,
    question  text        not null check (question <> ''),
    unique (review_id, pass)
);

create table review.recusal (
    id          uuid primary key,
    review_id   uuid        not null references review.review (id),
    person      text        not null,
    stage       text        not null,
    interest    text        not null,
    declared_at timestamptz not null,
    unique (review_id, person)
);

grant select, insert, update on review.review to ${app_role};
grant select, insert on review.stage_result, review.clarification, review.recusal to ${app_role};
