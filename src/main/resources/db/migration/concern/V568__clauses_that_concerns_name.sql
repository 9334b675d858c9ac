-- Where the clause that a filer named stands in the documents of the contract, as that was found when the concern was filed. Sealed for
-- those who read what the filer wrote, and there also where none was named or found: a row that is absent would tell.
create table concern.named_clause (
    concern uuid  not null primary key references concern.concern (id),
    part    text  not null check (part in ('HANDLING', 'REVIEW')),
    places  bytea not null check (octet_length(places) % 1024 = 48)
);

grant select, insert on concern.named_clause to ${app_role};
