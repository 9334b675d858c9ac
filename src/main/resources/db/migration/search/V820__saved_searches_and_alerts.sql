-- A search somebody wants to run again, under a name of their own. Whoever opens it runs it with their own rights.
create table search.saved_search (
    id         uuid        not null primary key,
    owner      text        not null check (length(owner) between 1 and 100),
    name       text        not null check (length(name) between 1 and 80 and name !~ '[[:cntrl:]]'),
    query      text        not null check (length(query) between 1 and 12000),
    alert      text        not null default 'NONE' check (alert in ('NONE', 'ON', 'PAUSED')),
    -- versions up to this turn were looked at for the alert
    seen_turn  bigint      not null default 0 check (seen_turn >= 0),
    created_at timestamptz not null
);
create unique index saved_search_name on search.saved_search (owner, lower(name));
create index saved_search_alerts on search.saved_search (seen_turn) where alert = 'ON';

-- With whom it is shared: a role, or a person.
create table search.saved_search_share (
    id       uuid not null primary key,
    search   uuid not null references search.saved_search (id) on delete cascade,
    role     text check (role ~ '^[A-Z_]{1,40}$'),
    username text check (length(username) between 1 and 100),
    check ((role is null) <> (username is null))
);
create unique index saved_search_share_once on search.saved_search_share (search, coalesce(role, ''), coalesce(username, ''));
create index saved_search_share_by_person on search.saved_search_share (username);

-- What an alert has told its owner. The same words of the same document are told once.
create table search.alert_hit (
    search   uuid        not null references search.saved_search (id) on delete cascade,
    document uuid        not null,
    wording  text        not null check (length(wording) = 32),
    clause   text        not null,
    found_at timestamptz not null,
    primary key (search, document, wording)
);
create index alert_hit_by_time on search.alert_hit (search, found_at desc);

-- Versions take turns when they are in the index, in the order of their commits: an alert looks at those behind its own turn.
create sequence search.turn;
alter table search.version add column indexed_at timestamptz;
alter table search.version add column turn bigint;
-- what was there before alerts is not news
update search.version set indexed_at = noted_at, turn = 0;
create index version_by_turn on search.version (turn);
create index version_without_turn on search.version (indexed_at) where turn is null;

-- Contracts whose clauses still carry old facts in the index: searches ask the rights of these afresh.
create table search.lagging (
    contract   uuid not null primary key,
    noted      uuid not null,
    indexed_at timestamptz
);

-- Clauses the cluster would not take, and why; everything else of their documents is found.
create table search.refused_clause (
    version    uuid        not null,
    ordinal    int         not null check (ordinal >= 0),
    field      text        not null,
    reason     text        not null,
    refused_at timestamptz not null,
    primary key (version, ordinal)
);

grant select, insert, delete on search.saved_search to ${app_role};
grant update (name, alert, seen_turn) on search.saved_search to ${app_role};
grant select, insert, delete on search.saved_search_share to ${app_role};
grant select, insert on search.alert_hit to ${app_role};
grant usage on sequence search.turn to ${app_role};
grant update (indexed_at, turn) on search.version to ${app_role};
grant select, insert, update, delete on search.lagging to ${app_role};
grant select, insert, update, delete on search.refused_clause to ${app_role};
