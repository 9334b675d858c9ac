-- Who chose that single keys act on the pages. Whoever is not here did not: keys are off until somebody turns them on (WCAG 2.1.4).
create table access.key_user (
    username text primary key check (length(username) between 1 and 100)
);
grant select, insert, delete on access.key_user to ${app_role};
