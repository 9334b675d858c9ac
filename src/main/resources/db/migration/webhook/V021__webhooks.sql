create schema webhook;
grant usage on schema webhook to ${app_role};

-- Systems that are told of events. The secret signs what is sent to them; nobody is shown it again.
create table webhook.subscription (
    id         uuid primary key,
    url        text        not null check (length(url) between 10 and 500),
    events     text[]      not null check (cardinality(events) between 1 and 2
                                           and events <@ array ['DECISION_MADE', 'APPROVAL_LAPSED']),
    secret     text        not null check (secret ~ '^whsec_[A-Za-z0-9+/]{43}=$'),
    created_by text        not null check (length(created_by) between 1 and 100),
    created_at timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    check ((ended_by is null) = (ended_at is null))
);
grant select, insert on webhook.subscription to ${app_role};
grant update (ended_by, ended_at) on webhook.subscription to ${app_role};

-- Each event for each system, written in the transaction of the event. What was said is never changed.
create table webhook.delivery (
    id              uuid primary key,
    subscription_id uuid        not null references webhook.subscription (id),
    event           text        not null check (event in ('DECISION_MADE', 'APPROVAL_LAPSED')),
    body            text        not null check (length(body) <= 4000),
    state           text        not null default 'WAITING'
        check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP', 'WITHDRAWN')),
    attempts        int         not null default 0 check (attempts >= 0),
    created_at      timestamptz not null,
    next_attempt_at timestamptz,
    last_attempt_at timestamptz,
    last_result     text check (length(last_result) <= 200),
    check ((state = 'WAITING') = (next_attempt_at is not null))
);
create index delivery_due on webhook.delivery (next_attempt_at) where state = 'WAITING';
create index delivery_newest on webhook.delivery (created_at desc);
grant select, insert on webhook.delivery to ${app_role};
grant update (state, attempts, next_attempt_at, last_attempt_at, last_result) on webhook.delivery to ${app_role};
