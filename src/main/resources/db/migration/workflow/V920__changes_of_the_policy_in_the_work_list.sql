-- The board committee decides on changes of the policy in its work list; they are about no contract.
alter table workflow.inbox_item drop constraint inbox_item_subject_kind_check;
alter table workflow.inbox_item add constraint inbox_item_subject_kind_check
    check (subject_kind in ('REVIEW', 'CONCERN', 'POLICY'));
