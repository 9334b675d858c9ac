-- Titles and offsets count UTF-16 units, length(text) counts code points: a heading with a character beyond the basic plane is
-- shorter here than its title. The offsets say how long a clause is in the units of its title.
do $$
declare
    title_check name;
begin
    for title_check in
        select c.conname from pg_constraint c
        where c.conrelid = 'document.clause'::regclass and c.contype = 'c'
          and pg_get_constraintdef(c.oid) like '%title_length%' and pg_get_constraintdef(c.oid) like '%length(text)%'
    loop
        execute format('alter table document.clause drop constraint %I', title_check);
    end loop;
end $$;

alter table document.clause
    add constraint clause_title_within check (title_length between 0 and end_offset - start_offset);
