-- Which checkpoint leadership and auditors got by mail, and for which day it was due.
create table record.mailed_checkpoint (
    due_on    date        primary key,
    size      bigint      not null check (size > 0),
    mailed_at timestamptz not null
);
revoke all on record.mailed_checkpoint from public;
grant select, insert on record.mailed_checkpoint to ${app_role};
