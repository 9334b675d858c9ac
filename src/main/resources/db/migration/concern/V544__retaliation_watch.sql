-- What filers say when they are asked after 14, 30, 90, 180 and 365 days whether anything happened to them. They find the question on
-- the page of their concern: nobody writes to them, because a letter would put their name beside it.
create table concern.check_in (
    concern     uuid not null references concern.concern (id),
    after_days  int  not null check (after_days in (14, 30, 90, 180, 365)),
    answered_on date not null,
    adverse     boolean not null,
    primary key (concern, after_days)
);

-- Something that happened to a filer. It has a case of its own, handled like every concern about retaliation (H14).
create table concern.adverse_act (
    own_case    uuid not null primary key references concern.concern (id),
    concern     uuid not null references concern.concern (id),
    kind        text not null check (kind in ('DISMISSAL', 'DEMOTION', 'PAY', 'RATING', 'TRANSFER', 'HARASSMENT', 'OTHER')),
    happened_on date not null,
    told_on     date not null check (told_on >= happened_on),
    check (own_case <> concern)
);
create index adverse_act_by_concern on concern.adverse_act (concern);

grant select, insert on concern.check_in, concern.adverse_act to ${app_role};
