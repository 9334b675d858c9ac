-- Two people at least stand behind each decision: whoever alone voted in its round does not record it as well. Votes are counted as when
-- the decision is made: no abstention, and nobody who declared a conflict. A decision that changes another on appeal rests on the votes
-- of the board, which are counted with the ruling.
create function review.refuse_decision_of_only_voter() returns trigger language plpgsql as $$
begin
    if new.decided_by = all (select v.voter from review.vote v
                             where v.review_id = new.review_id and v.round = new.round and v.choice <> 'ABSTAIN'
                               and not review.has_conflict(v.review_id, v.voter))
       and exists (select 1 from review.vote v
                   where v.review_id = new.review_id and v.round = new.round and v.voter = new.decided_by and v.choice <> 'ABSTAIN')
       and not exists (select 1 from review.decision d where d.review_id = new.review_id and d.pass = new.pass) then
        raise exception 'whoever alone voted does not record the decision' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger two_people_decide before insert on review.decision
    for each row execute function review.refuse_decision_of_only_voter();
