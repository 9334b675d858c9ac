-- Versions whose scan failed, until one succeeds: each waits longer, so that it does not hold up the others.
create table finding.scan_failure (
    version_id  uuid        primary key references finding.text_read (version_id),
    query_set   int         not null references finding.query_set (number),
    reason      text        not null check (reason in ('DATABASE', 'TOO_DEEP', 'SCANNER')),
    tries       int         not null check (tries > 0),
    failed_at   timestamptz not null,
    next_try_at timestamptz not null,
    check (next_try_at > failed_at)
);
grant select, insert, update, delete on finding.scan_failure to ${app_role};
