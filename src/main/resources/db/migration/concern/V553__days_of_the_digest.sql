-- On which days the digest went out to those who handle concerns: once on each, whichever node was first. Says nothing of any concern.
create table concern.digest (
    day date not null primary key
);
grant select, insert on concern.digest to ${app_role};
