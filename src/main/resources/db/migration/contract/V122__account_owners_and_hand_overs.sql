-- Every account owner a contract ever had, the first one and those it was handed over to. Whoever stands here once keeps the exclusions of an
-- account owner for ever, so no row changes or goes.
create table contract.account_owner (
    contract_id    uuid        not null references contract.contract (id),
    number         int         not null check (number >= 1),
    person         text        not null check (length(person) between 1 and 100),
    since          timestamptz not null,
    handed_over_by text        check (length(handed_over_by) between 1 and 100),
    ground         text        check (ground in ('OWN_DECISION', 'OWNER_GONE', 'OVERDUE')),
    reasons        text        check (length(reasons) between 1 and 2000),
    primary key (contract_id, number),
    constraint handed_over_as_a_whole check (
        num_nulls(handed_over_by, ground, reasons) = case when number = 1 then 3 else 0 end),
    constraint nobody_hands_over_to_themselves check (handed_over_by <> person)
);
create index account_owner_by_person on contract.account_owner (person, contract_id);

create function contract.ever_owned(of_contract uuid, person text) returns boolean language sql stable as $$
    select exists (select 1 from contract.account_owner o
                   where o.contract_id = of_contract and o.person = ever_owned.person)
$$;

-- of contracts from before, the day of registration is the earliest that the first owner can have had
insert into contract.account_owner (contract_id, number, person, since)
select id, 1, submitter, registered_at from contract.contract where submitter is not null;

create function contract.refuse_change_of_owners() returns trigger language plpgsql as $$
begin
    raise exception 'who owned a contract is kept for ever' using errcode = 'restrict_violation';
end $$;
create trigger never_changes before update or delete on contract.account_owner
    for each row execute function contract.refuse_change_of_owners();
create trigger never_emptied before truncate on contract.account_owner
    for each statement execute function contract.refuse_change_of_owners();

-- Each row follows the last one and begins with who owns the contract at that moment.
create function contract.guard_account_owner() returns trigger language plpgsql as $$
declare
    owner_now text;
    last      int;
begin
    select submitter into owner_now from contract.contract where id = new.contract_id for no key update;
    select coalesce(max(number), 0) into last from contract.account_owner where contract_id = new.contract_id;
    if new.number <> last + 1 then
        raise exception 'a hand-over follows the last one' using errcode = 'restrict_violation';
    end if;
    if new.number = 1 and new.person is distinct from owner_now then
        raise exception 'the first account owner is who registered or took the contract' using errcode = 'restrict_violation';
    end if;
    if new.number > 1 and new.person = owner_now then
        raise exception 'a contract is handed over to somebody else' using errcode = 'restrict_violation';
    end if;
    if new.number > 1 and (new.ground = 'OWN_DECISION') <> (new.handed_over_by = owner_now) then
        raise exception 'a hand-over names on what ground' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger follows_the_last before insert on contract.account_owner
    for each row execute function contract.guard_account_owner();

-- The row makes the change, so there is neither without the other.
create function contract.hand_over() returns trigger language plpgsql as $$
begin
    update contract.contract set submitter = new.person, changed_at = new.since, changed_by = new.handed_over_by
    where id = new.contract_id;
    return null;
end $$;
create trigger makes_the_change after insert on contract.account_owner
    for each row when (new.number > 1) execute function contract.hand_over();

create function contract.refuse_owner_without_hand_over() returns trigger language plpgsql as $$
begin
    if new.submitter is distinct from (select o.person from contract.account_owner o
                                       where o.contract_id = new.id order by o.number desc limit 1) then
        raise exception 'the account owner changes by a hand-over only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger owner_changes_by_hand_over before update of submitter on contract.contract
    for each row when (old.submitter is not null and old.submitter is distinct from new.submitter)
    execute function contract.refuse_owner_without_hand_over();

create function contract.note_first_owner() returns trigger language plpgsql as $$
begin
    insert into contract.account_owner (contract_id, number, person, since)
    values (new.id, 1, new.submitter, case when tg_op = 'INSERT' then new.registered_at else new.changed_at end);
    return null;
end $$;
create trigger first_owner_registered after insert on contract.contract
    for each row when (new.submitter is not null) execute function contract.note_first_owner();
create trigger first_owner_took_it after update of submitter on contract.contract
    for each row when (old.submitter is null and new.submitter is not null) execute function contract.note_first_owner();

-- Whoever ever owned the contract approves no redaction of it (V120).
create or replace function contract.guard_redaction() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'redactions are kept for ever' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.contract_id, new.fields, new.reason, new.requested_by, new.requested_at, new.ends_on)
       is distinct from
       (old.id, old.contract_id, old.fields, old.reason, old.requested_by, old.requested_at, old.ends_on) then
        raise exception 'what was asked for never changes' using errcode = 'restrict_violation';
    end if;
    if old.approved is not null and (new.approved, new.decided_by, new.decided_at, new.decided_why)
       is distinct from (old.approved, old.decided_by, old.decided_at, old.decided_why) then
        raise exception 'a decision on a redaction never changes' using errcode = 'restrict_violation';
    end if;
    if old.ended_at is not null then
        raise exception 'an ended redaction stays ended' using errcode = 'restrict_violation';
    end if;
    if old.approved is null and contract.ever_owned(new.contract_id, new.decided_by) then
        raise exception 'the account owner approves no redaction' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

grant select, insert on contract.account_owner to ${app_role};
