-- A triage does not say that no sanctions apply while a strong or once confirmed hit stands; that it is not known stays possible.
create function screening.refuse_denial() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.review r
               join screening.standing((new.completed_at at time zone 'UTC')::date) s on s.contract_id = r.contract_id
               where r.id = new.review_id and s.two and s.state in ('OPEN', 'WAITING', 'CONFIRMED')) then
        raise exception 'a named party may be on a list: the triage does not deny sanctions' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_denies_a_hit before insert on review.stage_result
    for each row when (new.stage = 'TRIAGE' and new.form -> 'answers' ->> 'sanctionsHit' = 'false')
    execute function screening.refuse_denial();
