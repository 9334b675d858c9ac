create schema notification;
grant usage on schema notification to ${app_role};

create table notification.notice (
    id         uuid primary key,
    source     uuid        not null,
    username   text        not null check (length(username) between 1 and 100),
    title      text        not null check (length(title) between 1 and 300),
    text       text        not null check (length(text) <= 2000),
    link       text        not null check (link like '/%' and length(link) <= 500),
    created_at timestamptz not null,
    read_at    timestamptz,
    mailed_at  timestamptz,
    -- a notice delivered twice by the event registry stays one notice
    unique (source, username)
);
create index notice_of_person on notification.notice (username, created_at desc);
create index notice_unread on notification.notice (username) where read_at is null;

create table notification.preference (
    username text    primary key check (length(username) between 1 and 100),
    mail     boolean not null
);

grant select, insert, delete on notification.notice to ${app_role};
grant update (read_at, mailed_at) on notification.notice to ${app_role};
grant select, insert, update on notification.preference to ${app_role};
