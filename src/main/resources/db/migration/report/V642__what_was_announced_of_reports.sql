-- What was told once about a report that nobody had signed: that a yearly statement is due, that a quarter can be read.
create table report.announcement (
    what      text        not null check (what in ('STATEMENT_DUE', 'QUARTER_READABLE')),
    period_to date        not null,
    told_at   timestamptz not null,
    primary key (what, period_to),
    -- of a period that still runs there is nothing to tell
    check (period_to < (told_at at time zone 'UTC')::date)
);

create trigger never_changes before update or delete on report.announcement
    for each row execute function report.refuse_change();
create trigger never_emptied before truncate on report.announcement
    for each statement execute function report.refuse_change();

grant select, insert on report.announcement to ${app_role};
