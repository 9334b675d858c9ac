create table contract.import (
    id           uuid primary key,
    file_name    text        not null check (length(file_name) between 1 and 200 and file_name !~ '[[:cntrl:]]'),
    format       text        not null check (format in ('USASPENDING_AWARDS', 'USASPENDING_TRANSACTIONS', 'OCDS', 'TEMPLATE')),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bigint      not null check (bytes > 0),
    uploaded_by  text        not null check (length(uploaded_by) between 1 and 100),
    uploaded_at  timestamptz not null,
    state        text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    rows_read    int         not null default 0 check (rows_read >= 0),
    rows_done    int         not null default 0 check (rows_done >= 0),
    registered   int         not null default 0 check (registered >= 0),
    updated      int         not null default 0 check (updated >= 0),
    unchanged    int         not null default 0 check (unchanged >= 0),
    problems     int         not null default 0 check (problems >= 0),
    heartbeat_at timestamptz,
    finished_at  timestamptz,
    failure      text        check (length(failure) between 1 and 500)
);
create index import_by_date on contract.import (uploaded_at desc);

-- The file waits here until it is read. It may hold contact data of persons, which the register never takes in, so it goes at the end.
create table contract.import_content (
    import_id uuid  primary key references contract.import (id),
    content   bytea not null
);
-- kept for seconds: compressing it would cost more than it saves
alter table contract.import_content alter column content set storage external;

create table contract.import_problem (
    import_id   uuid not null references contract.import (id),
    position    int  not null,
    line        int  not null check (line >= 0),
    column_name text not null check (length(column_name) <= 200),
    reason      text not null check (length(reason) between 1 and 500),
    primary key (import_id, position)
);

grant select, insert, update on contract.import to ${app_role};
grant select, insert, delete on contract.import_content to ${app_role};
grant select, insert, delete on contract.import_problem to ${app_role};
