-- Work of the engine that it gave up after several tries. A row stays until the work is done; nothing is decided by it.
create table workflow.standing_step (
    job_id   varchar(64) primary key,
    since    timestamptz not null,
    tried_at timestamptz not null,
    told_at  timestamptz not null,
    check (tried_at >= since and told_at >= since)
);
comment on table workflow.standing_step is 'Jobs of the engine that were given up, tried again every hour until they are done';
grant select, insert, delete on workflow.standing_step to ${app_role};
grant update (tried_at, told_at) on workflow.standing_step to ${app_role};
