-- The application role owns nothing but the engine's schema: it cannot switch off what the other schemas refuse.
create schema engine;
grant all on schema engine to ${app_role};

-- Sessions of signed-in people (Spring Session).
create schema access;
grant usage on schema access to ${app_role};

create table access.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_by_session_id on access.spring_session (session_id);
create index spring_session_by_expiry on access.spring_session (expiry_time);
create index spring_session_by_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36)     not null references access.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on all tables in schema access to ${app_role};

-- Events waiting for a listener that runs after the commit (Spring Modulith).
create schema events;
grant usage on schema events to ${app_role};

create table events.event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_serialized_event on events.event_publication using hash (serialized_event);
create index event_publication_by_completion_date on events.event_publication (completion_date);
grant select, insert, update, delete on all tables in schema events to ${app_role};
