-- Once in time, and once each month from the day on which the look is overdue: month counts from the day the version holds.
alter table policy.review_reminder add column month int not null default 22 check (month = 22 or month >= 24);
alter table policy.review_reminder alter column month drop default;
alter table policy.review_reminder drop constraint review_reminder_pkey;
alter table policy.review_reminder add primary key (number, month);
