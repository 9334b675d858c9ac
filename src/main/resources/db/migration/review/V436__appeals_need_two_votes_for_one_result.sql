-- A vote for a change says to what; what was voted before it was asked counts for no change.
alter table review.appeal_vote add column outcome text;
alter table review.appeal_vote add constraint appeal_vote_outcome_check
    check ((choice = 'CHANGE') = (outcome is not null) and outcome in ('APPROVE', 'CONDITIONAL', 'REJECT')) not valid;

-- The ruling is what more than half of at least two named votes say, and two thirds for a change where the tables ask them of
-- the first decision. Where the votes carry nothing, the case goes back for a fresh review.
create or replace function review.refuse_uncarried_ruling() returns trigger language plpgsql as $$
declare
    votes int := (select count(*) from review.appeal_vote v where v.appeal_id = new.appeal_id);
    two_thirds boolean := exists (
        select 1 from review.appeal a
        join review.decision d on d.id = a.decision_id
        join review.vote_round r on r.review_id = d.review_id and r.round = d.round
        where a.id = new.appeal_id and r.space ->> 'majority' = 'TWO_THIRDS');
    anything boolean;
    this boolean;
begin
    select coalesce(bool_or(counted.carries), false),
           coalesce(bool_or(counted.carries and counted.choice = new.result
               and counted.outcome is not distinct from new.outcome), false)
    into anything, this
    from (select v.choice, v.outcome,
                 case when v.choice = 'CHANGE' and two_thirds then count(*) * 3 >= votes * 2
                      else count(*) * 2 > votes end as carries
          from review.appeal_vote v where v.appeal_id = new.appeal_id group by v.choice, v.outcome) counted;
    if votes < 2 or not (this or (new.result = 'RETURN' and not anything)) then
        raise exception 'the named votes do not carry this ruling' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
