-- S9, H5: a signature ends the review, and with it the right to appeal. While two who dissented, or one who asked for it already, or an open
-- letter about the contract could still bring about an appeal of the approval, nothing is signed on it.
-- The period counts working days and holidays, which the application knows; two weeks where a decision says nothing.
alter table review.decision add column appeal_ends_at timestamptz;
alter table review.decision alter column appeal_ends_at set default now() + interval '14 days';
alter table review.decision add constraint appeal_ends_after_decision check (appeal_ends_at > decided_at) not valid;

create function review.may_still_be_appealed(of_decision review.decision) returns boolean language plpgsql stable as $$
begin
    if coalesce(of_decision.appeal_ends_at, of_decision.decided_at + interval '14 days') <= now()
       or exists (select 1 from review.appeal a join review.decision d on d.id = a.decision_id
                  where d.review_id = of_decision.review_id and d.pass = of_decision.pass) then
        return false;
    end if;
    return (select count(*) >= 2 or bool_or(exists (select 1 from review.appeal_request q
                                                    where q.decision_id = d.decision_id and q.person = d.voter))
            from review.dissent d
            where d.decision_id = of_decision.id
              and not exists (select 1 from review.recusal c where c.review_id = of_decision.review_id and c.person = d.voter))
        is true
        or exists (select 1 from concern.concern c join concern.about a on a.concern = c.id
                   where a.contract = of_decision.contract_id and c.mode = 'COLLECTIVE' and c.status <> 'ANSWERED'
                     and not exists (select 1 from concern.withdrawal w where w.concern = c.id));
end $$;

-- As before, and: nothing is signed while the approval may still be appealed.
create or replace function review.refuse_gate_under_appeal() returns trigger language plpgsql as $$
begin
    -- whoever appeals or asks for it at this moment is either seen below, or comes after the signature
    perform 1 from review.review r where r.id = new.review_id for no key update;
    if exists (select 1 from review.appeal a where a.decision_id = new.decision_id
               and not exists (select 1 from review.appeal_ruling r where r.appeal_id = a.id)) then
        raise exception 'an appeal against this decision is being heard' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d where d.id = new.decision_id and review.may_still_be_appealed(d)) then
        raise exception 'this decision may still be appealed: its period is not over' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- As before, and: who declared a conflict since asks for no appeal (H2).
create or replace function review.refuse_request_without_dissent() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.dissent d where d.decision_id = new.decision_id and d.voter = new.person) then
        raise exception 'only who dissented asks for this appeal' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d join review.recusal c on c.review_id = d.review_id
               where d.id = new.decision_id and c.person = new.person) then
        raise exception 'who declared a conflict asks for no appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
