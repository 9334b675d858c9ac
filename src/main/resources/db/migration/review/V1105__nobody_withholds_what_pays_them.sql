-- H1, H2 and H18: whoever is named in the account team of a review of the contract, or stepped back from one, decides on no redaction of it.
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
    if old.approved is null and new.decided_by is not null
       and (review.interested(new.contract_id, new.decided_by) or review.recused(new.contract_id, new.decided_by)) then
        raise exception 'nobody decides on a redaction who is paid by the contract or stepped back from its review'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
