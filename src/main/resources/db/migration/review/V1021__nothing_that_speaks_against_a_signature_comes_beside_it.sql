-- H7, H8, S13, H17: what ends an approval, suspends or restricts holds the contract until its commit, as a signature does, whoever writes
-- it. So it is either seen by the signature, or comes after it and meets a contract that is signed.
create function review.hold_contract() returns trigger language plpgsql as $$
declare
    of_contract uuid;
begin
    execute tg_argv[0] into of_contract using new;
    perform 1 from contract.contract c where c.id = of_contract for no key update;
    return new;
end $$;

create trigger beside_no_signature before insert on review.decision_lapse
    for each row execute function review.hold_contract('select d.contract_id from review.decision d where d.id = ($1).decision_id');
create trigger beside_no_signature before insert on review.interim_measure
    for each row execute function review.hold_contract('select ($1).contract_id');
create trigger beside_no_signature before insert on review.suspension_ruling
    for each row execute function review.hold_contract(
        'select s.contract_id from review.suspension_proposal p join review.suspension_review s on s.id = p.suspension_id where p.id = ($1).proposal_id');
create trigger beside_no_signature before insert on review.concern_measure
    for each row execute function review.hold_contract('select ($1).contract_id');
create trigger beside_no_signature before insert on review.gate_confirmation
    for each row execute function review.hold_contract('select ($1).contract_id');
