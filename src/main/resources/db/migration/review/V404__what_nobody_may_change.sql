create function review.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of review.% are kept for ever and never change', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['stage_result', 'clarification', 'recusal', 'assessment', 'assessed_impact', 'vote',
            'decision', 'condition', 'dissent', 'appeal', 'appeal_ruling', 'decision_lapse', 'gate_confirmation'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

create trigger never_deleted before delete on review.review for each row execute function review.refuse_change();
create trigger never_deleted before delete on review.vote_round for each row execute function review.refuse_change();

-- A closed round stays closed, and nobody votes in it afterwards.
create function review.refuse_reopening() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'a closed vote is not opened again' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_closed before update on review.vote_round for each row execute function review.refuse_reopening();

create function review.refuse_late_vote() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.vote_round r
               where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null) then
        raise exception 'the vote is closed' using errcode = 'restrict_violation';
    end if;
    -- separation of duties (H1) and recusal (H2) hold for every path to this table
    if exists (select 1 from review.review v where v.id = new.review_id
               and (v.submitter = new.voter or new.voter = any (v.account_team))) then
        raise exception 'who submitted the contract or is paid by it has no vote' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c where c.review_id = new.review_id and c.person = new.voter) then
        raise exception 'who declared a conflict has no vote' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_while_open before insert on review.vote for each row execute function review.refuse_late_vote();

-- H6 in the database: a decision is the outcome its closed round carried, within the space the tables gave.
create function review.refuse_uncarried_decision() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.vote_round r
                   where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null
                     and r.carried = new.outcome and jsonb_exists(r.space -> 'allowed', new.outcome)) then
        raise exception 'the vote did not carry this outcome' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_what_was_carried before insert on review.decision
    for each row execute function review.refuse_uncarried_decision();

create function review.refuse_ruling_by_voter() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.appeal a join review.vote v on v.review_id = a.review_id
               where a.id = new.appeal_id and v.voter = new.decided_by)
       or exists (select 1 from review.appeal a join review.decision d on d.id = a.decision_id
                  where a.id = new.appeal_id and new.decided_by in (d.decided_by, a.filed_by)) then
        raise exception 'who voted, decided or appealed does not rule on the appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.appeal_ruling
    for each row execute function review.refuse_ruling_by_voter();

-- H7: no contract becomes signed without a valid, unexpired approval of exactly the documents legal confirmed.
create function review.refuse_signature_without_decision() returns trigger language plpgsql as $$
begin
    if new.state <> 'SIGNED' or (tg_op = 'UPDATE' and old.state = 'SIGNED') then
        return new;
    end if;
    if not exists (
        select 1
        from review.gate_confirmation g
        join review.decision d on d.id = g.decision_id and d.contract_id = new.id
        where g.contract_id = new.id
          and d.outcome in ('APPROVE', 'CONDITIONAL')
          and d.document_set_hash = g.document_set_hash
          and d.expires_on >= (g.confirmed_at at time zone 'UTC')::date
          and d.expires_on >= (now() at time zone 'UTC')::date
          and not exists (select 1 from review.decision_lapse l where l.decision_id = d.id)
          and not exists (select 1 from review.decision later
                          where later.contract_id = new.id and later.decided_at > d.decided_at)) then
        raise exception 'contract % has no valid decision for the documents that were signed', new.id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger signed_only_by_decision before insert or update of state on contract.contract
    for each row execute function review.refuse_signature_without_decision();
