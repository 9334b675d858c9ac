-- H2 for the rest of what follows a signature: what opens it, what is known of the contract, and every ruling of exits and remedies.
create trigger not_by_recused before insert on review.suspension_review
    for each row execute function review.refuse_recused('opened_by', 'contract_id', 'select $1');
create trigger not_by_recused before insert on review.interim_measure
    for each row execute function review.refuse_recused('imposed_by', 'contract_id', 'select $1');
create trigger not_by_recused before insert on review.incident
    for each row execute function review.refuse_recused('recorded_by', 'contract_id', 'select $1');
create trigger not_by_recused before insert on review.visibility_limits
    for each row execute function review.refuse_recused('stated_by', 'contract_id', 'select $1');
create trigger not_by_recused before insert on review.exit_plan_ruling
    for each row execute function review.refuse_recused('ruled_by', 'plan_id',
        'select e.contract_id from review.exit_plan p join review.contract_exit e on e.id = p.exit_id where p.id = $1');
create trigger not_by_recused before insert on review.exit_report
    for each row execute function review.refuse_recused('reported_by', 'plan_id',
        'select e.contract_id from review.exit_plan p join review.contract_exit e on e.id = p.exit_id where p.id = $1');
create trigger not_by_recused before insert on review.exit_report_ruling
    for each row execute function review.refuse_recused('ruled_by', 'report_id',
        'select e.contract_id from review.exit_report t join review.exit_plan p on p.id = t.plan_id join review.contract_exit e on e.id = p.exit_id where t.id = $1');
create trigger not_by_recused before insert on review.remediation
    for each row execute function review.refuse_recused('opened_by', 'contract_id', 'select $1');
create trigger not_by_recused before insert on review.remedy_plan_ruling
    for each row execute function review.refuse_recused('ruled_by', 'plan_id',
        'select m.contract_id from review.remedy_plan p join review.remediation m on m.id = p.remediation_id where p.id = $1');
create trigger not_by_recused before insert on review.remedy_verification
    for each row execute function review.refuse_recused('verified_by', 'plan_id',
        'select m.contract_id from review.remedy_plan p join review.remediation m on m.id = p.remediation_id where p.id = $1');
