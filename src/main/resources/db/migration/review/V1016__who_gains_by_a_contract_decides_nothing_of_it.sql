-- H1 and H2 hold for every path to a decision and to the ruling on an appeal, as they do for votes: whoever submitted the contract, ever
-- owned it, is paid by it or declared a conflict writes down neither, whatever their office is now.

-- Argument: how the new row leads to its review and to who decides.
create function review.refuse_decision_by_outsider() returns trigger language plpgsql as $$
declare
    of_review uuid;
    person text;
begin
    execute tg_argv[0] into of_review, person using new;
    perform review.refuse_outsider(of_review, person, 'decides nothing of it (H1, H2)');
    return new;
end $$;

create trigger not_by_whoever_gains before insert on review.decision
    for each row execute function review.refuse_decision_by_outsider('select ($1).review_id, ($1).decided_by');
create trigger not_by_whoever_gains before insert on review.appeal_ruling
    for each row execute function review.refuse_decision_by_outsider(
        'select a.review_id, ($1).decided_by from review.appeal a where a.id = ($1).appeal_id');
