-- A round of voting. Closing it opens all of its votes together.
create table review.vote_round (
    review_id uuid        not null references review.review (id),
    round     int         not null check (round >= 1),
    pass      int         not null,
    space     jsonb       not null,
    panel     boolean     not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    carried   text,
    primary key (review_id, round),
    check ((closed_at is null) = (closed_by is null))
);
create unique index one_open_vote_round_of_a_review on review.vote_round (review_id) where closed_at is null;

-- Sealed until the round closes. The commitment stands in the record from the moment of casting, so that nobody can
-- exchange a vote before the opening.
create table review.vote (
    id         uuid primary key,
    review_id  uuid        not null,
    round      int         not null,
    voter      text        not null,
    role       text        not null,
    choice     text        not null check (choice in ('APPROVE', 'CONDITIONAL', 'REJECT', 'RETURN', 'SUSPEND', 'EXIT', 'ABSTAIN')),
    rights     text[]      not null,
    severity   text        not null check (severity in ('LOW', 'MODERATE', 'SERIOUS', 'SEVERE', 'CRITICAL')),
    evidence   text        not null,
    reasons    text        not null check (reasons <> ''),
    salt       text        not null,
    commitment text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    cast_at    timestamptz not null,
    unique (review_id, round, voter),
    foreign key (review_id, round) references review.vote_round (review_id, round)
);

create table review.decision (
    id                uuid primary key,
    review_id         uuid        not null references review.review (id),
    contract_id       uuid        not null references contract.contract (id),
    pass              int         not null,
    round             int         not null,
    tier              text        not null,
    outcome           text        not null check (outcome in ('APPROVE', 'CONDITIONAL', 'REJECT', 'RETURN', 'SUSPEND', 'EXIT')),
    reasons           text        not null check (reasons <> ''),
    rights            text[]      not null,
    policy_number     int         not null,
    policy_hash       text        not null check (policy_hash ~ '^[0-9a-f]{64}$'),
    document_set_hash text        not null check (document_set_hash ~ '^[0-9a-f]{64}$'),
    contract_version  int         not null,
    tables            jsonb       not null,
    decided_by        text        not null,
    decided_at        timestamptz not null,
    expires_on        date,
    unique (review_id, pass),
    foreign key (review_id, round) references review.vote_round (review_id, round),
    -- an approval always ends some day
    check ((outcome in ('APPROVE', 'CONDITIONAL')) = (expires_on is not null))
);
create index decision_by_contract on review.decision (contract_id, decided_at desc);

create table review.condition (
    id          uuid primary key,
    decision_id uuid    not null references review.decision (id),
    ordinal     int     not null,
    text        text    not null check (text <> ''),
    owner       text    not null,
    due_on      date    not null,
    blocking    boolean not null,
    evidence    text    not null check (evidence <> ''),
    unique (decision_id, ordinal)
);

create table review.dissent (
    id          uuid primary key,
    decision_id uuid   not null references review.decision (id),
    voter       text   not null,
    role        text   not null,
    outcome     text   not null,
    rights      text[] not null,
    severity    text   not null,
    reasons     text   not null check (reasons <> ''),
    unique (decision_id, voter)
);

create table review.appeal (
    id          uuid primary key,
    review_id   uuid        not null references review.review (id),
    decision_id uuid        not null unique references review.decision (id),
    filed_by    text        not null,
    filed_as    text        not null,
    reasons     text        not null check (reasons <> ''),
    filed_at    timestamptz not null
);

create table review.appeal_ruling (
    appeal_id  uuid primary key references review.appeal (id),
    result     text        not null check (result in ('CONFIRM', 'RETURN')),
    reasons    text        not null check (reasons <> ''),
    decided_by text        not null,
    decided_at timestamptz not null
);

-- An approval that holds no longer; the decision itself stays as it was.
create table review.decision_lapse (
    decision_id uuid primary key references review.decision (id),
    reason      text        not null,
    lapsed_at   timestamptz not null
);

-- Legal saw these documents signed: the set named here must be the set that was decided on.
create table review.gate_confirmation (
    id                uuid primary key,
    review_id         uuid        not null references review.review (id),
    contract_id       uuid        not null references contract.contract (id),
    decision_id       uuid        not null references review.decision (id),
    document_set_hash text        not null check (document_set_hash ~ '^[0-9a-f]{64}$'),
    confirmed_by      text        not null,
    confirmed_at      timestamptz not null
);
create index gate_confirmation_by_contract on review.gate_confirmation (contract_id);

grant select, insert, update on review.vote_round to ${app_role};
grant select, insert on review.vote, review.decision, review.condition, review.dissent, review.appeal,
    review.appeal_ruling, review.decision_lapse, review.gate_confirmation to ${app_role};
