-- H8: the document check that is carried over is reopened like everything else, in time; everything rests on it, through the triage.
create or replace function review.refuse_reopening_of_carried() returns trigger language plpgsql as $$
declare
    of_review uuid;
    of_item   text;
begin
    select c.review_id, c.item into of_review, of_item from review.carried_over c where c.id = new.carried_over_id;
    perform review.refuse_outsider(of_review, new.reopened_by, 'reopens nothing');
    if exists (select 1 from review.vote v where v.review_id = of_review) then
        raise exception 'votes were cast on what is carried over' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.stage_result s where s.review_id = of_review and s.pass = 1
               and s.stage = any (case of_item
                   when 'DOCUMENT_CHECK' then array['DOCUMENT_CHECK', 'RESEARCH', 'ASSESSMENT', 'MITIGATION']
                   when 'RESEARCH' then array['RESEARCH', 'ASSESSMENT', 'MITIGATION']
                   when 'ASSESSMENT' then array['ASSESSMENT', 'MITIGATION']
                   when 'RIGHT' then array['ASSESSMENT', 'MITIGATION']
                   else array[of_item] end)) then
        raise exception 'the stage, or one that rests on it, is finished' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Nothing stands in the pass whose document check cannot stand: the whole review begins with the next one.
create function review.refuse_pass_without_documents() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.carried_over c join review.carried_over_reopened o on o.carried_over_id = c.id
               where c.review_id = new.review_id and c.item = 'DOCUMENT_CHECK')
       and new.pass = 1 then
        raise exception 'the document check was reopened: the pass that rested on it is over' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_on_documents_that_stand before insert on review.decision
    for each row execute function review.refuse_pass_without_documents();
create trigger only_on_documents_that_stand before insert on review.stage_result
    for each row execute function review.refuse_pass_without_documents();
