-- The day of the earliest fact in the record; null while it is empty.
create function report.record_begins() returns date
    language sql stable security definer set search_path = record, pg_temp as $$
    select (min(occurred_at) at time zone 'UTC')::date from record.entry
$$;

-- A period that was over before the record begins has no figures to sign: zeros there would look like a finding.
create function report.refuse_before_the_record() returns trigger
    language plpgsql security definer set search_path = report, pg_temp as $$
begin
    if new.period_to < coalesce(report.record_begins(), 'infinity'::date) then
        raise exception 'the record begins on %, after the period that ends on %', report.record_begins(), new.period_to
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger signed_report_is_not_from_before_the_record before insert on report.signed_report
    for each row execute function report.refuse_before_the_record();
alter table report.signed_report enable always trigger signed_report_is_not_from_before_the_record;

revoke all on function report.record_begins(), report.refuse_before_the_record() from public;
grant execute on function report.record_begins() to ${app_role};
