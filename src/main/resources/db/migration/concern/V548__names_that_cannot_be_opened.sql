-- Sealed names that somebody changed outside of the application: found and recorded once, and never tried again.
create table concern.letter_name_broken (
    signature uuid not null primary key references concern.letter_signature (id) on delete cascade,
    found_on  date not null
);
grant select, insert on concern.letter_name_broken to ${app_role};
