create schema report;
grant usage on schema report to ${app_role};

-- A report of a period as the chair of the board committee signed it. One for each period, and never another.
create table report.signed_report (
    id          uuid        primary key,
    kind        text        not null check (kind in ('BOARD', 'STATEMENT')),
    period_from date        not null,
    period_to   date        not null check (period_to >= period_from),
    tree_size   bigint      not null check (tree_size >= 0),
    root_hash   text        not null check (root_hash ~ '^[0-9a-f]{64}$'),
    signed_by   text        not null check (length(signed_by) between 1 and 100),
    signed_at   timestamptz not null,
    unique (kind, period_from, period_to),
    -- a period that still runs has no figures to sign
    check (period_to < (signed_at at time zone 'UTC')::date)
);

-- Its files, byte for byte. Leadership reads an edition of its own.
create table report.signed_file (
    report_id uuid  not null references report.signed_report (id),
    edition   text  not null check (edition in ('FULL', 'LEADERSHIP')),
    ending    text  not null check (ending in ('docx', 'pdf', 'csv')),
    bytes     bytea not null,
    sha256    text  not null check (sha256 = encode(sha256(bytes), 'hex')),
    primary key (report_id, edition, ending)
);

-- To whom a signed report was announced, once.
create table report.delivery (
    report_id    uuid        primary key references report.signed_report (id),
    delivered_at timestamptz not null
);

-- For which period the chair was reminded, once.
create table report.reminder (
    period_to   date        primary key,
    reminded_at timestamptz not null
);

create function report.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of report.% are kept for ever and never change', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Nothing is laid beside what was signed: files come in the transaction that signs, or not at all.
create function report.refuse_late_file() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from report.signed_report r
                    where r.id = new.report_id and r.xmin = pg_current_xact_id()::xid) then
        raise exception 'the report is signed; no file is added to it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_file_is_late before insert on report.signed_file
    for each row execute function report.refuse_late_file();

do $$
declare
    kept text;
begin
    foreach kept in array array['signed_report', 'signed_file', 'delivery', 'reminder'] loop
        execute format('create trigger never_changes before update or delete on report.%I
            for each row execute function report.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on report.%I
            for each statement execute function report.refuse_change()', kept);
    end loop;
end $$;

grant select, insert on report.signed_report, report.signed_file, report.delivery, report.reminder to ${app_role};
