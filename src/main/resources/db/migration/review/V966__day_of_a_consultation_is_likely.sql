-- A year typed wrong is no day. Rows of before stay as they are; the two days are those of time zones.
alter table review.consultation add constraint held_of_late
    check (held_on >= (logged_at at time zone 'UTC')::date - interval '50 years 2 days') not valid;
