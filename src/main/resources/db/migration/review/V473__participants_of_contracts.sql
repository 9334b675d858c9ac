-- Everybody who ever had a hand in a contract: paid by it, or judged it. None of them handles a concern about it (H13).
create view review.participant as
    select id as contract, true as paid, submitter as person from contract.contract where submitter is not null
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
    select contract_id, false, confirmed_by from review.gate_confirmation;
grant select on review.participant to ${app_role};
