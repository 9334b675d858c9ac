create schema finding;
grant usage on schema finding to ${app_role};

create function finding.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'findings and what was said of them are append-only' using errcode = 'restrict_violation';
end $$;

-- A set is the packed files, named by their hash, and every term accepted up to its number.
create table finding.query_set (
    number      int         primary key check (number > 0),
    packed_hash text        not null check (packed_hash ~ '^[0-9a-f]{64}$'),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    author      text        not null,
    since       timestamptz not null,
    reason      text        not null check (length(reason) between 1 and 1000)
);

create table finding.proposed_term (
    id          uuid        primary key,
    check_id    text        not null check (check_id ~ '^[KG][0-9]{2}$'),
    phrase      text        not null check (length(phrase) between 3 and 200),
    reason      text        not null check (length(reason) between 1 and 1000),
    proposed_by text        not null check (length(proposed_by) between 1 and 100),
    proposed_at timestamptz not null
);

create table finding.term_ruling (
    term_id   uuid        primary key references finding.proposed_term (id),
    accepted  boolean     not null,
    reason    text        not null check (length(reason) between 1 and 1000),
    ruled_by  text        not null check (length(ruled_by) between 1 and 100),
    ruled_at  timestamptz not null,
    query_set int         references finding.query_set (number),
    check (accepted = (query_set is not null))
);

-- Four eyes, for every path to this table.
create function finding.refuse_own_term() returns trigger language plpgsql as $$
begin
    if exists (select 1 from finding.proposed_term t where t.id = new.term_id and t.proposed_by = new.ruled_by) then
        raise exception 'nobody rules on a term of their own' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ruled_by_somebody_else before insert on finding.term_ruling
    for each row execute function finding.refuse_own_term();

-- Versions whose text was read, noted in the transaction that stored the text.
create table finding.text_read (
    version_id  uuid        primary key,
    contract_id uuid        not null,
    noted_at    timestamptz not null
);
insert into finding.text_read (version_id, contract_id, noted_at)
select id, contract_id, uploaded_at from document.document_version where status = 'READ';

create table finding.scan (
    id          bigint      generated always as identity primary key,
    version_id  uuid        not null references finding.text_read (version_id),
    contract_id uuid        not null,
    query_set   int         not null references finding.query_set (number),
    scanned_at  timestamptz not null,
    clauses     int         not null check (clauses >= 0),
    incomplete  int         not null check (incomplete between 0 and clauses)
);
create index scan_of_version on finding.scan (version_id, id);

-- One place where one check matches one version; the same place found by a later set is the same finding.
create table finding.finding (
    id           uuid not null primary key,
    version_id   uuid not null references finding.text_read (version_id),
    contract_id  uuid not null,
    check_id     text not null,
    topic        text not null,
    negated      boolean not null,
    ordinal      int  not null check (ordinal >= 0),
    part         text not null,
    page         int  check (page > 0),
    start_offset int  not null check (start_offset >= 0),
    end_offset   int  not null,
    in_clause    int  not null check (in_clause >= 0),
    words        text not null check (words <> ''),
    sentence     text not null,
    phrase       text not null,
    check (end_offset > start_offset),
    unique (version_id, check_id, topic, negated, ordinal, in_clause, end_offset)
);
create index finding_of_contract on finding.finding (contract_id);

create table finding.seen (
    scan_id    bigint not null references finding.scan (id),
    finding_id uuid   not null references finding.finding (id),
    primary key (scan_id, finding_id)
);
create index seen_of_finding on finding.seen (finding_id);

create table finding.judgement (
    finding_id uuid        not null references finding.finding (id),
    number     int         not null check (number > 0),
    verdict    text        not null check (verdict in ('CONFIRMED', 'REJECTED', 'CORRECTED')),
    check_id   text,
    reason     text        not null check (length(reason) between 1 and 2000),
    judged_by  text        not null check (length(judged_by) between 1 and 100),
    judged_at  timestamptz not null,
    primary key (finding_id, number),
    check ((verdict = 'CORRECTED') = (check_id is not null))
);

do $$
declare name text;
begin
    foreach name in array array['query_set', 'proposed_term', 'term_ruling', 'scan', 'finding', 'seen', 'judgement'] loop
        execute format('create trigger never_changes before update or delete on finding.%I
                        for each row execute function finding.refuse_change()', name);
        execute format('create trigger never_emptied before truncate on finding.%I
                        for each statement execute function finding.refuse_change()', name);
        execute format('grant select, insert on finding.%I to ${app_role}', name);
    end loop;
end $$;
grant select, insert on finding.text_read to ${app_role};
