-- Separation of duties (H1) and recusal (H2) hold for every path to the judgements of findings.
create function review.refuse_judgement_by_interested() returns trigger language plpgsql as $$
begin
    if exists (select 1 from finding.finding f join contract.contract c on c.id = f.contract_id
                left join review.review v on v.contract_id = f.contract_id
               where f.id = new.finding_id
                 and (new.judged_by in (v.submitter, c.submitter) or new.judged_by = any (v.account_team))) then
        raise exception 'who submitted the contract or is paid by it judges no finding' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from finding.finding f join review.review v on v.contract_id = f.contract_id
                join review.recusal r on r.review_id = v.id
               where f.id = new.finding_id and r.person = new.judged_by) then
        raise exception 'who declared a conflict judges no finding' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_participants before insert on finding.judgement
    for each row execute function review.refuse_judgement_by_interested();
