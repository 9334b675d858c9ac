create schema record;
grant usage on schema record to ${app_role};

-- One row for each fact, in the order of their commits and without gaps. "body" holds the exact canonical bytes (RFC 8785);
-- the other columns repeat what they say, for searching, and the verifier compares the two.
create table record.entry (
    n           bigint primary key check (n >= 0),
    kind        text        not null check (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(kind) <= 60),
    contract    uuid,
    actor       text        not null check (length(actor) between 1 and 100),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body        bytea       not null check (octet_length(body) between 2 and 65535),
    leaf        bytea       not null,
    constraint entry_leaf_is_the_hash_of_the_body check (leaf = sha256('\x00'::bytea || body))
);
create index entry_by_kind on record.entry (kind, n);
create index entry_of_contract on record.entry (contract, n) where contract is not null;
create index entry_by_actor on record.entry (actor, n);
create index entry_by_time on record.entry (occurred_at, n);

-- The head of the tree: how many entries there are, the roots of its perfect subtrees from the largest to the smallest
-- (32 bytes each), and the root hash over all. Its row lock gives every entry its place.
create table record.head (
    id       smallint primary key default 1 check (id = 1),
    size     bigint not null check (size >= 0),
    frontier bytea  not null,
    root     bytea  not null check (octet_length(root) = 32),
    constraint frontier_has_one_hash_for_each_set_bit
        check (octet_length(frontier) = 32 * length(replace((size::bit(64))::text, '0', '')))
);
insert into record.head (size, frontier, root) values (0, ''::bytea, sha256(''::bytea));

-- RFC 6962, 2.1: the frontier after one more leaf.
create function record.extended_frontier(size bigint, frontier bytea, leaf bytea) returns bytea
    language plpgsql immutable as $$
declare
    rest   bigint := size;
    kept   bytea  := frontier;
    hashed bytea  := leaf;
begin
    while rest & 1 = 1 loop
        hashed := sha256('\x01'::bytea || substr(kept, octet_length(kept) - 31) || hashed);
        kept := substr(kept, 1, octet_length(kept) - 32);
        rest := rest >> 1;
    end loop;
    return kept || hashed;
end $$;

-- RFC 6962, 2.1: the root hash over a frontier, folded from the smallest subtree to the largest.
create function record.root_of(frontier bytea) returns bytea
    language plpgsql immutable as $$
declare
    start  int   := octet_length(frontier) - 31;
    hashed bytea;
begin
    if octet_length(frontier) = 0 then
        return sha256(''::bytea);
    end if;
    hashed := substr(frontier, start, 32);
    while start > 1 loop
        start := start - 32;
        hashed := sha256('\x01'::bytea || substr(frontier, start, 32) || hashed);
    end loop;
    return hashed;
end $$;

-- Waits for its turn and says which place the next entry takes. The lock lasts until the transaction ends, so two
-- transactions never get the same place, and one that rolls back leaves no gap.
create function record.lock_head() returns bigint
    language plpgsql security definer set search_path = record, pg_temp as $$
declare
    place bigint;
begin
    select size into strict place from record.head where id = 1 for update;
    return place;
end $$;

-- The only way the head moves: one step forward, by an entry at exactly the next place.
create function record.move_head() returns trigger
    language plpgsql security definer set search_path = record, pg_temp as $$
declare
    place bigint;
    moved bytea;
begin
    select size, record.extended_frontier(size, frontier, new.leaf) into strict place, moved
        from record.head where id = 1 for update;
    if new.n <> place then
        raise exception 'the next entry of the record is number %, not %', place, new.n
            using errcode = 'integrity_constraint_violation';
    end if;
    update record.head set size = place + 1, frontier = moved, root = record.root_of(moved) where id = 1;
    return null;
end $$;
create trigger entry_moves_the_head after insert on record.entry
    for each row execute function record.move_head();

create function record.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger entry_never_changes before update or delete or truncate on record.entry
    for each statement execute function record.refuse_change();
create trigger head_never_goes before delete or truncate on record.head
    for each statement execute function record.refuse_change();

-- Binds the owner too: a new head must be what the last entry makes of the old one.
create function record.check_head() returns trigger
    language plpgsql set search_path = record, pg_temp as $$
declare
    added bytea;
begin
    select leaf into added from record.entry where n = old.size;
    if added is null or new.size <> old.size + 1
            or new.frontier <> record.extended_frontier(old.size, old.frontier, added)
            or new.root <> record.root_of(new.frontier) then
        raise exception 'the head of the record only moves forward, by the entry at number %', old.size
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger head_only_moves_forward before update on record.head
    for each row execute function record.check_head();

-- Not even a session in replication mode passes them.
alter table record.entry enable always trigger entry_moves_the_head;
alter table record.entry enable always trigger entry_never_changes;
alter table record.head enable always trigger head_never_goes;
alter table record.head enable always trigger head_only_moves_forward;

-- Each time somebody had the record verified, and what came out.
create table record.verification (
    id           bigint generated always as identity primary key,
    verified_at  timestamptz not null,
    requested_by text        not null check (length(requested_by) between 1 and 100),
    size         bigint      not null check (size >= 0),
    root         bytea       not null check (octet_length(root) = 32),
    first_bad    bigint,
    problem      text,
    millis       bigint      not null check (millis >= 0),
    check (first_bad is null or problem is not null)
);

revoke all on all tables in schema record from public;
revoke all on all functions in schema record from public;
grant select, insert on record.entry to ${app_role};
grant select on record.head to ${app_role};
grant select, insert on record.verification to ${app_role};
grant execute on function record.lock_head() to ${app_role};
