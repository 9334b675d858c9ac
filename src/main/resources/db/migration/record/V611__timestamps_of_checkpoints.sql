-- What a time stamping authority answered about a checkpoint (RFC 3161): the whole response, over the signed note as it is kept.
create table record.checkpoint_timestamp (
    origin     text        not null,
    size       bigint      not null,
    response   bytea       not null check (octet_length(response) between 1 and 65535),
    -- the time that the authority states
    stamped_at timestamptz not null,
    primary key (origin, size),
    foreign key (origin, size) references record.checkpoint
);
create trigger checkpoint_timestamp_never_changes before update or delete or truncate on record.checkpoint_timestamp
    for each statement execute function record.refuse_change();
alter table record.checkpoint_timestamp enable always trigger checkpoint_timestamp_never_changes;

revoke all on record.checkpoint_timestamp from public;
grant select, insert on record.checkpoint_timestamp to ${app_role};
