-- S13: a hold ends the review beside it. Where that was not decided yet, what it was to decide is still open, and another review of the
-- contract begins when its services go on.
create function review.ended_by_hold(of_review uuid) returns boolean language sql stable as $$
    select exists (select 1 from review.review r
                   where r.id = of_review and r.closed_at is not null and r.outcome is distinct from 'STOP'
                     and not exists (select 1 from review.decision d where d.review_id = r.id and d.pass = r.pass))
$$;

-- At the end of the transaction no contract is signed again behind which a review was lost.
create function review.refuse_forgotten_review() returns trigger language plpgsql as $$
begin
    if (select c.state from contract.contract c where c.id = new.id) = 'SIGNED'
       and review.ended_by_hold((select r.id from review.review r where r.contract_id = new.id
                                 order by (r.closed_at is null) desc, r.opened_at desc limit 1)) then
        raise exception 'the review of contract % was ended by a hold and has to begin anew', new.id
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger reviews_outlast_holds after update of state on contract.contract
    deferrable initially deferred for each row when (new.state = 'SIGNED')
    execute function review.refuse_forgotten_review();
