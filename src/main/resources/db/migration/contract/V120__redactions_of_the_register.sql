-- H18: what staff may not see of a contract for a time. Needs a reason, an approver other than whoever asked or owns the
-- contract, and an end within twelve months; in force as long as the date says so, whatever else runs or does not run.
create table contract.redaction (
    id            uuid        primary key,
    contract_id   uuid        not null references contract.contract (id),
    fields        text[]      not null check (cardinality(fields) between 1 and 4
                                  and fields <@ array['TITLE', 'AGENCY', 'SUPPLIER', 'VALUE']),
    reason        text        not null check (length(reason) between 10 and 2000),
    requested_by  text        not null check (length(requested_by) between 1 and 100),
    requested_at  timestamptz not null,
    ends_on       date        not null,
    approved      boolean,
    decided_by    text        check (length(decided_by) between 1 and 100),
    decided_at    timestamptz,
    decided_why   text        check (length(decided_why) between 1 and 2000),
    ended_by      text        check (length(ended_by) between 1 and 100),
    ended_at      timestamptz,
    ended_why     text        check (length(ended_why) between 1 and 2000),
    constraint ends_within_a_year check (
        ends_on > (requested_at at time zone 'UTC')::date
        and ends_on <= ((requested_at at time zone 'UTC')::date + interval '12 months')::date),
    constraint approved_by_somebody_else check (decided_by is null or decided_by <> requested_by),
    constraint decided_whole check (num_nulls(approved, decided_by, decided_at) in (0, 3)),
    constraint refused_with_reasons check (approved is distinct from false or decided_why is not null),
    constraint ended_whole check (num_nulls(ended_by, ended_at, ended_why) in (0, 3)),
    constraint only_what_was_approved_ends check (ended_at is null or approved is not distinct from true)
);
create unique index redaction_waiting_once on contract.redaction (contract_id) where approved is null;
create index redaction_approved on contract.redaction (contract_id, ends_on) where approved and ended_at is null;
create index redaction_by_date on contract.redaction (requested_at desc);

create function contract.guard_redaction() returns trigger language plpgsql as $$
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
    if old.approved is null and new.decided_by is not null and exists (
        select 1 from contract.contract c where c.id = new.contract_id and c.submitter = new.decided_by) then
        raise exception 'the account owner approves no redaction' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guarded before update or delete on contract.redaction
    for each row execute function contract.guard_redaction();

grant select, insert on contract.redaction to ${app_role};
grant update (approved, decided_by, decided_at, decided_why, ended_by, ended_at, ended_why) on contract.redaction to ${app_role};
