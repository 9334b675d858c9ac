create schema document;
grant usage on schema document to ${app_role};

create table document.document (
    id          uuid        not null primary key,
    contract_id uuid        not null,
    title       text        not null check (length(title) between 1 and 200),
    added_by    text        not null,
    added_at    timestamptz not null
);
create index document_by_contract on document.document (contract_id);

-- What was uploaded never changes; only what is known about its text does.
create table document.document_version (
    id             uuid        not null primary key,
    document_id    uuid        not null references document.document (id),
    contract_id    uuid        not null,
    number         int         not null check (number > 0),
    file_name      text        not null check (length(file_name) between 1 and 200),
    media_type     text        not null,
    bytes          bigint      not null check (bytes between 1 and 52428800),
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by    text        not null,
    uploaded_at    timestamptz not null,
    status         text        not null default 'READING' check (status in ('READING', 'READ', 'FAILED')),
    failure_reason text,
    failure        text,
    gaps           text[]      not null default '{}',
    pages          int         check (pages >= 0),
    clause_count   int         not null default 0 check (clause_count >= 0),
    unique (document_id, number),
    check ((status = 'FAILED') = (failure is not null)),
    check ((status = 'FAILED') = (failure_reason is not null))
);
create index document_version_by_contract on document.document_version (contract_id);

-- The bytes in slices of one mebibyte, so that neither upload nor download ever holds a whole file in memory.
create table document.document_bytes (
    version_id uuid  not null references document.document_version (id),
    slice      int   not null check (slice >= 0),
    bytes      bytea not null check (length(bytes) between 1 and 1048576),
    primary key (version_id, slice)
);
-- Office files and PDF are compressed already.
alter table document.document_bytes alter column bytes set storage external;

create table document.part (
    version_id uuid not null references document.document_version (id),
    ordinal    int  not null check (ordinal >= 0),
    name       text not null,
    text       text not null,
    primary key (version_id, ordinal)
);

create table document.clause (
    version_id   uuid not null,
    ordinal      int  not null check (ordinal >= 0),
    part_ordinal int  not null,
    number       text not null,
    heading      text not null,
    text         text not null check (text <> ''),
    title_length int  not null check (title_length between 0 and length(text)),
    page         int  check (page > 0),
    start_offset int  not null check (start_offset >= 0),
    end_offset   int  not null,
    primary key (version_id, ordinal),
    foreign key (version_id, part_ordinal) references document.part (version_id, ordinal),
    check (end_offset > start_offset)
);

create function document.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'uploaded documents are append-only' using errcode = 'restrict_violation';
end $$;

create trigger document_bytes_are_append_only before update or delete on document.document_bytes
    for each row execute function document.refuse_change();
create trigger document_bytes_are_never_truncated before truncate on document.document_bytes
    for each statement execute function document.refuse_change();
create trigger document_versions_are_never_deleted before delete on document.document_version
    for each row execute function document.refuse_change();
create trigger document_versions_are_never_truncated before truncate on document.document_version
    for each statement execute function document.refuse_change();
create trigger document_version_facts_never_change
    before update of id, document_id, contract_id, number, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at
    on document.document_version for each row execute function document.refuse_change();

grant select, insert on document.document, document.document_version, document.document_bytes to ${app_role};
grant update (status, failure_reason, failure, gaps, pages, clause_count) on document.document_version to ${app_role};
grant select, insert, delete on document.part, document.clause to ${app_role};
