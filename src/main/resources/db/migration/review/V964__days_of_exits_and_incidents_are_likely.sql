-- A year typed wrong is no day. Rows of before stay as they are; the two days are those of time zones.
alter table review.exit_plan add constraint services_end_in_time
    check (services_end_on <= (planned_at at time zone 'UTC')::date + interval '10 years 2 days') not valid;
alter table review.exit_plan add constraint data_gone_in_time
    check (data_gone_by <= (planned_at at time zone 'UTC')::date + interval '10 years 2 days') not valid;
alter table review.exit_report add constraint services_ended_of_late
    check (services_ended_on >= (reported_at at time zone 'UTC')::date - interval '50 years 2 days') not valid;
alter table review.incident add constraint happened_of_late
    check (happened_on >= (recorded_at at time zone 'UTC')::date - interval '50 years 2 days') not valid;
