-- H10: a suspension review that names a condition is asked because that condition blocks and was neither met nor waived. Who opens one for
-- another reason names none.
create function review.refuse_unfounded_suspension_review() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.condition_follow_up f join review.condition c on c.id = f.condition_id
                   where f.condition_id = new.condition_id and f.contract_id = new.contract_id and f.closed_at is null
                     and c.blocking) then
        raise exception 'only a blocking condition of this contract that is not met yet has its suspension reviewed'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_for_an_open_condition before insert on review.suspension_review
    for each row when (new.condition_id is not null)
    execute function review.refuse_unfounded_suspension_review();
