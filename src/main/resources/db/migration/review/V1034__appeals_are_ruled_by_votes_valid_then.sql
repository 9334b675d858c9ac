-- H2: on an appeal, too, the vote of whoever has a conflict by now does not count. Otherwise as before: more than half of at least two named
-- votes, and two thirds for a change where the tables ask them of the first decision. Where the votes carry nothing, the case goes back.
create or replace function review.refuse_uncarried_ruling() returns trigger language plpgsql as $$
declare
    two_thirds boolean := exists (
        select 1 from review.appeal a
        join review.decision d on d.id = a.decision_id
        join review.vote_round r on r.review_id = d.review_id and r.round = d.round
        where a.id = new.appeal_id and r.space ->> 'majority' = 'TWO_THIRDS');
    votes int;
    anything boolean;
    this boolean;
begin
    -- whoever declares a conflict at this moment is either counted out below, or waits for the ruling
    perform 1 from review.review r join review.appeal a on a.review_id = r.id where a.id = new.appeal_id for no key update of r;
    select count(*) into votes from review.appeal_vote v join review.appeal a on a.id = v.appeal_id
    where v.appeal_id = new.appeal_id and not review.has_conflict(a.review_id, v.voter);
    select coalesce(bool_or(counted.carries), false),
           coalesce(bool_or(counted.carries and counted.choice = new.result
               and counted.outcome is not distinct from new.outcome), false)
    into anything, this
    from (select v.choice, v.outcome,
                 case when v.choice = 'CHANGE' and two_thirds then count(*) * 3 >= votes * 2
                      else count(*) * 2 > votes end as carries
          from review.appeal_vote v join review.appeal a on a.id = v.appeal_id
          where v.appeal_id = new.appeal_id and not review.has_conflict(a.review_id, v.voter)
          group by v.choice, v.outcome) counted;
    if votes < 2 or not (this or (new.result = 'RETURN' and not anything)) then
        raise exception 'the named votes do not carry this ruling' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function review.refuse_recused_appeal_vote() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.appeal a join review.recusal c on c.review_id = a.review_id
               where a.id = new.appeal_id and c.person = new.voter) then
        raise exception 'who declared a conflict has no vote on the appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_without_conflict before insert on review.appeal_vote
    for each row execute function review.refuse_recused_appeal_vote();
