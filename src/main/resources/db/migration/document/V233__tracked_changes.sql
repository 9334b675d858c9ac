-- Insertions, deletions and moves that a file tracks, at their place in the text in force. Deleted words stand here and in the
-- part "tracked deletions", never in the text itself.
create table document.tracked_change (
    version_id   uuid not null,
    ordinal      int  not null check (ordinal >= 0),
    part_ordinal int  not null,
    kind         text not null check (kind in ('INSERTED', 'DELETED', 'MOVED_FROM', 'MOVED_TO')),
    author       text not null,
    changed_at   text not null,
    start_offset int  not null check (start_offset >= 0),
    end_offset   int  not null,
    words        text not null check (words <> ''),
    primary key (version_id, ordinal),
    foreign key (version_id, part_ordinal) references document.part (version_id, ordinal) on delete cascade,
    check (end_offset >= start_offset),
    check (kind in ('INSERTED', 'MOVED_TO') or end_offset = start_offset)
);

grant select, insert, delete on document.tracked_change to ${app_role};
