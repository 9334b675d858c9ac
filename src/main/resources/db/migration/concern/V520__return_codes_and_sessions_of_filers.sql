-- One salt for all return codes of this installation: a code has to be found again without knowing whose it is.
create table concern.code_salt (
    only_one boolean not null primary key default true check (only_one),
    salt     bytea   not null check (length(salt) = 32)
);
insert into concern.code_salt (salt) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
grant select on concern.code_salt to ${app_role};

-- Which concern a code leads to, by what was derived of the code. Neither the code nor the key that opens the concern is kept.
create table concern.return_code (
    lookup      bytea not null primary key check (length(lookup) = 32),
    concern     uuid  not null unique references concern.concern (id),
    turn        int   not null default 0 check (turn >= 0),
    -- the filer is told when and how often somebody came with the code: one that was stolen is noticed
    last_opened date,
    opened      int   not null default 0 check (opened >= 0)
);
grant select, insert on concern.return_code to ${app_role};
grant update (lookup, turn, last_opened, opened) on concern.return_code to ${app_role};

-- A filer who came back: the hash of a cookie, and what only that cookie opens. Even the times of the session lie in there.
create table concern.filer_session (
    id     bytea not null primary key check (length(id) = 32),
    sealed bytea not null,
    day    date  not null
);
create index filer_session_by_day on concern.filer_session (day);
grant select, insert, update (sealed), delete on concern.filer_session to ${app_role};

-- Files that were shown to their sender and are not sent yet, sealed with a secret that stands in the open page and nowhere else.
create table concern.unsent_file (
    draft   bytea not null check (length(draft) = 32),
    number  int   not null check (number > 0),
    about   bytea not null,
    content bytea not null,
    day     date  not null,
    primary key (draft, number)
);
create index unsent_file_by_day on concern.unsent_file (day);
grant select, insert, delete on concern.unsent_file to ${app_role};
