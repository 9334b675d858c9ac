-- After the audit sample (V952): whoever ever owned a contract is barred from its review as its account owner is, and nobody who has a part in
-- the review becomes the owner. A hand-over sheds no conflict and makes none.
create or replace function review.interested(of_contract uuid, person text) returns boolean language sql stable as $$
    select exists (select 1 from review.review r where r.contract_id = of_contract
                   and (r.submitter = interested.person or interested.person = any (r.account_team)))
        or contract.ever_owned(of_contract, person)
$$;

create or replace function review.refuse_late_vote() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.vote_round r
               where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null) then
        raise exception 'the vote is closed' using errcode = 'restrict_violation';
    end if;
    -- separation of duties (H1) and recusal (H2) hold for every path to this table
    if exists (select 1 from review.review v where v.id = new.review_id
               and (new.voter = v.submitter or new.voter = any (v.account_team)
                    or contract.ever_owned(v.contract_id, new.voter))) then
        raise exception 'who submitted the contract or is paid by it has no vote' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c where c.review_id = new.review_id and c.person = new.voter) then
        raise exception 'who declared a conflict has no vote' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function review.refuse_question_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.review v where v.id = new.review_id
                 and (new.asked_by = v.submitter or new.asked_by = any (v.account_team)
                    or contract.ever_owned(v.contract_id, new.asked_by))) then
        raise exception 'who submitted the contract or is paid by it asks no question of the review'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal r where r.review_id = new.review_id and r.person = new.asked_by) then
        raise exception 'who declared a conflict asks no question of the review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function review.refuse_answer_of_another() returns trigger language plpgsql as $$
begin
    if new.closed_as = 'ANSWERED'
            and not exists (select 1 from review.review v join contract.contract c on c.id = v.contract_id
                            where v.id = new.review_id and coalesce(c.submitter, v.submitter) = new.closed_by) then
        raise exception 'only the account owner answers' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function review.refuse_comment_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.review v where v.id = new.review_id
                 and (new.author = v.submitter or new.author = any (v.account_team)
                    or contract.ever_owned(v.contract_id, new.author))) then
        raise exception 'who submitted the contract or is paid by it takes no part in the discussion'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal r where r.review_id = new.review_id and r.person = new.author) then
        raise exception 'who declared a conflict takes no part in the discussion' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function review.refuse_judgement_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from finding.finding f where f.id = new.finding_id
                 and review.interested(f.contract_id, new.judged_by)) then
        raise exception 'who submitted the contract or is paid by it judges no finding' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from finding.finding f join review.review v on v.contract_id = f.contract_id
                join review.recusal r on r.review_id = v.id
               where f.id = new.finding_id and r.person = new.judged_by) then
        raise exception 'who declared a conflict judges no finding' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Everybody who ever owned the contract is paid by it.
create or replace view review.participant as
    select contract_id as contract, true as paid, person from contract.account_owner
    union
    select contract_id, true, submitter from review.review
    union
    select r.contract_id, true, member from review.review r cross join unnest(r.account_team) as member
    union
    select r.contract_id, false, s.actor from review.stage_result s join review.review r on r.id = s.review_id
    union
    select r.contract_id, false, v.voter from review.vote v join review.review r on r.id = v.review_id
    union
    select contract_id, false, decided_by from review.decision
    union
    select d.contract_id, false, r.decided_by from review.appeal_ruling r
        join review.appeal a on a.id = r.appeal_id join review.decision d on d.id = a.decision_id
    union
    select d.contract_id, false, v.voter from review.appeal_vote v
        join review.appeal a on a.id = v.appeal_id join review.decision d on d.id = a.decision_id
    union
    select contract_id, false, confirmed_by from review.gate_confirmation
    union
    select s.contract_id, false, r.done_by from review.sample_result r
        join review.sample_review s on s.id = r.sample_review_id
    union
    select s.contract_id, false, r.ruled_by from review.sample_ruling r
        join review.sample_review s on s.id = r.sample_review_id;

-- Who reviewed a contract or decided on it, who wrote what its reviews rest on, and who sits on a panel whose vote is open. Answering a
-- clarification request is the work of the account owner, not a review.
create view review.reviewed_by as
    select r.contract_id as contract, s.actor as person from review.stage_result s join review.review r on r.id = s.review_id
        where s.stage <> 'CLARIFICATION'
    union
    select r.contract_id, v.voter from review.vote v join review.review r on r.id = v.review_id
    union
    select contract_id, decided_by from review.decision
    union
    select d.contract_id, r.decided_by from review.appeal_ruling r
        join review.appeal a on a.id = r.appeal_id join review.decision d on d.id = a.decision_id
    union
    select d.contract_id, v.voter from review.appeal_vote v
        join review.appeal a on a.id = v.appeal_id join review.decision d on d.id = a.decision_id
    union
    select contract_id, confirmed_by from review.gate_confirmation
    union
    select s.contract_id, r.done_by from review.sample_result r
        join review.sample_review s on s.id = r.sample_review_id
    union
    select s.contract_id, r.ruled_by from review.sample_ruling r
        join review.sample_review s on s.id = r.sample_review_id
    union
    select r.contract_id, a.author from review.advice a join review.review r on r.id = a.review_id
    union
    select r.contract_id, c.person from review.countersignature c
        join review.advice a on a.id = c.advice_id join review.review r on r.id = a.review_id
    union
    select r.contract_id, c.author from review.comment c join review.review r on r.id = c.review_id
    union
    select r.contract_id, s.added_by from review.source s join review.review r on r.id = s.review_id
    union
    select r.contract_id, c.logged_by from review.consultation c join review.review r on r.id = c.review_id
    union
    select r.contract_id, q.asked_by from review.question q join review.review r on r.id = q.review_id
    union
    select f.contract_id, r.ruled_by from review.condition_ruling r
        join review.condition_follow_up f on f.condition_id = r.condition_id
    union
    select s.contract_id, p.proposed_by from review.suspension_proposal p
        join review.suspension_review s on s.id = p.suspension_id
    union
    select s.contract_id, r.ruled_by from review.suspension_ruling r
        join review.suspension_proposal p on p.id = r.proposal_id join review.suspension_review s on s.id = p.suspension_id
    union
    select contract_id, imposed_by from review.interim_measure
    union
    select r.contract_id, d.done_by from review.re_review_result d join review.re_review r on r.id = d.re_review_id
    union
    select e.contract_id, p.planned_by from review.exit_plan p join review.contract_exit e on e.id = p.exit_id
    union
    select e.contract_id, r.ruled_by from review.exit_plan_ruling r
        join review.exit_plan p on p.id = r.plan_id join review.contract_exit e on e.id = p.exit_id
    union
    select e.contract_id, r.ruled_by from review.exit_report_ruling r join review.exit_report t on t.id = r.report_id
        join review.exit_plan p on p.id = t.plan_id join review.contract_exit e on e.id = p.exit_id
    union
    select r.contract_id, s.person from review.panel_seat s join review.review r on r.id = s.review_id
        join review.vote_round v on v.review_id = s.review_id and v.pass = s.pass and v.closed_at is null;
grant select on review.reviewed_by to ${app_role};

create function review.refuse_owner_who_reviewed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.reviewed_by p where p.contract = new.contract_id and p.person = new.person) then
        raise exception 'who reviewed a contract or decided on it does not become its account owner'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_who_reviewed before insert on contract.account_owner
    for each row when (new.number > 1) execute function review.refuse_owner_who_reviewed();
