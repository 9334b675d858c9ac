-- S0: how many whole days staff have to comment on a version between its proposal and its approval. Kept with the version, so that
-- another setting shortens nothing later; versions from before, the first one and those of a release have none.
alter table policy.version
    add column consultation_days int not null default 0 check (consultation_days between 0 and 365);
alter table policy.version alter column consultation_days drop default;

create function policy.approvable_from(of_version int) returns date language sql stable as $$
    select (v.proposed_at at time zone 'UTC')::date + case when v.consultation_days = 0 then 0 else v.consultation_days + 1 end
    from policy.version v where v.number = of_version
$$;

create function policy.refuse_approval_before_comments() returns trigger language plpgsql as $$
declare
    allowed date := policy.approvable_from(new.number);
begin
    if new.state = 'APPROVED' and (new.at at time zone 'UTC')::date < allowed then
        raise exception 'staff can comment on version %, which nobody approves before %', new.number, allowed
            using errcode = 'restrict_violation';
    end if;
    if new.state = 'PROPOSED' and (select v.effective_on from policy.version v where v.number = new.number) < allowed then
        raise exception 'version % would be in force before staff could comment', new.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger staff_comment_first before insert on policy.version_step
    for each row execute function policy.refuse_approval_before_comments();
