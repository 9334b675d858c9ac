-- H2 after a signature, too: who declared a conflict in a review of the contract neither meets, reports on nor rules on what follows it.
create function review.recused(of_contract uuid, person text) returns boolean language sql stable as $$
    select exists (select 1 from review.recusal c join review.review r on r.id = c.review_id
                   where r.contract_id = of_contract and c.person = recused.person)
$$;

-- Arguments: the column with the person, the column of what it is about, and how that leads to the contract.
create function review.refuse_recused() returns trigger language plpgsql as $$
declare
    of_contract uuid;
begin
    execute tg_argv[2] into of_contract using (to_jsonb(new) ->> tg_argv[1])::uuid;
    if review.recused(of_contract, to_jsonb(new) ->> tg_argv[0]) then
        raise exception 'who declared a conflict in a review of this contract has no part in what follows it'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger not_by_recused before insert on review.condition_report
    for each row execute function review.refuse_recused('reported_by', 'condition_id',
        'select contract_id from review.condition_follow_up where condition_id = $1');
create trigger not_by_recused before insert on review.condition_ruling
    for each row execute function review.refuse_recused('ruled_by', 'condition_id',
        'select contract_id from review.condition_follow_up where condition_id = $1');
create trigger not_by_recused before insert on review.suspension_proposal
    for each row execute function review.refuse_recused('proposed_by', 'suspension_id',
        'select contract_id from review.suspension_review where id = $1');
create trigger not_by_recused before insert on review.suspension_ruling
    for each row execute function review.refuse_recused('ruled_by', 'proposal_id',
        'select s.contract_id from review.suspension_proposal p join review.suspension_review s on s.id = p.suspension_id where p.id = $1');
create trigger not_by_recused before insert on review.re_review_result
    for each row execute function review.refuse_recused('done_by', 're_review_id',
        'select contract_id from review.re_review where id = $1');
create trigger not_by_recused before insert on review.exit_plan
    for each row execute function review.refuse_recused('planned_by', 'exit_id',
        'select contract_id from review.contract_exit where id = $1');
create trigger not_by_recused before insert on review.remedy_plan
    for each row execute function review.refuse_recused('planned_by', 'remediation_id',
        'select contract_id from review.remediation where id = $1');
create trigger not_by_recused before insert on review.remedy_report
    for each row execute function review.refuse_recused('reported_by', 'measure_id',
        'select m.contract_id from review.remedy_measure e join review.remedy_plan p on p.id = e.plan_id join review.remediation m on m.id = p.remediation_id where e.id = $1');
