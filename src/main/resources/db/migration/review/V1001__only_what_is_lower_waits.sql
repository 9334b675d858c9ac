-- Whether a value is lower than another one in this order, from the lowest; what was not known becomes lower by being known.
create function review.is_lower(ranked text[], left_over text, assessed text) returns boolean language sql immutable as $$
    select array_position(ranked, left_over) is not null
       and (array_position(ranked, assessed) is null or array_position(ranked, left_over) < array_position(ranked, assessed))
$$;

-- A round opens on what was assessed, in severity and in likelihood, or on what the one before it in the same pass was about. What
-- mitigation states is graver counts at once.
create or replace function review.refuse_residual_alone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from jsonb_array_elements(new.space -> 'rows') x
               join review.assessed_in(new.review_id, new.pass) i on i.right_code = x ->> 'right'
               where review.is_lower(array['LOW', 'MODERATE', 'SERIOUS', 'SEVERE', 'CRITICAL'],
                                     x #>> '{inputs,residualSeverity}', i.severity)
                  or review.is_lower(array['RARE', 'POSSIBLE', 'LIKELY', 'OCCURRING'],
                                     x #>> '{inputs,residualLikelihood}', i.likelihood))
       and not exists (select 1 from review.vote_round o
                       where o.review_id = new.review_id and o.pass = new.pass and o.space -> 'rows' = new.space -> 'rows') then
        raise exception 'a vote opens on the severity and the likelihood that were assessed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
