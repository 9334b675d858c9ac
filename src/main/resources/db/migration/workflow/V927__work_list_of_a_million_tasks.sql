-- Most tasks of the list are done, and the open ones lie scattered among them. Each order of the list gets an index that holds
-- all that decides who sees a line, so that counting and paging read nothing else.
create index inbox_item_open_list on workflow.inbox_item (due_at, created_at, task_id)
    include (subject_kind, subject_id, task_key, roles, shared, assignee, tier, agency) where completed_at is null;
drop index workflow.inbox_item_open_by_due;
create index inbox_item_open_newest on workflow.inbox_item (created_at desc, task_id)
    include (subject_kind, subject_id, task_key, roles, shared, assignee, tier, agency, due_at) where completed_at is null;
create index inbox_item_open_of_agency on workflow.inbox_item (agency, due_at, created_at, task_id)
    include (subject_kind, subject_id, task_key, roles, shared, assignee, tier) where completed_at is null;

-- Without those that nobody holds: they are most of the open ones, and what looks for them walks the list instead.
drop index workflow.inbox_item_open_by_assignee;
create index inbox_item_open_of_assignee on workflow.inbox_item (assignee, due_at)
    where completed_at is null and assignee is not null;

-- Parts of words, as people type them. The extension is a trusted one: the owner of the database may create it where the
-- server has its files; where an administrator created it already, nothing happens.
do $$
begin
    create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then
    raise exception 'The database lacks the extension pg_trgm (%). Install the files of the extensions of PostgreSQL on the server and let an administrator run "create extension pg_trgm" in this database; then start again.', sqlerrm;
end $$;
create index inbox_item_open_words on workflow.inbox_item
    using gin ((contract_title || ' ' || contract_reference || ' ' || agency) gin_trgm_ops) where completed_at is null;

-- Who may handle a concern decides whether it is seen, so those in the list are asked for first.
create index inbox_item_of_concerns on workflow.inbox_item (subject_id) include (completed_at, completed_by)
    where subject_kind = 'CONCERN';

create index inbox_exclusion_of_person on workflow.inbox_exclusion (username, subject_id);

-- An index tells the whole only of pages that were tidied up since they changed: do that after a hundredth, not a fifth.
alter table workflow.inbox_item set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.01);
