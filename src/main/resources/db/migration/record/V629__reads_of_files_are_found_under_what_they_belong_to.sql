-- A read of a file names the incident or concern it belongs to and, after a dot, its number there.
create index access_entry_of_file on record.access_entry (split_part(subject, '.', 1), n) where subject like '%.%';
