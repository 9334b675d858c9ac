create schema search;
grant usage on schema search to ${app_role};

-- Which document versions belong into the index. Written in the transaction that stores the text, so that an index which
-- was lost or fell behind can be compared with it and rebuilt.
create table search.version (
    version  uuid        not null primary key,
    contract uuid        not null,
    noted_at timestamptz not null
);
create index version_by_contract on search.version (contract, version);

-- Rebuilding the index from the database into a new one, beside the one that answers queries.
create table search.rebuild (
    id           uuid        not null primary key,
    requested_by text        not null,
    requested_at timestamptz not null,
    index_name   text,
    total        int         not null default 0 check (total >= 0),
    done         int         not null default 0 check (done >= 0),
    alive_at     timestamptz,
    finished_at  timestamptz,
    failure      text
);
create unique index one_rebuild_at_a_time on search.rebuild ((true)) where finished_at is null;
create index rebuild_by_time on search.rebuild (requested_at desc);

grant select, insert, delete on search.version to ${app_role};
grant update (contract, noted_at) on search.version to ${app_role};
grant select, insert, update on search.rebuild to ${app_role};
