-- What people want to see again under a name of their own. Private: every statement names the owner.
create table workflow.saved_view (
    id         uuid        primary key,
    owner      text        not null check (length(owner) between 1 and 100),
    name       text        not null check (length(name) between 1 and 80 and name !~ '[[:cntrl:]]'),
    address    text        not null check (address like '/inbox/%' and length(address) <= 2000),
    is_default boolean     not null default false,
    created_at timestamptz not null
);
create unique index saved_view_name on workflow.saved_view (owner, lower(name));
create unique index saved_view_default on workflow.saved_view (owner) where is_default;

grant select, insert, delete on workflow.saved_view to ${app_role};
grant update (name, is_default) on workflow.saved_view to ${app_role};

-- Who finished how much lately, over everybody.
create index inbox_item_done_lately on workflow.inbox_item (completed_at, completed_by)
    where completed_at is not null and subject_kind = 'REVIEW';
