-- What the application asks of days and reasons, whoever writes: a version is proposed for today or later, within two years, approved
-- before its day is over, and nobody approves or withdraws without a reason.
create function policy.refuse_wrong_day_or_no_reason() returns trigger language plpgsql as $$
declare
    effective date := (select v.effective_on from policy.version v where v.number = new.number);
    today     date := (new.at at time zone 'UTC')::date;
begin
    if new.state = 'PROPOSED' and (effective < today or effective > (today + interval '2 years')::date) then
        raise exception 'version % is for no day from its proposal to two years ahead', new.number using errcode = 'restrict_violation';
    end if;
    if new.state = 'APPROVED' and effective < today then
        raise exception 'the day of version % is over', new.number using errcode = 'restrict_violation';
    end if;
    if new.state in ('APPROVED', 'WITHDRAWN') and trim(new.reason) = '' then
        raise exception 'version % is % for no reason', new.number, lower(new.state) using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger right_days_and_reasons before insert on policy.version_step
    for each row execute function policy.refuse_wrong_day_or_no_reason();
