-- A vote that names one right ten thousand times fits into no entry of the record, and its round could never be closed. Rows of
-- before stay as they are.
create function review.each_once(codes text[]) returns boolean language sql immutable as $$
    select count(*) = count(distinct code) from unnest(codes) as code
$$;

alter table review.vote add constraint rights_named_once check (review.each_once(rights)) not valid;
alter table review.decision add constraint rights_named_once check (review.each_once(rights)) not valid;
alter table review.dissent add constraint rights_named_once check (review.each_once(rights)) not valid;

-- A condition is due before the contract is reviewed again at the latest; the two days are those of time zones.
create function review.condition_is_due_in_time() returns trigger language plpgsql as $$
begin
    if new.due_on > (select (decided_at at time zone 'UTC')::date + interval '24 months 2 days'
                     from review.decision where id = new.decision_id) then
        raise exception 'a condition is due within 24 months' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger due_in_time before insert on review.condition
    for each row execute function review.condition_is_due_in_time();
