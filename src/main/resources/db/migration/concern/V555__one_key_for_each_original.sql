-- Each original file gets a key pair of its own, named by its number. Until now one pair opened all originals of a concern: whoever had one
-- of them opened held what opens the others, and only the application kept them apart.
alter table concern.concern_key
    drop constraint concern_key_part_check,
    add constraint concern_key_part_check
        check (part in ('HANDLING', 'REVIEW', 'LETTER', 'IDENTITY', 'ORIGINAL', 'OPENING') or part ~ '^ORIGINAL/[1-9][0-9]*$');

-- Nobody keeps a key that opens all originals: whoever may see one of them gets the key of that one when they next ask for it.
delete from concern.key_wrap where part = 'ORIGINAL';

-- What an earlier version sealed under another key says so until it is sealed again.
alter table concern.attachment
    drop constraint attachment_original_part_check,
    add constraint attachment_original_part_check
        check (original_part in ('HANDLING', 'ORIGINAL') or original_part = 'ORIGINAL/' || number);

create function concern.seals_original_alone() returns trigger language plpgsql as $$
begin
    if new.original_part <> 'ORIGINAL/' || new.number then
        raise exception 'an original is sealed with a key of its own' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'UPDATE' and old.original_part = new.original_part then
        raise exception 'what was filed is never rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
drop trigger attachment_only_sealed_apart on concern.attachment;
create trigger attachment_sealed_alone before insert or update on concern.attachment
    for each row execute function concern.seals_original_alone();

-- Which key an opening names: that of the name, or that of one file.
create function concern.part_of_opening(of_kind text, of_file int) returns text language sql immutable as $$
    select case of_kind when 'ORIGINAL' then 'ORIGINAL/' || of_file else of_kind end
$$;

create or replace function concern.refuses_wrap_without_opening() returns trigger language plpgsql as $$
begin
    if (new.part = 'IDENTITY' or new.part like 'ORIGINAL%') and not exists (
        select 1 from concern.opening o
        where o.concern = new.concern and concern.part_of_opening(o.kind, o.file) = new.part and o.asked_by = new.recipient
          and o.granted_on is not null and o.ended_on is null) then
        raise exception 'nobody opened this to that person' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function concern.takes_wrap_of_opening() returns trigger language plpgsql as $$
begin
    delete from concern.key_wrap w
    where w.concern = new.concern and w.part = concern.part_of_opening(new.kind, new.file) and w.recipient = new.asked_by
      and not exists (select 1 from concern.opening o
                      where o.concern = new.concern and concern.part_of_opening(o.kind, o.file) = w.part
                        and o.asked_by = new.asked_by and o.granted_on is not null and o.ended_on is null);
    return new;
end $$;
