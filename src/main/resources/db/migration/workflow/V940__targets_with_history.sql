-- How many working days people have, where the board committee set another number than the settings. A row is never changed:
-- the newest of a stage and tier is in force for tasks that open from then on, the older ones are the history.
create table workflow.target (
    id           uuid        primary key,
    step         text        not null check (step ~ '^[a-z]+(-[a-z]+)*$' and length(step) <= 60),
    tier         text        check (tier in ('T1', 'T2', 'T3', 'T4')),
    working_days integer     not null check (working_days between 1 and 250),
    valid_from   timestamptz not null,
    changed_by   text        not null check (length(changed_by) between 1 and 100),
    reason       text        not null check (length(btrim(reason)) between 10 and 2000)
);
-- two people who change the same target in the same instant do not both win
create unique index target_in_force on workflow.target (step, coalesce(tier, ''), valid_from desc);

create function workflow.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of workflow.% are kept for ever and never change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changes before update or delete on workflow.target
    for each row execute function workflow.refuse_change();
create trigger never_emptied before truncate on workflow.target
    for each statement execute function workflow.refuse_change();

-- The history cannot be written after the fact.
create function workflow.refuse_earlier_target() returns trigger language plpgsql as $$
begin
    if exists (select 1 from workflow.target t
               where t.step = new.step and t.tier is not distinct from new.tier and t.valid_from >= new.valid_from) then
        raise exception 'a target holds from now on, not from before the last change' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_forward before insert on workflow.target
    for each row execute function workflow.refuse_earlier_target();

grant select, insert on workflow.target to ${app_role};
