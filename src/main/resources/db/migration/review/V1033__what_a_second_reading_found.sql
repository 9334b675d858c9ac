-- Whether the last word of the reviews of a contract is a rejection or a legal stop. A return, or a new submission, is no other word.
create function review.refused_last(of_contract uuid) returns boolean language sql stable as $$
    select exists (select 1 from contract.contract c where c.id = of_contract and c.state in ('REJECTED', 'STOPPED'))
        or coalesce((select d.outcome = 'REJECT' from review.decision d
                     where d.contract_id = of_contract and d.outcome <> 'RETURN' order by d.decided_at desc limit 1), false)
$$;

-- As before, whatever became of the state since (H6).
create or replace function review.refuse_continuing_what_was_refused() returns trigger language plpgsql as $$
begin
    if new.confirmed and exists (
            select 1 from review.suspension_proposal p
            join review.suspension_review s on s.id = p.suspension_id
            where p.id = new.proposal_id and p.outcome = 'CONTINUE' and review.refused_last(s.contract_id)) then
        raise exception 'the services of a contract that was rejected or stopped do not simply continue'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- As before, and: a list that holds nobody is no way out of the account team.
alter table review.review add constraint account_team_holds_people check (array_position(account_team, null) is null) not valid;
create or replace function review.refuse_rewritten_review() returns trigger language plpgsql as $$
begin
    if (new.contract_id, new.submitter, new.opened_at, new.intake) is distinct from
       (old.contract_id, old.submitter, old.opened_at, old.intake) then
        raise exception 'contract, submitter, day and intake of a review stay as they were' using errcode = 'restrict_violation';
    end if;
    if old.closed_at is not null and new.closed_at is distinct from old.closed_at then
        raise exception 'a closed review stays closed' using errcode = 'restrict_violation';
    end if;
    if exists (select member from unnest(old.account_team) as member where array_position(new.account_team, member) is null
               and not exists (select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
                               where d.contract_id = old.contract_id and d.person = member and not p.paid)) then
        raise exception 'nobody leaves the account team without a ruling that they are not paid by the contract (H1)'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- As before, and: who was found to be paid is named in every later review; whoever owned the contract is paid by it whatever is ruled.
create or replace function review.refuse_naming_again() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
               where d.contract_id = new.contract_id and d.person = any (new.account_team) and not p.paid) then
        raise exception 'it was ruled that they are not paid by the contract' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' and exists (
            select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
            where d.contract_id = new.contract_id and p.paid and array_position(new.account_team, d.person) is null) then
        raise exception 'it was ruled who is paid by the contract, and they are not named' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function review.refuse_clearing_an_owner() returns trigger language plpgsql as $$
begin
    if not new.paid and exists (select 1 from review.pay_denial d
                                where d.id = new.denial_id and contract.ever_owned(d.contract_id, d.person)) then
        raise exception 'who owns the contract or owned it is paid by it (H1)' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_for_owners before insert on review.pay_ruling
    for each row execute function review.refuse_clearing_an_owner();
