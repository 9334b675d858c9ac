-- Whoever wants gets a mail on every working day that always says the same. Somebody who stopped the mails gets none of any kind.
alter table notification.preference
    add column daily boolean not null default false,
    add constraint daily_is_a_mail check (mail or not daily);
