-- H13 in the remedy of what a concern showed: whom the concern is kept from by name, and whoever is paid by a contract it is about, owns no
-- measure of the remedy, has none approved and reports on none. Measures from before are reported on by who has them carried out.
create function review.kept_from_remedy(of_remediation uuid, person text) returns boolean language sql stable as $$
    select exists (
        select 1 from review.remediation m
        where m.id = of_remediation and m.cause like 'concern:%'
          and (review.interested(m.contract_id, person)
            or exists (select 1 from concern.kept_from k
                       where k.concern = split_part(m.cause, ':', 2)::uuid and k.username = person)
            or exists (select 1 from concern.about a
                       where a.concern = split_part(m.cause, ':', 2)::uuid and review.interested(a.contract, person))))
$$;

create function review.refuse_measure_kept_from_owner() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_plan p
               where p.id = new.plan_id and review.kept_from_remedy(p.remediation_id, new.owner)) then
        raise exception 'this person owns no measure of this remedy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_kept_from_owner before insert on review.remedy_measure
    for each row execute function review.refuse_measure_kept_from_owner();

create function review.refuse_approval_kept_from_owner() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_plan p join review.remedy_measure e on e.plan_id = p.id
               where p.id = new.plan_id and review.kept_from_remedy(p.remediation_id, e.owner)) then
        raise exception 'the owner of a measure of this plan owns none of this remedy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_kept_from_owner before insert on review.remedy_plan_ruling
    for each row when (new.approved) execute function review.refuse_approval_kept_from_owner();

create function review.refuse_report_kept_from_reporter() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.remedy_measure e join review.remedy_plan p on p.id = e.plan_id
               where e.id = new.measure_id and review.kept_from_remedy(p.remediation_id, new.reported_by)) then
        raise exception 'this person reports on no measure of this remedy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger reporter_may_know before insert on review.remedy_report
    for each row execute function review.refuse_report_kept_from_reporter();
