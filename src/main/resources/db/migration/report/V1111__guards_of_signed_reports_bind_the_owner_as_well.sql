-- Not even a session in replication mode passes them.
do $$
declare
    kept text;
begin
    foreach kept in array array['signed_report', 'signed_file', 'delivery', 'reminder', 'announcement'] loop
        execute format('alter table report.%I enable always trigger never_changes', kept);
        execute format('alter table report.%I enable always trigger never_emptied', kept);
    end loop;
end $$;
alter table report.signed_file enable always trigger no_file_is_late;
