-- H10: what shows that a condition is met comes after the signature, when no document of the contract can be added any more. It stays beside
-- the report that it came with, as the evidence of incidents does.
alter table review.condition_report add column files int not null default 0 check (files between 0 and 10);

create table review.condition_file (
    report_id uuid  not null references review.condition_report (id),
    number    int   not null check (number >= 1),
    file_name text  not null check (file_name <> ''),
    sha256    text  not null,
    original  bytea not null check (octet_length(original) between 1 and 26214400),
    outcome   text  not null check (outcome in ('COPIED', 'NOT_REBUILT', 'LOCKED', 'GIVEN_UP')),
    extension text  not null check (extension in ('', 'jpg', 'png', 'pdf', 'txt')),
    -- null where the file was not rebuilt
    copy      bytea,
    primary key (report_id, number),
    check (sha256 = encode(sha256(original), 'hex')),
    check ((outcome = 'COPIED') = (copy is not null)),
    check ((copy is not null) = (extension <> ''))
);

create trigger never_changes before update or delete on review.condition_file
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.condition_file
    for each statement execute function review.refuse_change();

-- With the report and never later: it says how many there are.
create function review.refuse_file_after_report() returns trigger language plpgsql as $$
begin
    if new.number > (select r.files from review.condition_report r where r.id = new.report_id) then
        raise exception 'a report that is recorded takes no further file' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_with_the_report before insert on review.condition_file
    for each row execute function review.refuse_file_after_report();

grant select, insert on review.condition_file to ${app_role};
