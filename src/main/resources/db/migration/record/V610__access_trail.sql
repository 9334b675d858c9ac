-- Who was shown what of a case, a document, a report, an export, a concern or the record, one row each, written before it is shown.
-- The rows are not entries of the record, or every page view would wait for its head; "access-recorded" entries hold the root over them.
create sequence record.access_number as bigint;

create table record.access_entry (
    n          bigint      primary key check (n > 0),
    -- to the day where nobody is named
    at         timestamptz not null,
    -- "-" where the reader holds no role in reviews: they must not be found by what they read before a concern was filed
    actor      text        not null check (actor ~ '^[^[:cntrl:]]{1,100}$'),
    kind       text        not null check (kind in ('CASE', 'DOCUMENT', 'REPORT', 'EXPORT', 'SEARCH', 'CONCERN', 'RECORD', 'OTHER')),
    subject    text        check (subject ~ '^[A-Za-z0-9._-]{1,100}$'),
    contract   uuid,
    method     text        not null check (method ~ '^[A-Z]{3,7}$'),
    -- the pattern of the address, never what stands in its query
    route      text        not null check (route ~ '^/[!-~]{0,199}$'),
    allowed_by text        not null check (allowed_by ~ '^[A-Z_]+( [A-Z_]+)*$'),
    task       text        check (task ~ '^[A-Za-z0-9_-]{1,100}$'),
    -- the access whose answer was that it is not shown
    refuses    bigint      check (refuses < n),
    mac        bytea       not null check (octet_length(mac) = 32)
);
create index access_entry_of_contract on record.access_entry (contract, n) where contract is not null;
create index access_entry_by_subject on record.access_entry (subject, n) where subject is not null;
create index access_entry_by_actor on record.access_entry (actor, n);
create index access_entry_that_refuses on record.access_entry (refuses) where refuses is not null;
create index access_entry_by_time on record.access_entry using brin (at);

-- The number of the next row. Whoever writes one holds this lock together with all others who write; the head of the record stays free.
create function record.next_access() returns bigint
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(6100001);
    return nextval('record.access_number');
end $$;

-- The largest number, once every row that was being written is there or will never be.
create function record.last_access() returns bigint
    language plpgsql security definer set search_path = record, pg_temp as $$
declare
    last bigint;
begin
    perform pg_advisory_xact_lock(6100001);
    select coalesce(max(n), 0) into strict last from record.access_entry;
    return last;
end $$;

-- Nobody chooses a number: it is the one that this session was given last.
create function record.check_access() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(6100001);
    if new.n <> currval('record.access_number') then
        raise exception 'an access entry takes the number it is given, not %', new.n
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger access_takes_its_number before insert on record.access_entry
    for each row execute function record.check_access();
create trigger access_entry_never_changes before update or delete or truncate on record.access_entry
    for each statement execute function record.refuse_change();
alter table record.access_entry enable always trigger access_takes_its_number;
alter table record.access_entry enable always trigger access_entry_never_changes;

revoke all on record.access_entry from public;
revoke all on sequence record.access_number from public;
revoke all on function record.next_access(), record.last_access(), record.check_access() from public;
grant select, insert on record.access_entry to ${app_role};
grant execute on function record.next_access(), record.last_access() to ${app_role};
