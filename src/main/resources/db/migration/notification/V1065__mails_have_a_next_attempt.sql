-- The mail of a notice is tried by itself: with pauses, by whom it was addressed, and not for ever. What waited before leaves with the
-- next delivery of its notice.
alter table notification.notice
    add column mail_attempts    int         not null default 0 check (mail_attempts >= 0),
    add column mail_next_at     timestamptz,
    -- of a notice to roles: it is mailed to whoever still holds one of them
    add column mail_roles       text[],
    add column mail_given_up_at timestamptz,
    add constraint mailed_waiting_or_given_up check (num_nonnulls(mailed_at, mail_next_at, mail_given_up_at) <= 1);
create index notice_to_mail on notification.notice (mail_next_at) where mail_next_at is not null;

grant update (mail_attempts, mail_next_at, mail_given_up_at) on notification.notice to ${app_role};
