-- The rights of the catalogue that an incident concerns, and how many files came with it.
alter table review.incident
    add column rights text[] not null default '{}'
        check (array_to_string(rights, ',') ~ '^(R[0-9]{1,4}(,R[0-9]{1,4})*)?$'),
    add column files int not null default 0 check (files between 0 and 10);

-- What shows it: the file as it came, which is never lost, and the copy that was rebuilt for its readers.
create table review.incident_file (
    incident_id uuid  not null references review.incident (id),
    number      int   not null check (number >= 1),
    file_name   text  not null check (file_name <> ''),
    sha256      text  not null,
    original    bytea not null check (octet_length(original) between 1 and 26214400),
    outcome     text  not null check (outcome in ('COPIED', 'NOT_REBUILT', 'LOCKED', 'GIVEN_UP')),
    extension   text  not null check (extension in ('', 'jpg', 'png', 'pdf', 'txt')),
    -- null where the file was not rebuilt
    copy        bytea,
    primary key (incident_id, number),
    check (sha256 = encode(sha256(original), 'hex')),
    check ((outcome = 'COPIED') = (copy is not null)),
    check ((copy is not null) = (extension <> ''))
);

create trigger never_changes before update or delete on review.incident_file
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.incident_file
    for each statement execute function review.refuse_change();

-- With the incident and never later: it says how many there are.
create function review.refuse_file_of_later() returns trigger language plpgsql as $$
begin
    if new.number > (select i.files from review.incident i where i.id = new.incident_id) then
        raise exception 'an incident that is recorded takes no further file' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_with_the_incident before insert on review.incident_file
    for each row execute function review.refuse_file_of_later();

grant select, insert on review.incident_file to ${app_role};
