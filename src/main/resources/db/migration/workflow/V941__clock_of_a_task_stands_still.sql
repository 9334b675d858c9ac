-- While a question to the account owner is open the clock of the task stands still; its due date moves by those working days.
alter table workflow.inbox_item
    add column stopped_at   timestamptz,
    add column stopped_days integer not null default 0 check (stopped_days >= 0);
alter table workflow.inbox_item add constraint only_a_clock_that_runs_can_stop
    check (stopped_at is null or stopped_at >= created_at);

-- The answer to such a question is a task of the account owner. Other kinds were and will be added beside this one, in whatever
-- order the migrations run: so the list is read and extended, not replaced.
do $$
declare
    kinds text;
begin
    select string_agg(quote_literal(kind[1]), ', ') into kinds
    from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') as kind
    where c.conname = 'inbox_item_subject_kind_check' and c.conrelid = 'workflow.inbox_item'::regclass;
    execute 'alter table workflow.inbox_item drop constraint inbox_item_subject_kind_check';
    execute format('alter table workflow.inbox_item add constraint inbox_item_subject_kind_check
        check (subject_kind in (%s, ''QUESTION''))', kinds);
end $$;
