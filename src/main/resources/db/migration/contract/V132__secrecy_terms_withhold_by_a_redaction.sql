-- H18: what secrecy terms withhold from staff needs an approver and a last day as well. Stating the terms asks for a redaction;
-- in the first 14 days of a contract in the register it withholds before anybody approved it, and no longer.
alter table contract.redaction
    add column secrecy           text check (secrecy in ('CONFIDENTIAL_TERMS', 'EXISTENCE_SECRET', 'CLASSIFIED')),
    add column provisional_until date,
    add column reminded_at       timestamptz,
    drop constraint redaction_fields_check,
    add constraint redaction_fields_check check (cardinality(fields) between 1 and 5
        and fields <@ array['TITLE', 'AGENCY', 'SUPPLIER', 'VALUE', 'PERIOD']),
    drop constraint approved_by_somebody_else,
    add constraint approved_by_somebody_else check (decided_by is null or decided_by <> requested_by
        or (not approved and decided_by = 'system')),
    add constraint provisional_for_secrecy_only check (provisional_until is null or secrecy is not null);

drop index contract.redaction_waiting_once;
create unique index redaction_waiting_once on contract.redaction (contract_id, (secrecy is not null)) where approved is null;
drop index contract.redaction_approved;
create index redaction_withholding on contract.redaction (contract_id)
    where ended_at is null and approved is distinct from false;
create index redaction_not_told_of on contract.redaction (requested_at)
    where reminded_at is null and ended_at is null and approved is distinct from false;

create function contract.guard_new_redaction() returns trigger language plpgsql as $$
begin
    if new.approved is not null or new.ended_at is not null then
        raise exception 'a redaction is asked for before it is decided' using errcode = 'restrict_violation';
    end if;
    if new.secrecy is not null and not exists (
        select 1 from contract.contract c where c.id = new.contract_id and c.secrecy = new.secrecy) then
        raise exception 'the contract is not under these secrecy terms' using errcode = 'restrict_violation';
    end if;
    if new.secrecy = 'CONFIDENTIAL_TERMS' and 'AGENCY' = any (new.fields) then
        raise exception 'confidential terms do not withhold the agency' using errcode = 'restrict_violation';
    end if;
    if new.provisional_until > (select (c.registered_at at time zone 'UTC')::date + 14 from contract.contract c where c.id = new.contract_id) then
        raise exception 'nothing is withheld before it is approved of a contract that is in the register for 14 days'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- contracts that were under secrecy terms before have their 14 days from now on
insert into contract.redaction (id, contract_id, fields, reason, requested_by, requested_at, ends_on, secrecy, provisional_until)
select gen_random_uuid(), c.id,
       case c.secrecy when 'CONFIDENTIAL_TERMS' then array['TITLE', 'SUPPLIER', 'VALUE', 'PERIOD']
                      else array['TITLE', 'AGENCY', 'SUPPLIER', 'VALUE', 'PERIOD'] end,
       'Secrecy terms of the contract, as whoever sells it stated them before they needed an approval.',
       coalesce(c.submitter, c.imported_by, 'system'), now(),
       ((now() at time zone 'UTC')::date + interval '12 months')::date, c.secrecy, (now() at time zone 'UTC')::date + 14
from contract.contract c where c.secrecy <> 'NONE';

create trigger asked_first before insert on contract.redaction
    for each row execute function contract.guard_new_redaction();

create or replace function contract.guard_redaction() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'redactions are kept for ever' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.contract_id, new.fields, new.reason, new.requested_by, new.requested_at, new.ends_on,
        new.secrecy, new.provisional_until)
       is distinct from
       (old.id, old.contract_id, old.fields, old.reason, old.requested_by, old.requested_at, old.ends_on,
        old.secrecy, old.provisional_until) then
        raise exception 'what was asked for never changes' using errcode = 'restrict_violation';
    end if;
    if old.approved is not null and (new.approved, new.decided_by, new.decided_at, new.decided_why)
       is distinct from (old.approved, old.decided_by, old.decided_at, old.decided_why) then
        raise exception 'a decision on a redaction never changes' using errcode = 'restrict_violation';
    end if;
    if old.ended_at is not null then
        raise exception 'an ended redaction stays ended' using errcode = 'restrict_violation';
    end if;
    if old.approved is null and new.decided_by is not null and contract.ever_owned(new.contract_id, new.decided_by) then
        raise exception 'nobody approves a redaction who is or was the account owner' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

grant update (reminded_at) on contract.redaction to ${app_role};
