-- H1 and H2 hold for every path to a decision and to the ruling on an appeal, as they do for votes: whoever submitted the contract, ever
-- owned it, is paid by it or declared a conflict writes down neither, whatever their office is now.
create function review.refuse_decider(of_review uuid, person text) returns void language plpgsql stable as $$
begin
    if exists (select 1 from review.review v where v.id = of_review and review.interested(v.contract_id, person)) then
        raise exception 'who submitted the contract or is paid by it decides nothing of it (H1)'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c where c.review_id = of_review and c.person = refuse_decider.person) then
        raise exception 'who declared a conflict decides nothing of the review (H2)' using errcode = 'restrict_violation';
    end if;
end $$;

create function review.refuse_decision_by_interested() returns trigger language plpgsql as $$
begin
    perform review.refuse_decider(new.review_id, new.decided_by);
    return new;
end $$;
create trigger not_by_whoever_gains before insert on review.decision
    for each row execute function review.refuse_decision_by_interested();

create function review.refuse_ruling_by_interested() returns trigger language plpgsql as $$
begin
    perform review.refuse_decider(a.review_id, new.decided_by) from review.appeal a where a.id = new.appeal_id;
    return new;
end $$;
create trigger not_by_whoever_gains before insert on review.appeal_ruling
    for each row execute function review.refuse_ruling_by_interested();
