-- That the board committee was reminded to look at a version again; once for each.
create table policy.review_reminder (
    number      int         primary key references policy.version (number),
    reminded_at timestamptz not null
);
create trigger never_changes before update or delete on policy.review_reminder
    for each row execute function policy.refuse_change();
create trigger never_emptied before truncate on policy.review_reminder
    for each statement execute function policy.refuse_change();
grant select, insert on policy.review_reminder to ${app_role};
