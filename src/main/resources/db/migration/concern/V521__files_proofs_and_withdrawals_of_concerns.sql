-- A file of a filer: the original as evidence, and the copy that is read. All of it is sealed with the key of the concern.
create table concern.attachment (
    concern  uuid  not null references concern.concern (id),
    number   int   not null check (number > 0),
    -- 0 for the filing, else the number of the filer's message
    message  int   not null check (message >= 0),
    about    bytea not null,
    original bytea not null,
    -- null where the file was not rebuilt
    copy     bytea,
    added_on date  not null,
    primary key (concern, number)
);
grant select, insert, delete on concern.attachment to ${app_role};

-- What the record says of a filing, from which nothing can be read; the receipt whose hash it is is sealed for the filer.
create table concern.proof_of_filing (
    concern    uuid  not null primary key references concern.concern (id),
    commitment text  not null unique check (commitment ~ '^[0-9a-f]{64}$'),
    receipt    bytea not null
);
grant select, insert, delete on concern.proof_of_filing to ${app_role};

-- What is left of a concern that its filer withdrew. There is no way back.
create table concern.withdrawal (
    concern      uuid not null primary key references concern.concern (id),
    withdrawn_on date not null
);
grant select, insert on concern.withdrawal to ${app_role};
