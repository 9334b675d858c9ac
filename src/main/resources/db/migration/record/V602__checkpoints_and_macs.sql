-- A keyed hash of each entry, made with a key that the database never sees: whoever writes an entry by SQL cannot make it.
alter table record.entry add column mac bytea;

-- Entries below this number were written before there were keyed hashes; the first signed checkpoint covers them.
create table record.mac_start (
    id    smallint primary key default 1 check (id = 1),
    first bigint not null check (first >= 0)
);
insert into record.mac_start (first) select size from record.head;

-- "not valid" binds every new row and leaves the old ones, which must not be touched, alone.
alter table record.entry add constraint entry_has_a_mac
    check (mac is not null and octet_length(mac) = 32) not valid;

-- What was signed (C2SP tlog-checkpoint in a signed note): the record had this size and this root. A new origin begins anew after a
-- key was lost or the record had to be restored.
create table record.checkpoint (
    origin    text        not null check (length(origin) between 1 and 200),
    size      bigint      not null check (size > 0),
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null check (length(note) between 1 and 4000),
    signed_at timestamptz not null,
    primary key (origin, size)
);

-- The signature lines of witnesses below a checkpoint.
create table record.cosignature (
    origin      text        not null,
    size        bigint      not null,
    witness     text        not null check (length(witness) between 1 and 200),
    line        text        not null check (length(line) between 1 and 4000),
    cosigned_at timestamptz not null,
    primary key (origin, size, witness),
    foreign key (origin, size) references record.checkpoint
);

-- What somebody outside remembers and the record cannot answer for; from then on nothing is signed under this origin.
create table record.contradiction (
    id       bigint generated always as identity primary key,
    origin   text        not null check (length(origin) between 1 and 200),
    found_at timestamptz not null,
    what     text        not null check (length(what) between 1 and 1000),
    evidence text        not null check (length(evidence) <= 8000)
);

-- A checkpoint is larger than all before it and tells of entries that are there.
create function record.check_checkpoint() returns trigger
    language plpgsql set search_path = record, pg_temp as $$
declare
    reached  bigint;
    top      bytea;
    previous bigint;
begin
    select size, root into strict reached, top from record.head where id = 1;
    select coalesce(max(size), 0) into strict previous from record.checkpoint where origin = new.origin;
    if new.size <= previous or new.size > reached or (new.size = reached and new.root <> top) then
        raise exception 'a checkpoint of size % does not follow the one of size % on a record of size %',
            new.size, previous, reached using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger checkpoint_follows_the_last before insert on record.checkpoint
    for each row execute function record.check_checkpoint();

create trigger checkpoint_never_changes before update or delete or truncate on record.checkpoint
    for each statement execute function record.refuse_change();
create trigger cosignature_never_changes before update or delete or truncate on record.cosignature
    for each statement execute function record.refuse_change();
create trigger contradiction_never_changes before update or delete or truncate on record.contradiction
    for each statement execute function record.refuse_change();
create trigger mac_start_never_changes before update or delete or truncate on record.mac_start
    for each statement execute function record.refuse_change();
alter table record.checkpoint enable always trigger checkpoint_follows_the_last;
alter table record.checkpoint enable always trigger checkpoint_never_changes;
alter table record.cosignature enable always trigger cosignature_never_changes;
alter table record.contradiction enable always trigger contradiction_never_changes;
alter table record.mac_start enable always trigger mac_start_never_changes;

revoke all on record.mac_start, record.checkpoint, record.cosignature, record.contradiction from public;
revoke all on function record.check_checkpoint() from public;
grant select on record.mac_start to ${app_role};
grant select, insert on record.checkpoint, record.cosignature, record.contradiction to ${app_role};
