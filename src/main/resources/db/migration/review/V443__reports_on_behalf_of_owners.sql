-- An owner who left, or who is barred by now, must not be the end of a remedy: whoever has the measures carried out reports for
-- them, under their own name. Nobody paid by the contract does; nor whoever verifies.
alter table review.remedy_report add column on_behalf_of text;

create or replace function review.refuse_remedy_report_without_plan() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.remedy_measure e
                   join review.remedy_plan_ruling r on r.plan_id = e.plan_id and r.approved
                   where e.id = new.measure_id) then
        raise exception 'the remedy plan is not approved' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from review.remedy_measure e
                   where e.id = new.measure_id
                     and (e.owner = new.reported_by and new.on_behalf_of is null
                          or e.owner <> new.reported_by and e.owner = new.on_behalf_of)) then
        raise exception 'only its owner reports on a measure, or somebody on behalf of the owner'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.remedy_measure e
               join review.remedy_plan p on p.id = e.plan_id
               join review.remediation m on m.id = p.remediation_id
               where e.id = new.measure_id and e.owner <> new.reported_by
                 and review.interested(m.contract_id, new.reported_by)) then
        raise exception 'who submitted the contract or is paid by it reports on no measure but an own one'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function review.refuse_verification_by_reporter() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_measure e join review.remedy_report t on t.measure_id = e.id
               where e.plan_id = new.plan_id and t.reported_by = new.verified_by) then
        raise exception 'who reported on a measure does not verify the remedy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_by_reporters before insert on review.remedy_verification
    for each row execute function review.refuse_verification_by_reporter();
