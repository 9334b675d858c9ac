-- What people were told of the record, and what was seen last: once for each problem, and once when it is mended. The newest row of
-- each counts; rows are only added.
create table record.alarm (
    id      bigint generated always as identity primary key,
    watched text        not null check (watched in ('VERIFICATION', 'SIGNING')),
    -- null where people know of no problem
    told    text,
    seen    text,
    since   timestamptz not null
);
create index alarm_of_watch on record.alarm (watched, id);
revoke all on record.alarm from public;
grant select, insert on record.alarm to ${app_role};
