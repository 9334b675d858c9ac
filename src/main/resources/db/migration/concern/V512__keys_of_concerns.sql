alter table concern.concern
    drop constraint concern_mode_check,
    add constraint concern_mode_check check (mode in ('OPEN', 'CONFIDENTIAL', 'ANONYMOUS', 'COLLECTIVE'));

-- A key pair for each account that reads concerns. The private half is sealed for the custodian, whose own private key is never here.
create table concern.recipient_key (
    recipient      text   not null primary key check (length(recipient) between 1 and 100),
    public_key     bytea  not null,
    sealed_private bytea  not null,
    -- id of the custodian's key that sealed it: counts what a rotation still has to do
    custodian_key  bigint not null
);

-- A key pair for each concern, for two readerships: those who handle it, and those who weigh an open concern in a review. No
-- reference to the concern itself: a letter has its key before it is a concern.
create table concern.concern_key (
    concern        uuid   not null,
    part           text   not null check (part in ('HANDLING', 'REVIEW')),
    public_key     bytea  not null,
    -- the custodian's copy, by which a later officer is entitled
    sealed_private bytea  not null,
    custodian_key  bigint not null,
    primary key (concern, part)
);

-- Who can open it. Withdrawing somebody deletes the row; nothing else can take its place.
create table concern.key_wrap (
    concern   uuid  not null,
    part      text  not null,
    recipient text  not null references concern.recipient_key (recipient),
    wrap      bytea not null,
    primary key (concern, part, recipient),
    foreign key (concern, part) references concern.concern_key (concern, part) on delete cascade
);
create index key_wrap_by_recipient on concern.key_wrap (recipient);

-- The same for the filer, whose name stands nowhere: under a key made from a return code, or from an account name and a key outside
-- the database.
create table concern.filer_wrap (
    concern uuid  not null,
    part    text  not null,
    wrap    bytea not null,
    primary key (concern, part),
    foreign key (concern, part) references concern.concern_key (concern, part) on delete cascade
);

grant select, insert, delete on concern.concern_key, concern.key_wrap, concern.filer_wrap to ${app_role};
grant select, insert on concern.recipient_key to ${app_role};
-- rotation seals the same private half for the custodian's new key, and nothing else changes
grant update (sealed_private, custodian_key) on concern.recipient_key, concern.concern_key to ${app_role};
