-- H6: a rejection or a legal stop is not undone by two people who suspend the services and lift that again.

-- As before, and a legal stop counts when the contract is suspended by now: it leaves no decision behind it.
create or replace function review.refused_last(of_contract uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select 1 from contract.contract c where c.id = of_contract and c.state in ('REJECTED', 'STOPPED'))
        or coalesce((
            select word.refuses from (
                select d.outcome = 'REJECT' as refuses, d.decided_at as said_at from review.decision d
                where d.contract_id = of_contract and d.outcome <> 'RETURN'
                union all
                select true, s.completed_at from review.stage_result s
                join review.review r on r.id = s.review_id
                where r.contract_id = of_contract and s.stage = 'LEGAL_STOP' and s.form ->> 'result' = 'STOP'
            ) word order by said_at desc limit 1), false);
end $$;

-- As before, and of lifting a suspension.
create or replace function review.refuse_continuing_what_was_refused() returns trigger language plpgsql as $$
begin
    if new.confirmed and exists (
            select 1 from review.suspension_proposal p
            join review.suspension_review s on s.id = p.suspension_id
            where p.id = new.proposal_id and p.outcome in ('CONTINUE', 'LIFT') and review.refused_last(s.contract_id)) then
        raise exception 'the services of a contract that was rejected or stopped do not simply continue'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- As before, and: no suspension ends while the last word of the reviews refuses the contract.
create or replace function review.refuse_hold_without_ruling() returns trigger language plpgsql as $$
declare
    outcome  text := review.last_suspension_outcome(new.id);
    running  boolean := exists (select 1 from review.interim_measure m where m.contract_id = new.id
                                and not exists (select 1 from review.interim_end e where e.measure_id = m.id));
    reviewed boolean := old.state not in ('SIGNED', 'RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
                        and review.signed_once(new.id);
    allowed  boolean;
begin
    if new.state = old.state then
        return new;
    end if;
    allowed := case new.state
        when 'RESTRICTED' then old.state = 'SIGNED' and running
        when 'SUSPENDED' then (old.state in ('SIGNED', 'RESTRICTED') or reviewed) and outcome in ('SUSPEND', 'KEEP')
        when 'EXITING' then (old.state in ('SIGNED', 'RESTRICTED', 'SUSPENDED') or reviewed) and outcome = 'EXIT'
        when 'EXITED' then old.state = 'EXITING' and review.exit_confirmed(new.id)
        when 'SIGNED' then case old.state
            when 'RESTRICTED' then not running
            when 'SUSPENDED' then outcome = 'LIFT' and review.signed_here(new.id) and not review.refused_last(new.id)
            else old.state not in ('EXITING', 'EXITED') end
        when 'REGISTERED' then old.state = 'SUSPENDED' and outcome = 'LIFT' and not review.signed_here(new.id)
                               and not review.refused_last(new.id)
        when 'IN_REVIEW' then old.state not in ('SUSPENDED', 'EXITING', 'EXITED')
        else old.state not in ('RESTRICTED', 'SUSPENDED', 'EXITING', 'EXITED')
    end;
    if not coalesce(allowed, false) then
        raise exception 'contract % does not become % from % without a ruling', new.id, new.state, old.state
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
