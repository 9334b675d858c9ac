-- The work list also holds second reviews of the audit sample.
alter table workflow.inbox_item drop constraint inbox_item_subject_kind_check;
alter table workflow.inbox_item add constraint inbox_item_subject_kind_check
    check (subject_kind in ('REVIEW', 'CONCERN', 'POLICY', 'CONDITION', 'SUSPENSION', 'RE_REVIEW', 'QUESTION',
        'EXIT', 'REMEDIATION', 'SAMPLE_REVIEW'));
