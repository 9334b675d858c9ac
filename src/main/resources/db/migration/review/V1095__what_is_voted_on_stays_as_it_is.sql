-- H6, H7: what a vote can carry and which documents a review is about are settled before anybody votes. The application never changes
-- them afterwards, and has no right to.
revoke update on review.vote_round from ${app_role};
grant update (panel, closed_at, closed_by, carried) on review.vote_round to ${app_role};

create function review.refuse_rewritten_round() returns trigger language plpgsql as $$
begin
    if (new.review_id, new.round, new.pass, new.space, new.residual_space, new.opened_at) is distinct from
       (old.review_id, old.round, old.pass, old.space, old.residual_space, old.opened_at) then
        raise exception 'pass and allowed outcomes of a vote stay as they were when it was opened (H6)'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_what_it_is before update on review.vote_round
    for each row execute function review.refuse_rewritten_round();

-- A review goes to its next pass, and never back to one that was voted on.
create function review.refuse_other_documents() returns trigger language plpgsql as $$
begin
    if new.pass not in (old.pass, old.pass + 1) then
        raise exception 'a review goes from one pass to the next' using errcode = 'restrict_violation';
    end if;
    if (new.document_set_hash, new.contract_version) is distinct from (old.document_set_hash, old.contract_version)
       and (old.closed_at is not null
            or exists (select 1 from review.vote_round v where v.review_id = new.id and v.pass in (old.pass, new.pass))) then
        raise exception 'documents and facts of a review stay as they were when its vote was opened (H7)'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_with_its_documents before update of pass, document_set_hash, contract_version on review.review
    for each row execute function review.refuse_other_documents();

-- A decision names the documents that legal confirmed for its pass, anew or as carried over, and rests on a vote of the same pass.
create function review.refuse_decision_on_other_documents() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.stage_in_effect e
                   where e.review_id = new.review_id and e.pass = new.pass and e.stage = 'DOCUMENT_CHECK'
                     and e.form ->> 'documentSetHash' = new.document_set_hash) then
        raise exception 'the decision names other documents than the document check of its pass (H7)'
            using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from review.vote_round v
                   where v.review_id = new.review_id and v.round = new.round and v.pass = new.pass) then
        raise exception 'the decision rests on a vote of another pass' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger rests_on_checked_documents before insert on review.decision
    for each row execute function review.refuse_decision_on_other_documents();
