-- H8: what is carried over is reopened only while nothing that rests on it was done in this review. Otherwise the later stage would
-- be due a second time in the same pass, where it can be done only once.
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
                   when 'RESEARCH' then array['RESEARCH', 'ASSESSMENT', 'MITIGATION']
                   when 'ASSESSMENT' then array['ASSESSMENT', 'MITIGATION']
                   when 'RIGHT' then array['ASSESSMENT', 'MITIGATION']
                   else array[of_item] end)) then
        raise exception 'the stage, or one that rests on it, is finished' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
